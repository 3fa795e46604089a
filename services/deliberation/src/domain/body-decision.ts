import type { BodyDecision } from '@wufang/contracts';
import { addDays, DomainError } from '@wufang/kernel';

export type BodyCount = Pick<
  BodyDecision,
  'body' | 'members' | 'ownerReps' | 'attended' | 'ownerRepsAttended' | 'signed' | 'heldOn' | 'toldOn'
>;

/** The least a body has, and how long before its meeting the residents' committee (居委会) is told (北京市物业管理条例). */
export const bodySizes = {
  from: '2020-05-01',
  value: { OWNERS_COMMITTEE: 5, PROPERTY_MGMT_COMMITTEE: 7 },
  unit: 'members',
  source: 'L2-39, L2-54',
} as const;
/** Where a committee may be of three: in an estate of at most so many homes. */
export const smallCommittee = { from: '2020-05-01', value: { homes: 100, members: 3 }, unit: 'homes, members', source: 'L2-39' } as const;
export const committeeToldDays = { from: '2020-05-01', value: 5, unit: 'days before the meeting', source: 'L2-45' } as const;

/** More than half. Examples: of 7 -> 4; of 9 -> 5; of 11 -> 6; of 4 -> 3. */
export function moreThanHalf(n: number): number {
  return Math.floor(n / 2) + 1;
}

/**
 * Whether a decision still has to hang (L2-45, L2-57): what a committee has passed and nobody has posted. The residents' meeting has no such duty, and decisions that were
 * recorded before this was kept are not asked for any more.
 */
export const isToBePosted = ({ body, isPassed, recordedAt, posting }: BodyDecision): boolean =>
  body !== 'RESIDENTS_MEETING' && isPassed && recordedAt !== undefined && posting === undefined;

const unsound = (reason: string) => new DomainError('body.numbers-unsound', { reason });

/**
 * Whether the numbers of a meeting carry its decision. 业委会 (L2-45): more than half of the members attend, the residents' committee was told 5 days before,
 * more than half of all members sign; how small it may be, goes by the homes of its estate (L2-39). 物管会 (L2-57): more than half of the members and more than half of the owners' representatives attend, more than half of all
 * members sign. Nobody attends by proxy, so heads are counted. Neither decides what is the owners' own to decide (L2-44, L2-56); that is another gate.
 * 居民会议 (L8): more than half of those eligible attend, more than half of those present agree; it binds nobody to pay (L8-16: residents pay of their own will,
 * units with their consent), so that it opens no gate of money.
 * Examples: 居民会议 121 eligible -> 61 attend, 31 agree; 物管会 7 with 4, 4 there of whom 2 -> no quorum; 9 members, 5 there, 4 sign -> not passed.
 */
export function judgeBody(count: BodyCount, homes: number): Pick<BodyDecision, 'isQuorate' | 'isPassed' | 'reasons'> {
  if (count.body === 'RESIDENTS_MEETING') return judgeResidents(count);
  checkNumbers(leastOf(count.body, homes), count.body, count);
  const { body, members, ownerReps, attended, ownerRepsAttended, signed } = count;
  const reasons: string[] = [];
  if (attended < moreThanHalf(members)) reasons.push(`全体 ${members} 人，须到 ${moreThanHalf(members)} 人，实到 ${attended} 人`);
  if (body === 'PROPERTY_MGMT_COMMITTEE' && ownerRepsAttended < moreThanHalf(ownerReps))
    reasons.push(`业主代表 ${ownerReps} 人，须到 ${moreThanHalf(ownerReps)} 人，实到 ${ownerRepsAttended} 人`);
  if (body === 'OWNERS_COMMITTEE' && (count.toldOn === null || count.toldOn > addDays(count.heldOn, -committeeToldDays.value)))
    reasons.push(`会议 ${committeeToldDays.value} 日前没有告知居委会`);
  const isQuorate = reasons.length === 0;
  if (signed < moreThanHalf(members)) reasons.push(`须全体 ${members} 人中 ${moreThanHalf(members)} 人签字，实签 ${signed} 人`);
  return { isQuorate, isPassed: isQuorate && reasons.length === 0, reasons };
}

/** The residents' meeting decides by those who are there, not by all who may come. */
function judgeResidents({ members, attended, signed }: BodyCount): Pick<BodyDecision, 'isQuorate' | 'isPassed' | 'reasons'> {
  if (members < 1 || attended > members || signed > attended) throw unsound('到会人数不能超过应到会人数，同意的不能超过到会的，请核对。');
  const [needed, agree] = [moreThanHalf(members), moreThanHalf(attended)];
  if (attended < needed)
    return { isQuorate: false, isPassed: false, reasons: [`应到 ${members} 人，须到 ${needed} 人，实到 ${attended} 人`] };
  const isPassed = signed >= agree;
  return { isQuorate: true, isPassed, reasons: isPassed ? [] : [`到会 ${attended} 人，须 ${agree} 人同意，实有 ${signed} 人`] };
}

/** The least members a body has. Examples: 业委会 of 100 homes -> 3, of 101 -> 5; 物管会 -> 7. */
export const leastOf = (body: keyof typeof bodySizes.value, homes: number): number =>
  body === 'OWNERS_COMMITTEE' && homes <= smallCommittee.value.homes ? smallCommittee.value.members : bodySizes.value[body];

/** Numbers that no such body can have. */
function checkNumbers(
  least: number,
  body: keyof typeof bodySizes.value,
  { members, ownerReps, attended, ownerRepsAttended, signed }: BodyCount,
): void {
  if (members < least || members % 2 === 0) throw unsound(`委员人数应当是单数且不少于 ${least} 人。`);
  if (ownerReps > members || attended > members || ownerRepsAttended > Math.min(ownerReps, attended))
    throw unsound('到会人数和业主代表人数不能超过总数，请核对。');
  if (attended - ownerRepsAttended > members - ownerReps) throw unsound('到会的业主代表人数偏少，与到会总人数不符，请核对。');
  if (body === 'PROPERTY_MGMT_COMMITTEE' && 2 * ownerReps < members) throw unsound('物管会的业主代表不少于一半。');
  if (body === 'OWNERS_COMMITTEE' && ownerReps !== members) throw unsound('业委会委员都是业主，业主代表人数应当等于委员人数。');
  if (signed > members) throw unsound('签字人数不能超过委员人数。');
}
