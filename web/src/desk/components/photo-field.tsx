import { useQuery } from '@tanstack/react-query';
import { call } from '../lib/client.js';
import { useWords } from '../lib/words.js';
import { PhotosField } from './files-field.js';

interface Props {
  name: string;
  label: string;
  isOptional?: boolean;
  keeper: Keeper;
  most?: number;
}

/**
 * Who keeps the photos: the demand of an order, where only units that lead it or assist, and the community that looks at the place, may put any; a whistle, for a unit that it summons; an order that a
 * citizen supervisor looks at.
 */
export type Keeper = { orderId: string } | { whistleId: string; unitId: string } | { watchedId: string };

/** Photos taken on site, kept where they belong. */
export function PhotoField({ keeper, ...field }: Props) {
  const say = useWords();
  const orderId = 'orderId' in keeper ? keeper.orderId : undefined;
  const order = useQuery({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => call('dispatch.work-order.get', { id: orderId! }, { signal }),
    enabled: orderId !== undefined,
    retry: false,
  });
  if (order.isError)
    return (
      <p className="quiet">
        {say(
          '照片存放在工单上，本单位不是这件的主办或协办。请先报到、反馈结果，并请街道把本单位加为协办。',
          'Photos are kept with the order, which your unit neither leads nor assists. Report in first, and ask to be made a co-unit.',
        )}
      </p>
    );
  const keep = (photo: { file: Blob; fileName: string }) => {
    if ('whistleId' in keeper) return call('dispatch.whistle.add-photo', { id: keeper.whistleId, unitId: keeper.unitId, ...photo });
    if ('watchedId' in keeper) return call('dispatch.watched-order.add-photo', { id: keeper.watchedId, ...photo });
    return call('intake.attachment.add-on-site', { id: order.data!.demandId, ...photo });
  };
  return (
    <PhotosField
      {...field}
      isDisabled={orderId !== undefined && !order.data}
      keep={async (file, fileName) => (await keep({ file, fileName })).id}
    />
  );
}
