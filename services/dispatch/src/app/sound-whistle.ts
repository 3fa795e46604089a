import {
  labels,
  whistleEvents,
  type Ctx,
  type Level,
  type PlaceRef,
  type SiteMeeting,
  type SummonsView,
  type WhistleView,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import type { WhistleRow } from '../db/supervision.schema.js';
import { askedPlace, lockWithOrder, summonses, whistles } from '../db/whistles.store.js';
import { summonsView, whistleView } from '../db/whistles.view.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';
import { summonsSteps, whistleSteps } from '../domain/clock-steps.js';
import { resultDue } from '../domain/co-return.js';
import { futureOf } from '../domain/future.js';
import { refuseOwnUnit, refuseSummoned } from '../domain/keep-out.js';
import { refusePrivate } from '../domain/public-text.js';
import { nextOfWhistle } from '../domain/whistle-states.js';
import { aboutOrder, saveOrder } from './save-order.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

export interface WhistleMatter {
  orderId?: string | undefined;
  place?: PlaceRef | undefined;
  level?: Level | undefined;
  reason: string;
  unitIds: string[];
  meeting?: SiteMeeting | undefined;
}

type Answer = WhistleView & { summonses: SummonsView[] };

/**
 * The street blows the whistle (吹哨, regulation art. 16): each unit it summons has a clock of its own to answer. The order it is blown for is handled
 * jointly until the whistle is settled, or from when it comes to be handled.
 */
export async function soundWhistle(tx: DispatchTx, input: WhistleMatter, ctx: Ctx, rules: RuleBook, streets: StreetBook): Promise<Answer> {
  const [matter, limits, street] = [
    await matterOf(tx, input, ctx, streets),
    await rules.at(tx.streetId, tx.now),
    await streets.at(tx.streetId),
  ];
  const whistlingUnitId = ctx.actor.unitIds[0] ?? street.centre.id;
  const id = tx.newId();
  const draft = {
    ...matter,
    id,
    state: 'SOUNDED' as const,
    whistlingUnitId,
    concernedUnitIds: [whistlingUnitId],
    askedAt: null,
    answerDueAt: null,
    soundedAt: tx.now,
  };
  return sound(tx, draft, ctx, limits, (row, facts) => tx.create(whistles, row, facts));
}

/** A community asks the street to blow it (社区请街道吹哨). Nobody is summoned yet; the street has its time to say yes or no. */
export async function askWhistle(tx: DispatchTx, input: WhistleMatter, ctx: Ctx, rules: RuleBook, streets: StreetBook): Promise<Answer> {
  const matter = await matterOf(tx, input, ctx, streets);
  const askingUnitId = ctx.actor.unitIds.find((id) => id === matter.place.communityId) ?? ctx.actor.unitIds[0];
  if (askingUnitId === undefined) throw new DomainError('object.not-found', {});
  if (matter.orderId === null && matter.place.communityId !== askingUnitId) throw new DomainError('object.not-found', {});
  return { ...whistleView(ask(tx, { ...matter, askingUnitId, by: 'COMMUNITY' }, await rules.at(tx.streetId, tx.now))), summonses: [] };
}

/** A whistle that is asked for, with the street's time to answer. */
function ask(
  tx: DispatchTx,
  { askingUnitId, by, ...matter }: Matter & { askingUnitId: string; by: 'COMMUNITY' | 'HAND_UP' },
  limits: ClockRules,
): WhistleRow {
  const { orderId, level, summonedUnitIds } = matter;
  const [id, askedAt] = [tx.newId(), tx.now.toISOString()];
  const [clock] = takeClockSteps(tx, limits, id, whistleSteps({ fact: 'asked', level, askedAt }));
  const answerDueAt = clock!.dueAt;
  if (orderId !== null) tx.remember(askedPlace(orderId), id);
  return tx.create(
    whistles,
    {
      ...{ ...matter, id, state: 'ASKED' as const, whistlingUnitId: askingUnitId, concernedUnitIds: [askingUnitId] },
      ...{ summonsIds: [], askedAt: tx.now, answerDueAt, soundedAt: null },
    },
    [
      fact(whistleEvents.whistleAsked, {
        ...{ orderId, askingUnitId, unitIds: summonedUnitIds, level, askedAt, by, answerDueAt: answerDueAt.toISOString() },
        ...countedBy(limits),
      }),
    ],
  );
}

/**
 * The ladder of 有事您找我 ends at the whistle: the section that leads asks for one, without naming units yet, so that the chiefs have something to sound or to decline.
 * The sentence is the ladder's; what the section wrote may be about a home.
 */
export function askByHandUp(tx: DispatchTx, { id: orderId, place, level, leadUnitId }: WorkOrderRow, limits: ClockRules): void {
  const reason = '有事您找我：街道科室难以解决，逐级上交，请研究吹哨。';
  const matter = {
    orderId,
    place,
    level,
    reason,
    summonedUnitIds: [],
    taskIds: [],
    meeting: null,
    minutes: null,
    result: null,
    settledAt: null,
  };
  ask(tx, { ...matter, askingUnitId: leadUnitId, by: 'HAND_UP' }, limits);
}

/** The street blows the whistle a community has asked for, for the units it names or those the community named. */
export async function soundAsked(
  tx: DispatchTx,
  input: { id: string; unitIds?: string[] | undefined; meeting?: SiteMeeting | undefined },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<Answer> {
  const { whistle } = await lockWithOrder(tx, input.id);
  const state = nextOfWhistle(whistle.state, 'sound');
  const summonedUnitIds = await knownUnits(tx, input.unitIds ?? whistle.summonedUnitIds, streets);
  if (summonedUnitIds.length === 0) throw new DomainError('whistle.units-needed', {});
  const meeting = meetingOf(input.meeting, tx.now) ?? whistle.meeting;
  if (meeting) futureOf(meeting.at, tx.now, '会商时间');
  const limits = await rules.at(tx.streetId, tx.now);
  takeClockSteps(tx, null, whistle.id, whistleSteps({ fact: 'ended' }));
  return sound(tx, { ...whistle, state, summonedUnitIds, meeting, soundedAt: tx.now }, ctx, limits, (row, facts) =>
    tx.save(whistles, { ...whistle, ...row }, facts),
  );
}

/** The street does not blow it, and says why. Nobody of a unit that was to be summoned says so, nor of the one that leads the order. */
export async function declineAsked(tx: DispatchTx, { id, reason }: { id: string; reason: string }, { actor }: Ctx): Promise<Answer> {
  const { whistle, order } = await lockWithOrder(tx, id);
  const state = nextOfWhistle(whistle.state, 'decline');
  refuseSummoned(whistle, actor, labels.whistleAction.decline);
  if (order) refuseOwnUnit(order, actor, labels.whistleAction.decline);
  refusePrivate(reason);
  takeClockSteps(tx, null, id, whistleSteps({ fact: 'ended' }));
  const saved = tx.save(whistles, { ...whistle, state, result: reason }, [
    fact(whistleEvents.whistleDeclined, { askingUnitId: whistle.whistlingUnitId, declinedAt: tx.now.toISOString() }),
  ]);
  return { ...whistleView(saved), summonses: [] };
}

type Draft = Omit<WhistleRow, 'streetId' | 'version' | 'chainHash' | 'updatedAt' | 'summonsIds'> & { soundedAt: Date };
type Matter = Pick<
  WhistleRow,
  'orderId' | 'place' | 'level' | 'reason' | 'summonedUnitIds' | 'taskIds' | 'meeting' | 'minutes' | 'result' | 'settledAt'
>;

async function sound(
  tx: DispatchTx,
  draft: Draft,
  { actor }: Ctx,
  limits: ClockRules,
  write: (row: Draft & { summonsIds: string[] }, facts: ReturnType<typeof fact>[]) => WhistleRow,
): Promise<Answer> {
  const { id: whistleId, orderId, whistlingUnitId } = draft;
  const summonedAt = tx.now.toISOString();
  const meetingAt = draft.meeting?.at ?? null;
  const summons = draft.summonedUnitIds.map((unitId) => ({ id: tx.newId(), unitId }));
  const order = orderId === null ? null : await lockOpen(tx, orderId);
  // Between asking and sounding the order may have been raised or lowered; the units are given the time of what it is now.
  const { level, place } = order ?? draft;
  const resultDueAt = resultDue(tx.now, meetingAt === null ? null : new Date(meetingAt), order && order.dueAt, limits);
  const whistle = write(
    {
      ...draft,
      ...{ level, place },
      summonsIds: summons.map(({ id }) => id),
      // The unit that leads the order is told of the whistle, and sees it.
      concernedUnitIds: [...new Set([...draft.concernedUnitIds, ...draft.summonedUnitIds, ...(order ? [order.leadUnitId] : [])])],
    },
    [
      fact(whistleEvents.whistleSounded, {
        orderId,
        place,
        level,
        whistlingUnitId,
        ...(draft.askedAt !== null && { isAsked: true as const }),
        summons,
        meetingAt,
        soundedAt: summonedAt,
      }),
    ],
  );
  const rows = summons.map(({ id, unitId }) => {
    const told = { level, summonedAt, meetingAt, orderId, resultDueAt: resultDueAt.toISOString() };
    const [respond] = takeClockSteps(tx, limits, id, summonsSteps({ fact: 'summoned', ...told }));
    return tx.create(
      summonses,
      {
        ...{
          id,
          whistleId,
          unitId,
          whistlingUnitId,
          soundedBy: actor.accountId,
          state: 'SUMMONED' as const,
          level,
          summonedAt: tx.now,
          respondDueAt: respond!.dueAt,
          resultDueAt,
        },
        ...{
          answeredAt: null,
          answer: null,
          checkedInAt: null,
          checkInPoint: null,
          checkInPhotoId: null,
          isPhotoWithWhistle: false,
          result: null,
          resultAt: null,
        },
        ...{ propriety: 'PROPER' as const, improperReason: null, reportedToDistrictAt: null, endedAt: null },
      },
      [
        fact(whistleEvents.summoned, {
          ...{ ...told, whistleId, unitId, whistlingUnitId, respondDueAt: respond!.dueAt.toISOString() },
          ...countedBy(limits),
        }),
      ],
    );
  });
  if (order !== null) {
    const whistled = fact(whistleEvents.orderWhistled, {
      ...{ ...aboutOrder(order), whistleId, unitIds: draft.summonedUnitIds, whistledAt: summonedAt },
    });
    await saveOrder(tx, order, { openWhistleIds: [...order.openWhistleIds, whistleId] }, [whistled], limits);
  }
  return { ...whistleView(whistle), summonses: rows.map((row) => summonsView(row, tx.now)) };
}

async function lockOpen(tx: DispatchTx, orderId: string): Promise<WorkOrderRow> {
  const order = await tx.lock(workOrders, orderId);
  if (!order) throw new DomainError('object.not-found', {});
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  return order;
}

/** What a whistle is about: an order within reach, whose place and level it takes over, or a place with a level. */
async function matterOf(tx: DispatchTx, input: WhistleMatter, ctx: Ctx, streets: StreetBook): Promise<Matter> {
  refusePrivate(input.reason);
  const order = input.orderId === undefined ? undefined : await lockWithinReach(tx, input.orderId, ctx);
  if (order && !order.isOpen) throw new DomainError('work-order.not-open', {});
  const place = order?.place ?? input.place;
  const level = order?.level ?? input.level;
  if (!place || !level) throw new DomainError('whistle.matter-needed', {});
  return {
    ...{ orderId: order?.id ?? null, place, level, reason: input.reason, summonedUnitIds: await knownUnits(tx, input.unitIds, streets) },
    ...{ meeting: meetingOf(input.meeting, tx.now), taskIds: [], minutes: null, result: null, settledAt: null },
  };
}

async function knownUnits(tx: DispatchTx, unitIds: readonly string[], streets: StreetBook): Promise<string[]> {
  const { units } = await streets.at(tx.streetId);
  for (const id of unitIds) if (!units.has(id)) throw new DomainError('unit.unknown', { unit: id });
  return [...new Set(unitIds)];
}

function meetingOf(meeting: SiteMeeting | undefined, now: Date): SiteMeeting | null {
  if (!meeting) return null;
  refusePrivate(meeting.point);
  return { at: futureOf(meeting.at, now, '会商时间').toISOString(), point: meeting.point };
}
