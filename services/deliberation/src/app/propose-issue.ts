import {
  issueEvents,
  type Ctx,
  type deliberatingEvents,
  type Envelope,
  type IssueOrigin,
  type IssueScope,
  type IssueView,
  type PayloadOf,
  type SeatKind,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, startClock, type RuleBook } from '@wufang/service';
import { lockQuestion } from '../db/courtyards.store.js';
import { issues } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import type { DeliberationTx, IssueRow, TableRow } from '../db/schema.js';
import { buildingById, lockTableWithinReach, orderById, orders } from '../db/tables.store.js';
import { nextOfQuestion } from '../domain/courtyard-states.js';
import { stateClocks } from '../domain/issue-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, seatsForIssue, unitsOfSeats } from '../domain/seats.js';
import { tableFor } from './open-table.js';

export interface Proposal {
  title: string;
  problem: string;
  scope: IssueScope;
  orderIds: readonly string[];
}

/**
 * Any seat brings a matter to the table (提出议题); with orders that tell of it again and again it is a cluster, with a question of an office day
 * (书记办公日) it comes from there.
 */
export async function proposeIssue(
  tx: DeliberationTx,
  input: Proposal & { id: string; tableId: string; officeQuestionId?: string | undefined },
  ctx: Ctx,
  rules: RuleBook,
): Promise<IssueView> {
  const table = await lockTableWithinReach(tx, input.tableId, ctx);
  const { kind } = seatActingFor({ seats: seatsForIssue(table.seats) }, ctx.actor, tx.now);
  const { officeQuestionId: sourceId = null } = input;
  if (sourceId !== null) await refuseForeignQuestion(tx, sourceId, table, ctx);
  const origin = sourceId !== null ? 'OFFICE_DAY' : input.orderIds.length > 0 ? 'CLUSTER' : 'SEAT';
  return issueView(await bringToTable(tx, input.id, table, input, { origin, sourceId, proposedBy: kind, households: 0 }, rules));
}

/** A question of an office day comes to a table of its own community, by that community, once it has been answered and before it is settled. */
async function refuseForeignQuestion(tx: DeliberationTx, id: string, { communityId }: TableRow, ctx: Ctx): Promise<void> {
  const question = await lockQuestion(tx, id, ctx);
  if (question.communityId !== communityId || !ctx.actor.unitIds.includes(communityId)) throw new DomainError('object.not-found', {});
  nextOfQuestion(question.state, 'settle');
}

/** An order that no single unit can settle comes to its estate's table, which is set up if there is none yet (提请五方共议). */
export async function bringOrder(
  tx: DeliberationTx,
  { aggregateId: orderId, payload }: Envelope<PayloadOf<typeof deliberatingEvents.deliberationAsked>>,
  rules: RuleBook,
): Promise<void> {
  const { estateId, buildingId, title, problem } = payload;
  const table = await tableFor(tx, estateId);
  const scope = { level: buildingId === null ? ('ESTATE' as const) : ('BUILDING' as const), estateId, buildingId, stairwell: null };
  const source = { origin: 'WORK_ORDER' as const, sourceId: orderId, proposedBy: null, households: 0 };
  await bringToTable(tx, tx.newId(), table, { title, problem, scope, orderIds: [orderId] }, source, rules);
}

/** Where a proposal comes from. */
export interface Source {
  origin: IssueOrigin;
  sourceId: string | null;
  proposedBy: SeatKind | null;
  households: number;
}

/** A new issue on a table, whoever brought it. Its place has to lie in the table's estate, and so have its orders. */
export async function bringToTable(
  tx: DeliberationTx,
  id: string,
  table: TableRow,
  { title, problem, scope, orderIds }: Proposal,
  source: Source,
  rules: RuleBook,
): Promise<IssueRow> {
  refusePrivate(title, problem);
  await checkScope(tx, scope, table.estateId);
  for (const orderId of orderIds) {
    const order = await tx.load(orderById, orderId);
    const isElsewhere = order?.estateId !== table.estateId || order.issueId !== null || order.isOpen === false;
    if (isElsewhere && source.origin !== 'WORK_ORDER') throw new DomainError('issue.order-elsewhere', {});
    tx.put(orders, { id: orderId, issueId: id });
  }
  const screen = startClock(await rules.at(tx.streetId, tx.now), stateClocks.PROPOSED!, id, tx.now);
  if (!screen) throw new DomainError('time-limits.invalid', { faults: `缺少${stateClocks.PROPOSED}` });
  tx.arm(screen);
  const { id: tableId, estateId, communityId } = table;
  const unitIds = unitsOfSeats(table.seats);
  const ids = [...new Set(orderIds)];
  return tx.create(
    issues,
    {
      ...{ id, tableId, estateId, communityId, state: 'PROPOSED' as const, isOpen: true, title, problem, scope, ...source, orderIds: ids },
      ...{ matters: [], decisionClasses: [], screening: [], seats: seatsForIssue(table.seats), concernedUnitIds: unitIds, payers: [] },
      ...{ roundNo: 0, roundId: null, quorumFailures: 0, planId: null, voteIds: [], resolutionId: null, leadSeat: null, bodyDecisions: [] },
      signedResolutionId: null,
      ...{ withdrawalAsked: null, mergedInto: null, proposedAt: tx.now },
    },
    [
      fact(issueEvents.issueProposed, {
        ...{ tableId, estateId, communityId, title, scope, ...source, orderIds: ids, unitIds, proposedAt: tx.now.toISOString() },
      }),
    ],
  );
}

/** Refuses a place that does not lie in the estate, or is not written as its level asks. */
export async function checkScope(
  tx: DeliberationTx,
  { level, estateId, buildingId, stairwell }: IssueScope,
  ofTable: string,
): Promise<void> {
  const wrong = (reason: string) => new DomainError('issue.scope-unknown', { reason });
  if (estateId !== ofTable) throw wrong('涉及范围应当在这张议事桌的小区内。');
  if (level === 'ESTATE') {
    if (buildingId !== null || stairwell !== null) throw wrong('全小区的议题不要再写楼栋和单元。');
    return;
  }
  if (buildingId === null || (level === 'STAIRWELL') !== (stairwell !== null)) throw wrong('一栋楼的请写楼栋；一个单元的请写楼栋和单元。');
  const building = await tx.load(buildingById, buildingId);
  if (building?.estateId !== estateId) throw wrong('楼栋不在这个小区的名册中，请核对。');
}
