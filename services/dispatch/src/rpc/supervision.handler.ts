import { supervision, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import { redrawPhoto } from '@wufang/service/photo';
import type { z } from 'zod';
import { claimOrder, withdrawClaim } from '../app/claim-order.js';
import { commentOnOrder } from '../app/comment-on-order.js';
import { adjournMeeting, decideAtMeeting, drawMeeting } from '../app/hold-meeting.js';
import { keepSupervisorPhoto } from '../app/keep-photo.js';
import { liftSupervision, replyToSupervision, revokeSupervision, sendBackSupervision, superviseOrder } from '../app/supervise-order.js';
import { giveUpOrder } from '../app/give-up-order.js';
import { markHard } from '../app/mark-hard.js';
import { takeUpOrder } from '../app/take-up-order.js';
import { inviteSupervisors } from '../app/invite-supervisors.js';
import { urgeOrder } from '../app/urge-order.js';
import { listClaimBoard } from '../db/claim-board.view.js';
import { getLeaderList, listLeaderLists } from '../db/leader-lists.view.js';
import { getSupervisorPhoto } from '../db/photos.view.js';
import { getMeeting, listMeetings } from '../db/scheduling-meetings.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';
import { getHands, listSupervisions } from '../db/supervisions.view.js';
import { getWatched, listComments, listWatched } from '../db/watched-orders.view.js';
import { triggersMet } from '../domain/supervision-triggers.js';

type Input<K extends keyof typeof supervision> = z.output<(typeof supervision)[K]['input']>;

@Answerer()
export class SupervisionHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(supervision.superviseOrder)
  supervise(input: Input<'superviseOrder'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => superviseOrder(tx, input, ctx, this.rules));
  }

  @Answers(supervision.listSupervisions)
  list(input: Input<'listSupervisions'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listSupervisions(sql, input, ctx));
  }

  @Answers(supervision.replyToSupervision)
  reply(input: Input<'replyToSupervision'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => replyToSupervision(tx, input, ctx, this.rules));
  }

  @Answers(supervision.sendBackSupervision)
  sendBack(input: Input<'sendBackSupervision'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => sendBackSupervision(tx, input, ctx, this.rules));
  }

  @Answers(supervision.liftSupervision)
  lift(input: Input<'liftSupervision'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => liftSupervision(tx, input, ctx));
  }

  @Answers(supervision.revokeSupervision)
  revoke(input: Input<'revokeSupervision'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => revokeSupervision(tx, input, ctx));
  }

  @Answers(supervision.weighTriggers)
  weighTriggers(input: Input<'weighTriggers'>) {
    return { met: triggersMet(input) };
  }

  @Answers(supervision.urge)
  urge(input: Input<'urge'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => urgeOrder(tx, input, ctx, this.rules));
  }

  @Answers(supervision.markHard)
  markHard(input: Input<'markHard'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => markHard(tx, input, ctx, this.rules));
  }

  @Answers(supervision.takeUp)
  async takeUp(input: Input<'takeUp'>, ctx: Ctx) {
    await this.db.run(ctx, (tx) => takeUpOrder(tx, input, ctx, this.rules));
    return this.db.read(ctx, (sql) => getHands(sql, input, ctx));
  }

  @Answers(supervision.giveUp)
  async giveUp(input: Input<'giveUp'>, ctx: Ctx) {
    await this.db.run(ctx, (tx) => giveUpOrder(tx, input, ctx, this.rules));
    return this.db.read(ctx, (sql) => getHands(sql, input, ctx));
  }

  @Answers(supervision.getHands)
  hands(input: Input<'getHands'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getHands(sql, input, ctx));
  }

  @Answers(supervision.listClaimBoard)
  board(input: Input<'listClaimBoard'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listClaimBoard(sql, input, ctx));
  }

  @Answers(supervision.claimOrder)
  claim(input: Input<'claimOrder'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => claimOrder(tx, input, ctx));
  }

  @Answers(supervision.withdrawClaim)
  withdraw(input: Input<'withdrawClaim'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => withdrawClaim(tx, input, ctx, this.streets));
  }

  @Answers(supervision.drawMeeting)
  draw(input: Input<'drawMeeting'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => drawMeeting(tx, input, this.streets));
  }

  @Answers(supervision.listMeetings)
  meetings(input: Input<'listMeetings'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listMeetings(sql, input, ctx));
  }

  @Answers(supervision.getMeeting)
  meeting(input: Input<'getMeeting'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getMeeting(sql, input, ctx));
  }

  @Answers(supervision.decideAtMeeting)
  decide(input: Input<'decideAtMeeting'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => decideAtMeeting(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(supervision.adjournMeeting)
  adjourn(input: Input<'adjournMeeting'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => adjournMeeting(tx, input));
  }

  @Answers(supervision.listLeaderLists)
  leaderLists(input: Input<'listLeaderLists'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listLeaderLists(sql, input, ctx));
  }

  @Answers(supervision.getLeaderList)
  leaderList(input: Input<'getLeaderList'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getLeaderList(sql, input, ctx));
  }

  @Answers(supervision.inviteSupervisors)
  inviteSupervisors(input: Input<'inviteSupervisors'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => inviteSupervisors(tx, input, ctx));
  }

  @Answers(supervision.listWatched)
  watched(input: Input<'listWatched'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listWatched(sql, input, ctx));
  }

  @Answers(supervision.getWatched)
  watchedOrder(input: Input<'getWatched'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getWatched(sql, input, ctx));
  }

  @Answers(supervision.commentOnOrder)
  comment(input: Input<'commentOnOrder'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => commentOnOrder(tx, input, ctx));
  }

  @Answers(supervision.addSupervisorPhoto)
  async addPhoto({ file, id }: Input<'addSupervisorPhoto'>, ctx: Ctx) {
    await this.db.read(ctx, (sql) => getWatched(sql, { id }, ctx));
    const photo = await redrawPhoto(file);
    return this.db.run(ctx, (tx) => keepSupervisorPhoto(tx, { id, photo }, ctx));
  }

  @Answers(supervision.getSupervisorPhoto)
  photo(input: Input<'getSupervisorPhoto'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getSupervisorPhoto(sql, input, ctx));
  }

  @Answers(supervision.listComments)
  comments(input: Input<'listComments'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listComments(sql, input, ctx));
  }
}
