import { intake, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { Answerer, Answers, Db, RuleBook, Vault } from '@wufang/service';
import { redrawPhoto } from '@wufang/service/photo';
import type { z } from 'zod';
import { addPhoto, checkMayAdd, type PhotoFrom } from '../app/add-photo.js';
import { answerDemand } from '../app/answer-demand.js';
import { linkDemand } from '../app/link-demand.js';
import { complaintUnits, placeFor } from '../app/place-for.js';
import { receiveDemand } from '../app/receive-demand.js';
import { tellNewFacts } from '../app/tell-new-facts.js';
import { revealComplainant } from '../app/reveal-complainant.js';
import { screenDemand } from '../app/screen-demand.js';
import { TreeBook } from '../db/category-trees.store.js';
import { ModelBook } from '../db/classifiers.store.js';
import { duplicateCandidates, getDemand, getPhoto, listDemands, photoPlace } from '../db/demands.view.js';
import { PlaceBook, type PlacePage } from '../db/places.store.js';
import type { IntakeDb } from '../db/schema.js';
import { trackDemand } from '../db/tracking.view.js';

type Input<O extends { input: z.ZodType }> = z.output<O['input']>;

/** Demands: handing in, screening, looking, tracking. */
@Answerer()
export class DemandsHandler {
  constructor(
    private readonly db: Db<IntakeDb>,
    private readonly vault: Vault,
    private readonly rules: RuleBook,
    private readonly places: PlaceBook,
    private readonly models: ModelBook,
    private readonly trees: TreeBook,
  ) {}

  private async parts({ streetId }: Ctx, known?: PlacePage) {
    const [page, inUse] = [known ?? (await this.places.of(streetId)), await this.models.of(streetId)];
    return { vault: this.vault, rules: this.rules, page, inUse, trees: await this.trees.of(streetId) };
  }

  private async addPhoto({ id, file }: { id: string; file: string }, ctx: Ctx, from: PhotoFrom) {
    // A unit finds what concerns it alone: row-level security says so.
    const { row, now } = await this.db.read(ctx, (sql) => photoPlace(sql, id, ctx.streetId));
    checkMayAdd(row && { ...row, photos: 0 }, now, from);
    const photo = await redrawPhoto(file);
    return this.db.run(ctx, (tx) => addPhoto(tx, { id, photo }, from));
  }

  @Answers(intake.receiveDemand)
  async receive(input: Input<typeof intake.receiveDemand>, ctx: Ctx) {
    const parts = await this.parts(ctx);
    return this.db.run(ctx, (tx) => receiveDemand(tx, input, parts));
  }

  @Answers(intake.tellNewFacts)
  async tellNewFacts(input: Input<typeof intake.tellNewFacts>, ctx: Ctx) {
    const parts = await this.parts(ctx);
    return this.db.run(ctx, (tx) => tellNewFacts(tx, input, parts));
  }

  @Answers(intake.receivePublicDemand)
  async receivePublic({ placeCode, streetId: _, ...input }: Input<typeof intake.receivePublicDemand>, ctx: Ctx) {
    if (placeCode === undefined) {
      const parts = await this.parts(ctx);
      return this.db.run(ctx, (tx) => receiveDemand(tx, { ...input, channel: 'WEB' }, parts));
    }
    const { scanned, page } = await this.scan(placeCode, ctx);
    const { communityId, estateId, buildingId, name } = scanned;
    const place = { communityId, estateId, buildingId, point: input.place?.point ?? name };
    const parts = await this.parts(ctx, page);
    return this.db.run(ctx, (tx) => receiveDemand(tx, { ...input, channel: 'QR', place }, parts));
  }

  @Answers(intake.listComplaintUnits)
  async complaintUnits({ placeCode, point }: Input<typeof intake.listComplaintUnits>, ctx: Ctx) {
    if (placeCode === undefined) {
      const page = await this.places.of(ctx.streetId);
      return { units: complaintUnits(placeFor({ place: { point: point ?? null }, content: '' }, page, true), page) };
    }
    const { scanned, page } = await this.scan(placeCode, ctx);
    return { units: complaintUnits({ ...scanned, point: null }, page) };
  }

  /** The point behind a code, also when it was registered a moment ago. */
  private async scan(placeCode: string, ctx: Ctx) {
    let page = await this.places.of(ctx.streetId);
    if (!page.placeByCode.has(placeCode)) page = await this.places.fresh(ctx.streetId);
    const scanned = page.placeByCode.get(placeCode);
    if (!scanned) throw new DomainError('place.unknown', {});
    return { scanned, page };
  }

  @Answers(intake.attachPhoto)
  attachPhoto(input: Input<typeof intake.attachPhoto>, ctx: Ctx) {
    return this.addPhoto(input, ctx, 'RESIDENT');
  }

  @Answers(intake.attachSitePhoto)
  attachSitePhoto(input: Input<typeof intake.attachSitePhoto>, ctx: Ctx) {
    return this.addPhoto(input, ctx, 'SITE');
  }

  @Answers(intake.getPhoto)
  getPhoto(input: Input<typeof intake.getPhoto>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getPhoto(sql, input, ctx.streetId));
  }

  @Answers(intake.listDemands)
  list(input: Input<typeof intake.listDemands>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listDemands(sql, input, ctx, this.vault));
  }

  @Answers(intake.getDemand)
  get(input: Input<typeof intake.getDemand>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getDemand(sql, input.id, ctx, this.vault));
  }

  @Answers(intake.revealComplainant)
  reveal(input: Input<typeof intake.revealComplainant>, ctx: Ctx) {
    // What is shown in clear is kept nowhere: without a key no answer is stored.
    const kept = { ...ctx, idempotencyKey: undefined, requestHash: undefined };
    return this.db.run(kept, (tx) => revealComplainant(tx, input, ctx, this.vault));
  }

  @Answers(intake.screenDemand)
  async screen(input: Input<typeof intake.screenDemand>, ctx: Ctx) {
    const parts = await this.parts(ctx);
    return this.db.run(ctx, (tx) => screenDemand(tx, input, ctx, parts));
  }

  @Answers(intake.answerDemand)
  answer(input: Input<typeof intake.answerDemand>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => answerDemand(tx, input, ctx));
  }

  @Answers(intake.linkDemand)
  link(input: Input<typeof intake.linkDemand>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => linkDemand(tx, input, ctx, this.rules));
  }

  @Answers(intake.duplicateCandidates)
  duplicates(input: Input<typeof intake.duplicateCandidates>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => duplicateCandidates(sql, input.id, ctx.streetId));
  }

  @Answers(intake.track)
  track(input: Input<typeof intake.track>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => trackDemand(sql, input, ctx.streetId, this.vault));
  }
}
