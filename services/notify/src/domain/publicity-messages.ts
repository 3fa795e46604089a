import { assemblyShare, type PayloadOf, type publicityEvents } from '@wufang/contracts';
import { clockText, type Draft } from './messages.js';

type Told<K extends keyof typeof publicityEvents> = PayloadOf<(typeof publicityEvents)[K]>;

const toUnit = (unitId: string) => ({ unitId, role: null, seat: null });
const toAll = (unitIds: readonly string[], draft: Pick<Draft, 'kind' | 'title' | 'body' | 'subjectId'>): Draft[] =>
  unitIds.map((unitId) => ({ ...draft, ...toUnit(unitId) }));

/** The plan hangs: every party hears until when. */
export function postedMessages(publicityId: string, { unitIds, title, endsAt, isRestart }: Told<'publicityPosted'>): Draft[] {
  const again = isRestart ? '' : '没有一方多出，公示期接续计算。';
  const body = `“${title}”分摊方案已公示，至 ${clockText(endsAt)} 止。${again}`;
  return toAll(unitIds, { kind: 'PUBLICITY_POSTED', title: '方案公示', body, subjectId: publicityId });
}

/** Owners, each in their own box, hear that the plan hangs and until when they may object; what their home pays stands on their statement alone. */
export function postedToldMessages(publicityId: string, { title, point, endsAt, ownerIds, accountIds = [] }: Told<'postedTold'>): Draft[] {
  const body = `“${title}”的分摊方案已张贴在${point}，至 ${clockText(endsAt)} 止，期间可以提出异议。本户分摊的金额，请凭分户说明上的编号和查询码查看。`;
  const draft = { kind: 'PUBLICITY_POSTED', title: '方案公示', body, subjectId: publicityId };
  return [...toAll(ownerIds, draft), ...accountIds.map((accountId) => ({ ...draft, accountId, unitId: null, role: null, seat: null }))];
}

/** Whoever chairs owes an answer in time. */
export function objectionMessages(told: Told<'objectionRaised'>): Draft[] {
  const who = told.by === 'OWNER' ? '一位业主' : '一个席位';
  const body = `${who}对公示的方案提出异议，请于 ${clockText(told.dueAt)} 前书面答复。`;
  return [{ kind: 'OBJECTION', title: '异议待答复', body, subjectId: told.publicityId, ...toUnit(told.chairUnitId) }];
}

/** A party hears that it was answered, and so do accounts that have bound the owner's home; an owner without one looks it up by the number of its statement. */
export function answeredMessages({ unitId, publicityId, accountIds = [] }: Told<'objectionAnswered'>): Draft[] {
  const draft = { kind: 'OBJECTION_ANSWERED', title: '异议已答复', body: '您提出的异议已有答复，请查看。', subjectId: publicityId };
  return [
    ...(unitId === null ? [] : toAll([unitId], draft)),
    ...accountIds.map((accountId) => ({ ...draft, accountId, unitId: null, role: null, seat: null })),
  ];
}

export function assemblyMessages(publicityId: string, { unitIds, objectingOwners, affectedOwners }: Told<'assemblyNeeded'>): Draft[] {
  const { num, den } = assemblyShare.value;
  const body = `${affectedOwners} 位受影响业主中已有 ${objectingOwners} 位提出异议，达到 ${(num * 100) / den}%，须召开临时业主大会。`;
  return toAll(unitIds, { kind: 'ASSEMBLY_NEEDED', title: '须开临时业主大会', body, subjectId: publicityId });
}

export function endedMessages(publicityId: string, { unitIds }: Told<'publicityEnded'>): Draft[] {
  const body = '公示期满，没有未答复的异议，方案转入签约。';
  return toAll(unitIds, { kind: 'PUBLICITY_ENDED', title: '公示期满', body, subjectId: publicityId });
}

/** What hung comes down with its issue: every party hears that nothing is proposed any more, and why. */
export function takenDownMessages(publicityId: string, { unitIds, reason }: Told<'publicityTakenDown'>): Draft[] {
  const body = `方案的公示已撤下，方案不再提出：${reason}。尚未答复的异议按此答复。`;
  return toAll(unitIds, { kind: 'PUBLICITY_TAKEN_DOWN', title: '公示撤下', body, subjectId: publicityId });
}

export function amendedMessages(publicityId: string, { unitIds, title }: Told<'publicityAmended'>): Draft[] {
  const body = `“${title}”分摊方案的公示已撤下，方案将修改；金额有变的一方须重新表态。`;
  return toAll(unitIds, { kind: 'PUBLICITY_AMENDED', title: '方案修改', body, subjectId: publicityId });
}
