import { labels, whistleEvents, type Ctx, type SummonsView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { SummonsRow } from '../db/supervision.schema.js';
import { lockSummons, lockWhistle, summonses } from '../db/whistles.store.js';
import { summonsView } from '../db/whistles.view.js';
import { summonsSteps } from '../domain/clock-steps.js';
import { refusePrivate } from '../domain/public-text.js';
import { nextOfSummons, owesResult } from '../domain/whistle-states.js';
import { refuseNotKept } from './keep-photo.js';
import { takeClockSteps } from './take-clock-steps.js';

interface AsUnit {
  id: string;
  unitId: string;
}

/** The unit reports in (报到), or explains why it cannot come; both are answers, measured against the time to answer. */
export async function reportIn(tx: DispatchTx, input: AsUnit & { answer?: string | undefined }, ctx: Ctx): Promise<SummonsView> {
  return answerSummons(tx, input, ctx, 'reportIn');
}

export async function explainAbsence(tx: DispatchTx, input: AsUnit & { answer: string }, ctx: Ctx): Promise<SummonsView> {
  return answerSummons(tx, input, ctx, 'explain');
}

/** Somebody of the unit is on site (现场签到): a place and a photo, which is kept with the whistle first. The time that counts is when it is recorded. */
export async function checkInOnSite(tx: DispatchTx, input: AsUnit & { point: string; photoId: string }, ctx: Ctx): Promise<SummonsView> {
  const summons = await lockSummons(tx, input, ctx);
  const state = nextOfSummons(summons.state, 'checkIn');
  refusePrivate(input.point);
  await refuseNotKept(tx, { subjectId: summons.id }, [input.photoId]);
  takeClockSteps(tx, null, summons.id, summonsSteps({ fact: 'checkedIn' }));
  const answeredAt = summons.answeredAt ?? tx.now;
  const next = {
    ...{ ...summons, state, answeredAt, checkedInAt: summons.checkedInAt ?? tx.now },
    ...{ checkInPoint: input.point, checkInPhotoId: input.photoId, isPhotoWithWhistle: true },
  };
  return save(
    tx,
    next,
    fact(whistleEvents.summonsCheckedIn, { ...about(summons), point: input.point, at: at(tx), isInTime: isInTime(summons, answeredAt) }),
  );
}

/** What the unit has done (反馈结果). */
export async function giveResult(tx: DispatchTx, input: AsUnit & { result: string }, ctx: Ctx): Promise<SummonsView> {
  const summons = await lockSummons(tx, input, ctx);
  const state = nextOfSummons(summons.state, 'giveResult');
  refusePrivate(input.result);
  takeClockSteps(tx, null, summons.id, summonsSteps({ fact: 'resultGiven' }));
  const next = { ...summons, state, result: input.result, resultAt: tx.now };
  return save(tx, next, fact(whistleEvents.resultGiven, { ...about(summons), at: at(tx), owing: await owing(tx, next) }));
}

/** The unit holds that it should not have been summoned (不当哨). Until the leader has judged it still has to answer. */
export async function claimImproper(tx: DispatchTx, input: AsUnit & { reason: string }, ctx: Ctx): Promise<SummonsView> {
  const summons = await lockSummons(tx, input, ctx);
  const state = nextOfSummons(summons.state, 'claim');
  refusePrivate(input.reason);
  takeClockSteps(tx, null, summons.id, summonsSteps({ fact: 'improperClaimed' }));
  const next = { ...summons, state, propriety: 'CLAIMED_IMPROPER' as const, improperReason: input.reason };
  return save(tx, next, fact(whistleEvents.improperClaimed, { ...about(summons), at: at(tx) }));
}

/** The leader judges a unit's claim. Improper: the unit is excused and it counts against who blew. Proper: everything stays, lost time too. */
export async function judgeImproper(
  tx: DispatchTx,
  input: AsUnit & { isImproper: boolean; reason: string },
  ctx: Ctx,
): Promise<SummonsView> {
  const summons = await lockSummons(tx, input, ctx);
  if (summons.propriety !== 'CLAIMED_IMPROPER') {
    const status = `${labels.summonsState[summons.state]}（未提出不当哨）`;
    throw new DomainError('summons.illegal-step', { status, action: labels.summonsAction.excuse });
  }
  refusePrivate(input.reason);
  const { isImproper } = input;
  const state = isImproper ? nextOfSummons(summons.state, 'excuse') : summons.state;
  takeClockSteps(tx, null, summons.id, summonsSteps({ fact: 'improperJudged', isImproper }));
  const next = { ...summons, state, propriety: isImproper ? ('IMPROPER' as const) : ('PROPER' as const) };
  return save(
    tx,
    next,
    fact(whistleEvents.improperJudged, { ...about(summons), isImproper, at: at(tx), ...(isImproper && { owing: await owing(tx, next) }) }),
  );
}

async function answerSummons(
  tx: DispatchTx,
  input: AsUnit & { answer?: string | undefined },
  ctx: Ctx,
  action: 'reportIn' | 'explain',
): Promise<SummonsView> {
  const summons = await lockSummons(tx, input, ctx);
  const state = nextOfSummons(summons.state, action);
  if (input.answer !== undefined) refusePrivate(input.answer);
  takeClockSteps(tx, null, summons.id, summonsSteps({ fact: action === 'reportIn' ? 'reportedIn' : 'explained' }));
  const answeredAt = summons.answeredAt ?? tx.now;
  const next = { ...summons, state, answeredAt, answer: input.answer ?? summons.answer };
  const told = action === 'reportIn' ? whistleEvents.reportedIn : whistleEvents.explained;
  return save(tx, next, fact(told, { ...about(summons), at: at(tx), isInTime: isInTime(summons, answeredAt) }));
}

/** How many units of the whistle still owe a result, once one has answered so. */
async function owing(tx: DispatchTx, answered: SummonsRow): Promise<number> {
  const { summonsIds } = await lockWhistle(tx, answered.whistleId);
  let open = 0;
  for (const id of summonsIds) {
    const one = id === answered.id ? answered : await tx.lock(summonses, id);
    if (one && owesResult(one.state)) open += 1;
  }
  return open;
}

const about = ({ whistleId, unitId, soundedBy }: SummonsRow) => ({ whistleId, unitId, ...(soundedBy !== null && { soundedBy }) });
const at = (tx: DispatchTx) => tx.now.toISOString();
const isInTime = ({ respondDueAt }: SummonsRow, answeredAt: Date) => answeredAt <= respondDueAt;
const save = (tx: DispatchTx, next: SummonsRow, told: ReturnType<typeof fact>) => summonsView(tx.save(summonses, next, [told]), tx.now);
