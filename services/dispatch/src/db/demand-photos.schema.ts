/** A photo that intake keeps, and the demand it belongs to. */
export interface DemandPhotoRow {
  streetId: string;
  id: string;
  demandId: string;
}

/** A photo that a step of an order named and that intake has not told of, with who led the order then. */
export interface UnseenPhotoRow {
  streetId: string;
  orderId: string;
  photoId: string;
  leadUnitId: string;
  /** When the step was a check-in on site: its time, once the photo is there. */
  checkedInAt: Date | null;
}

export interface DemandPhotosDb {
  demandPhotos: DemandPhotoRow;
  unseenPhotos: UnseenPhotoRow;
}
