import { courtyardEvents, type courtyards as operations, type CourtyardMatterView, type CourtyardView, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { CourtyardMatterRow } from '../db/community-life.schema.js';
import { courtyardMatters, courtyards, lockCourtyard, lockMatter } from '../db/courtyards.store.js';
import { courtyardView, matterView } from '../db/courtyards.view.js';
import { isWithinReach } from '../db/issues.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { lockTableWithinReach, unitById } from '../db/tables.store.js';
import { nextOfMatter, type MatterAction } from '../domain/courtyard-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, seatsForIssue } from '../domain/seats.js';
import { bringToTable } from './propose-issue.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;
type Change = Partial<Omit<CourtyardMatterRow, 'id' | 'state' | 'streetId' | 'version' | 'chainHash' | 'updatedAt'>>;

const told = ({ courtyardId, communityId, title }: CourtyardMatterRow) => ({ courtyardId, communityId, title });

function move(tx: DeliberationTx, matter: CourtyardMatterRow, action: MatterAction, change: Change, ...facts: Fact[]): CourtyardMatterView {
  return matterView(tx.save(courtyardMatters, { ...matter, ...change, state: nextOfMatter(matter.state, action) }, facts));
}

/** A palm courtyard (掌上四合院): a building or a stairwell whose matters the party branch takes up. */
export async function openCourtyard(tx: DeliberationTx, input: Input<'openCourtyard'>, ctx: Ctx): Promise<CourtyardView> {
  const { id, name, communityId, estateId = null, buildingId = null, stairwell = null, branch } = input;
  if (!ctx.actor.unitIds.includes(communityId)) throw new DomainError('object.not-found', {});
  const known = await tx.lock(courtyards, id);
  if (known) return courtyardView(known);
  return courtyardView(
    tx.create(courtyards, { id, name, communityId, estateId, buildingId, stairwell, branch }, [
      fact(courtyardEvents.courtyardOpened, { communityId, name }),
    ]),
  );
}

/** A resident, or the community, raises a matter; nobody is named in it. */
export async function raiseMatter(tx: DeliberationTx, input: Input<'raiseMatter'>, ctx: Ctx): Promise<CourtyardMatterView> {
  const { communityId } = await lockCourtyard(tx, input.courtyardId);
  const concernedUnitIds = [communityId];
  if (!isWithinReach({ concernedUnitIds }, ctx)) throw new DomainError('object.not-found', {});
  const known = await tx.lock(courtyardMatters, input.id);
  if (known) {
    if (!isWithinReach(known, ctx)) throw new DomainError('object.not-found', {});
    return matterView(known);
  }
  const { id, courtyardId, title, text } = input;
  refusePrivate(title, text);
  return matterView(
    tx.create(
      courtyardMatters,
      {
        ...{ id, courtyardId, communityId, concernedUnitIds, state: 'RAISED', title, text, raisedAt: tx.now, supporterIds: [] },
        ...{ convenedAt: null, invitedUnitIds: [], answers: [], result: null, issueId: null },
      },
      [fact(courtyardEvents.matterRaised, { courtyardId, communityId, title })],
    ),
  );
}

/** A neighbour supports it; an account counts once, however often it says so. */
export async function supportMatter(tx: DeliberationTx, { id }: Input<'supportMatter'>, ctx: Ctx): Promise<CourtyardMatterView> {
  const matter = await lockMatter(tx, id, ctx);
  if (matter.supporterIds.includes(ctx.actor.accountId)) return matterView(matter);
  const supporterIds = [...matter.supporterIds, ctx.actor.accountId];
  return move(
    tx,
    matter,
    'support',
    { supporterIds },
    fact(courtyardEvents.matterSupported, { ...told(matter), supporters: supporterIds.length }),
  );
}

/** The branch convenes and asks units to come in (进院); more may be asked later. */
export async function conveneMatter(tx: DeliberationTx, { id, unitIds }: Input<'convene'>, ctx: Ctx): Promise<CourtyardMatterView> {
  const matter = await lockMatter(tx, id, ctx);
  for (const unitId of unitIds) if (!(await tx.load(unitById, unitId))) throw new DomainError('unit.unknown', { unit: unitId });
  const fresh = unitIds.filter((unitId, i) => !matter.invitedUnitIds.includes(unitId) && unitIds.indexOf(unitId) === i);
  const invitedUnitIds = [...matter.invitedUnitIds, ...fresh];
  return move(
    tx,
    matter,
    'convene',
    { invitedUnitIds, concernedUnitIds: [...new Set([matter.communityId, ...invitedUnitIds])], convenedAt: matter.convenedAt ?? tx.now },
    fact(courtyardEvents.matterConvened, { ...told(matter), unitIds: fresh }),
  );
}

/** An invited unit answers for itself. */
export async function answerMatter(tx: DeliberationTx, input: Input<'answerMatter'>, ctx: Ctx): Promise<CourtyardMatterView> {
  const matter = await lockMatter(tx, input.id, ctx);
  const { unitId, text } = input;
  const speaks = ctx.scope === 'street' || ctx.actor.unitIds.includes(unitId);
  if (!speaks || !matter.invitedUnitIds.includes(unitId)) throw new DomainError('object.not-found', {});
  refusePrivate(text);
  const answers = [...matter.answers, { unitId, text, at: tx.now.toISOString() }];
  return move(tx, matter, 'answer', { answers }, fact(courtyardEvents.matterAnswered, { ...told(matter), unitId }));
}

export async function settleMatter(tx: DeliberationTx, { id, result }: Input<'settleMatter'>, ctx: Ctx): Promise<CourtyardMatterView> {
  const matter = await lockMatter(tx, id, ctx);
  refusePrivate(result);
  return move(tx, matter, 'settle', { result }, fact(courtyardEvents.matterSettled, told(matter)));
}

/** What the yard cannot solve is brought to the estate's table of five; the supporters go with it as households. */
export async function bringMatter(
  tx: DeliberationTx,
  input: Input<'bringMatter'>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<CourtyardMatterView> {
  const matter = await lockMatter(tx, input.id, ctx);
  nextOfMatter(matter.state, 'bring');
  const table = await lockTableWithinReach(tx, input.tableId, ctx);
  const { kind } = seatActingFor({ seats: seatsForIssue(table.seats) }, ctx.actor, tx.now);
  const proposal = { title: matter.title, problem: matter.text, scope: input.scope, orderIds: [] };
  const source = { origin: 'COURTYARD' as const, sourceId: matter.id, proposedBy: kind, households: matter.supporterIds.length };
  const issue = await bringToTable(tx, input.issueId, table, proposal, source, rules);
  return move(tx, matter, 'bring', { issueId: issue.id }, fact(courtyardEvents.matterBrought, { ...told(matter), issueId: issue.id }));
}

export async function declineMatter(tx: DeliberationTx, { id, reason }: Input<'declineMatter'>, ctx: Ctx): Promise<CourtyardMatterView> {
  const matter = await lockMatter(tx, id, ctx);
  refusePrivate(reason);
  return move(tx, matter, 'decline', { result: reason }, fact(courtyardEvents.matterDeclined, told(matter)));
}
