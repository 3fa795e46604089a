import { campaigns, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import { redrawPhoto } from '@wufang/service/photo';
import type { z } from 'zod';
import { demandFinding, noteFinding, recordFinding } from '../app/campaign-findings.js';
import { keepFindingPhoto } from '../app/keep-photo.js';
import { closeCampaign, extendCampaign, openCampaign, setCampaignRoster } from '../app/run-campaign.js';
import { getCampaign, getFindingPhoto, listCampaigns } from '../db/campaigns.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof campaigns> = z.output<(typeof campaigns)[K]['input']>;

@Answerer()
export class CampaignsHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(campaigns.listCampaigns)
  list(input: Input<'listCampaigns'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listCampaigns(sql, input, ctx));
  }

  @Answers(campaigns.getCampaign)
  get(input: Input<'getCampaign'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getCampaign(sql, input, ctx));
  }

  @Answers(campaigns.openCampaign)
  open(input: Input<'openCampaign'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => openCampaign(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(campaigns.setRoster)
  roster(input: Input<'setRoster'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => setCampaignRoster(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(campaigns.addPhoto)
  async addPhoto({ file, id, findingId }: Input<'addPhoto'>, ctx: Ctx) {
    // Nobody's photo is drawn for a campaign that they do not see.
    await this.db.read(ctx, (sql) => getCampaign(sql, { id }, ctx));
    const photo = await redrawPhoto(file);
    return this.db.run(ctx, (tx) => keepFindingPhoto(tx, { id, findingId, photo }, ctx));
  }

  @Answers(campaigns.getPhoto)
  photo(input: Input<'getPhoto'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getFindingPhoto(sql, input, ctx));
  }

  @Answers(campaigns.recordFinding)
  record(input: Input<'recordFinding'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordFinding(tx, input, ctx, this.streets));
  }

  @Answers(campaigns.noteFinding)
  note(input: Input<'noteFinding'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => noteFinding(tx, input, ctx));
  }

  @Answers(campaigns.demandFinding)
  demand(input: Input<'demandFinding'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => demandFinding(tx, input, ctx));
  }

  @Answers(campaigns.extendCampaign)
  extend(input: Input<'extendCampaign'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => extendCampaign(tx, input, ctx, this.rules));
  }

  @Answers(campaigns.closeCampaign)
  close(input: Input<'closeCampaign'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => closeCampaign(tx, input, ctx));
  }
}
