import { whistleEvents, type Level } from '@wufang/contracts';
import { fact, type ClockRules } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { WhistleRow } from '../db/supervision.schema.js';
import { askedPlace, lockWhistle, summonses, whistles, whistlesOfOrder } from '../db/whistles.store.js';
import { answerAnew } from '../domain/answer-anew.js';
import { askedCode, respondCode, summonsSteps, whistleSteps } from '../domain/clock-steps.js';
import { legClockAfter, type LeadMoved } from '../domain/leg-clocks.js';
import { nextOfSummons, nextOfWhistle, owesResult } from '../domain/whistle-states.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

/**
 * What units of a whistle still owe is over, and its clocks end: it lapses where a chief settles the whistle, and has ended where the closing of the order does. The
 * whistle is locked.
 */
export async function endOwed(tx: DispatchTx, { id: whistleId, summonsIds }: WhistleRow, by: 'lapse' | 'end'): Promise<void> {
  const at = tx.now.toISOString();
  for (const id of summonsIds) {
    const summons = await tx.lock(summonses, id);
    if (!summons || !owesResult(summons.state)) continue;
    const { unitId } = summons;
    takeClockSteps(tx, null, id, summonsSteps({ fact: by === 'end' ? 'ended' : 'lapsed' }));
    tx.save(summonses, { ...summons, state: nextOfSummons(summons.state, by), endedAt: by === 'end' ? tx.now : null }, [
      by === 'end'
        ? fact(whistleEvents.summonsEnded, { whistleId, unitId, because: 'ORDER_CLOSED', at })
        : fact(whistleEvents.summonsLapsed, { whistleId, unitId, at }),
    ]);
  }
}

/**
 * An order is closed (domain rules 4.4: closed ends all): nobody has to report in for it any more, and no unit is reported to the district for a matter that is
 * over. Its whistles are settled by the closing itself, in words that say so, and what was asked for is not blown any more; tasks of their meetings stay with the
 * units that have them. The order is locked.
 */
export async function endWhistles(tx: DispatchTx, before: WorkOrderRow, after: WorkOrderRow): Promise<void> {
  if (!before.isOpen || after.isOpen) return;
  tx.mustSeeAll(askedPlace(after.id));
  for (const id of new Set([...after.openWhistleIds, ...((await tx.load(whistlesOfOrder, after.id)) ?? [])])) await endWhistle(tx, id);
}

/** Ends one whistle because its order is closed; one that is over stays as it is. The order is locked. */
export async function endWhistle(tx: DispatchTx, id: string): Promise<void> {
  const at = tx.now.toISOString();
  const because = 'ORDER_CLOSED' as const;
  const whistle = await lockWhistle(tx, id);
  const { orderId, whistlingUnitId } = whistle;
  if (whistle.state === 'SOUNDED') {
    await endOwed(tx, whistle, 'end');
    const ended = { state: nextOfWhistle(whistle.state, 'settle'), result: '工单已结案，吹哨随之办结', settledAt: tx.now };
    tx.save(whistles, { ...whistle, ...ended }, [fact(whistleEvents.whistleSettled, { orderId, whistlingUnitId, settledAt: at, because })]);
  }
  if (whistle.state === 'ASKED') {
    takeClockSteps(tx, null, id, whistleSteps({ fact: 'ended' }));
    const declined = { state: nextOfWhistle(whistle.state, 'decline'), result: '工单已结案，不再吹哨' };
    tx.save(whistles, { ...whistle, ...declined }, [
      fact(whistleEvents.whistleDeclined, { askingUnitId: whistlingUnitId, declinedAt: at, because }),
    ]);
  }
}

/**
 * The lead's time has moved, and with it that in which each unit of a whistle brings its result, as a co-unit's does (`legClockAfter`): more of it is shared, a pause stands
 * still for both. Who has brought it, or whose breach was told, is left as it is. The order is locked.
 */
export async function followWithWhistle(tx: DispatchTx, whistleId: string, moved: LeadMoved): Promise<void> {
  for (const id of (await lockWhistle(tx, whistleId)).summonsIds) {
    const summons = await tx.lock(summonses, id);
    if (!summons || !owesResult(summons.state)) continue;
    const at = summons.updatedAt > tx.now ? summons.updatedAt : tx.now;
    const clock = (await tx.runningClocks(id)).find(({ code }) => code === 'WHISTLE_RESULT');
    // Its fact does not say which pause it was that gives time back, so that it is not asked here either.
    const { pausedAt: _, ...told } = moved;
    const position = clock && legClockAfter(clock, told, at);
    if (!clock || !position) continue;
    tx.move(clock, position);
    const dueAt = position.dueAt ?? clock.dueAt;
    const { because, leadDueBefore, leadDueAt, promisedDueAt, until } = moved;
    tx.save(summonses, { ...summons, resultDueAt: dueAt }, [
      fact(whistleEvents.summonsFollowed, {
        ...{ whistleId, unitId: summons.unitId, because, leadDueBefore: leadDueBefore.toISOString(), leadDueAt: leadDueAt.toISOString() },
        ...(promisedDueAt && { promisedDueAt: promisedDueAt.toISOString() }),
        ...{ oldDueAt: clock.dueAt.toISOString(), dueAt: dueAt.toISOString(), until: until?.toISOString() ?? null },
        followedAt: at.toISOString(),
      }),
    ]);
  }
}

/**
 * The level of an order has changed: a whistle that is asked for it is answered, and a unit that was whistled for it reports in, by the time of what the order is now. What a unit
 * has answered, or whose breach was told, is left as it is. The order is locked.
 */
export async function followLevel(tx: DispatchTx, before: WorkOrderRow, after: WorkOrderRow, rules: ClockRules): Promise<void> {
  if (before.level === after.level || !after.isOpen) return;
  tx.mustSeeAll(askedPlace(after.id));
  for (const id of new Set([...after.openWhistleIds, ...((await tx.load(whistlesOfOrder, after.id)) ?? [])])) {
    const whistle = await lockWhistle(tx, id);
    if (whistle.state === 'ASKED') askAtLevel(tx, whistle, after, rules);
    if (whistle.state === 'SOUNDED') for (const summonsId of whistle.summonsIds) await summonAtLevel(tx, summonsId, after.level, rules);
  }
}

function askAtLevel(tx: DispatchTx, whistle: WhistleRow, { id: orderId, level }: WorkOrderRow, rules: ClockRules): void {
  if (whistle.level === level) return;
  const owed = { codeOf: askedCode, level: whistle.level, since: whistle.askedAt, dueAt: whistle.answerDueAt };
  const anew = inWords(answerAnew(owed, level, tx.now, rules));
  const [clock] = takeClockSteps(tx, rules, whistle.id, whistleSteps({ fact: 'relevelled', level, ...anew }));
  const answerDueAt = clock?.dueAt ?? whistle.answerDueAt;
  tx.save(whistles, { ...whistle, level, answerDueAt }, [
    fact(whistleEvents.whistleLevelFollowed, {
      ...{ orderId, oldLevel: whistle.level, level, at: tx.now.toISOString(), ...anew },
      ...(answerDueAt && { answerDueAt: answerDueAt.toISOString() }),
      ...(anew && countedBy(rules)),
    }),
  ]);
}

async function summonAtLevel(tx: DispatchTx, id: string, level: Level, rules: ClockRules): Promise<void> {
  const summons = await tx.lock(summonses, id);
  if (!summons || !owesResult(summons.state) || summons.level === level) return;
  const { whistleId, unitId, level: oldLevel, summonedAt: since, respondDueAt: dueAt } = summons;
  const isOwed = summons.state === 'SUMMONED' && dueAt > tx.now;
  const anew = isOwed ? inWords(answerAnew({ codeOf: respondCode, level: oldLevel, since, dueAt }, level, tx.now, rules)) : undefined;
  const [clock] = takeClockSteps(tx, rules, id, summonsSteps({ fact: 'relevelled', level, ...anew }));
  const respondDueAt = clock?.dueAt ?? dueAt;
  tx.save(summonses, { ...summons, level, respondDueAt }, [
    fact(whistleEvents.summonsLevelFollowed, {
      ...{ whistleId, unitId, oldLevel, level, at: tx.now.toISOString(), ...anew, respondDueAt: respondDueAt.toISOString() },
      ...(anew && countedBy(rules)),
    }),
  ]);
}

const inWords = (anew: { startsAt: Date; ownDueAt?: Date } | undefined) =>
  anew && { startsAt: anew.startsAt.toISOString(), ...(anew.ownDueAt && { ownDueAt: anew.ownDueAt.toISOString() }) };
