import { whistles, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import { redrawPhoto } from '@wufang/service/photo';
import type { z } from 'zod';
import { checkInOnSite, claimImproper, explainAbsence, giveResult, judgeImproper, reportIn } from '../app/answer-summons.js';
import { keepWhistlePhoto } from '../app/keep-photo.js';
import { recordMinutes, settleWhistle } from '../app/settle-whistle.js';
import { askWhistle, declineAsked, soundAsked, soundWhistle } from '../app/sound-whistle.js';
import type { DispatchDb } from '../db/schema.js';
import { getWhistlePhoto } from '../db/photos.view.js';
import { StreetBook } from '../db/street-book.js';
import { suggestPartners } from '../db/whistle-partners.view.js';
import { getWhistle, getWhistleScores, listWhistles } from '../db/whistles.view.js';

type Input<K extends keyof typeof whistles> = z.output<(typeof whistles)[K]['input']>;

@Answerer()
export class WhistlesHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(whistles.soundWhistle)
  sound(input: Input<'soundWhistle'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => soundWhistle(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(whistles.askWhistle)
  ask(input: Input<'askWhistle'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => askWhistle(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(whistles.suggestPartners)
  partners(input: Input<'suggestPartners'>, ctx: Ctx) {
    return this.db.read(ctx, async (sql) => suggestPartners(sql, input, await this.streets.at(ctx.streetId), ctx));
  }

  @Answers(whistles.soundAsked)
  soundAsked(input: Input<'soundAsked'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => soundAsked(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(whistles.declineAsked)
  decline(input: Input<'declineAsked'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => declineAsked(tx, input, ctx));
  }

  @Answers(whistles.listWhistles)
  list(input: Input<'listWhistles'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listWhistles(sql, input, ctx));
  }

  @Answers(whistles.getWhistle)
  get(input: Input<'getWhistle'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getWhistle(sql, input, ctx));
  }

  @Answers(whistles.reportIn)
  reportIn(input: Input<'reportIn'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => reportIn(tx, input, ctx));
  }

  @Answers(whistles.explainAbsence)
  explain(input: Input<'explainAbsence'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => explainAbsence(tx, input, ctx));
  }

  @Answers(whistles.checkInOnSite)
  checkIn(input: Input<'checkInOnSite'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => checkInOnSite(tx, input, ctx));
  }

  @Answers(whistles.addWhistlePhoto)
  async addPhoto({ file, ...of }: Input<'addWhistlePhoto'>, ctx: Ctx) {
    // Nobody's photo is drawn for a whistle that they do not see.
    await this.db.read(ctx, (sql) => getWhistle(sql, of, ctx));
    const photo = await redrawPhoto(file);
    return this.db.run(ctx, (tx) => keepWhistlePhoto(tx, { ...of, photo }, ctx));
  }

  @Answers(whistles.getWhistlePhoto)
  photo(input: Input<'getWhistlePhoto'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getWhistlePhoto(sql, input, ctx));
  }

  @Answers(whistles.giveWhistleResult)
  giveResult(input: Input<'giveWhistleResult'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => giveResult(tx, input, ctx));
  }

  @Answers(whistles.claimImproper)
  claimImproper(input: Input<'claimImproper'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => claimImproper(tx, input, ctx));
  }

  @Answers(whistles.judgeImproper)
  judgeImproper(input: Input<'judgeImproper'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => judgeImproper(tx, input, ctx));
  }

  @Answers(whistles.recordMinutes)
  minutes(input: Input<'recordMinutes'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordMinutes(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(whistles.settleWhistle)
  settle(input: Input<'settleWhistle'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => settleWhistle(tx, input, ctx, this.rules));
  }

  @Answers(whistles.whistleScores)
  scores(input: Input<'whistleScores'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getWhistleScores(sql, input, ctx));
  }
}
