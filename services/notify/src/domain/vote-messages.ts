import { labels, type EmergencyCase, type VoteKind } from '@wufang/contracts';
import { clockText, type Draft } from './messages.js';

const toUnit = (unitId: string) => ({ unitId, role: null, seat: null });
const toUnits = (unitIds: readonly string[], draft: Omit<Draft, 'unitId' | 'role' | 'seat'>): Draft[] =>
  unitIds.map((unitId) => ({ ...draft, ...toUnit(unitId) }));
const toAccounts = (accountIds: readonly string[], draft: Omit<Draft, 'unitId' | 'role' | 'seat'>): Draft[] =>
  accountIds.map((accountId) => ({ ...draft, accountId, unitId: null, role: null, seat: null }));
/** Owners in their own boxes, and the accounts that have bound a home of theirs (绑定本户). */
interface ToldOwners {
  ownerIds: readonly string[];
  accountIds?: readonly string[] | undefined;
}
const toOwners = ({ ownerIds, accountIds = [] }: ToldOwners, draft: Omit<Draft, 'unitId' | 'role' | 'seat'>): Draft[] => [
  ...toUnits(ownerIds, draft),
  ...toAccounts(accountIds, draft),
];
/** A poll says in every message that it decides nothing. */
const pollWord = (kind: VoteKind) => (kind === 'ADVISORY' ? '（意向征询，不是业主共同决定）' : '');

interface AboutVote {
  kind: VoteKind;
  title: string;
}

/** The parties of the table hear of a vote with its period. */
export function voteAnnouncedMessages(
  subjectId: string,
  {
    kind,
    title,
    opensAt,
    closesAt,
    concernedUnitIds,
  }: AboutVote & { opensAt: string; closesAt: string; concernedUnitIds: readonly string[] },
): Draft[] {
  const body = `“${title}”${pollWord(kind)}自 ${clockText(opensAt)} 起表决，${clockText(closesAt)} 截止。`;
  return toUnits(concernedUnitIds, { kind: 'VOTE_ANNOUNCED', title: '业主表决公告', body, subjectId });
}

/** Owners, each in their own box, hear what they are asked, how and from when to when (物业管理条例第三十五条). */
export function announcedToldMessages(
  subjectId: string,
  told: AboutVote & ToldOwners & { how: string; opensAt: string; closesAt: string },
): Draft[] {
  const { kind, title, how, opensAt, closesAt } = told;
  const body = `“${title}”${pollWord(kind)}自 ${clockText(opensAt)} 起表决，${clockText(closesAt)} 截止。投票方式：${how}。表决的内容请看公告。`;
  return toOwners(told, { kind: 'VOTE_ANNOUNCED', title: '业主表决公告', body, subjectId });
}

export function voteCalledOffMessages(
  subjectId: string,
  { kind, title, reason, concernedUnitIds }: AboutVote & { reason: string; concernedUnitIds: readonly string[] },
): Draft[] {
  return toUnits(concernedUnitIds, {
    kind: 'VOTE_CALLED_OFF',
    title: '表决取消',
    body: `“${title}”${pollWord(kind)}已取消：${reason}。`,
    subjectId,
  });
}

/** Owners whose ballot lies there hear that the vote has fallen and decides nothing, the others that it is not held; how anybody chose, nobody says. */
export function callOffToldMessages(
  subjectId: string,
  told: AboutVote & ToldOwners & { reason: string; hasReturned?: boolean | undefined },
): Draft[] {
  const { kind, title, reason, hasReturned = true } = told;
  const [yours, ballot] = hasReturned ? ['您已交票的', '您的选票不再计票；'] : ['', ''];
  const body = `${yours}“${title}”${pollWord(kind)}已取消：${reason}。${ballot}如重新表决，会另行公告。`;
  return toOwners(told, { kind: 'VOTE_CALLED_OFF', title: '表决取消', body, subjectId });
}

/** Whose ballot was entered wrongly hears that it counts for nothing, and until when another one may be handed in. */
export function strikeToldMessages(subjectId: string, told: AboutVote & ToldOwners & { closesAt: string | null }): Draft[] {
  const { kind, title, closesAt } = told;
  const again = closesAt === null ? '表决已截止。' : `${clockText(closesAt)} 截止前可以重新交票。`;
  const body = `记在您名下的一张“${title}”${pollWord(kind)}选票因录入有误已作废，不再计票。${again}有疑问请与计票小组核对。`;
  return toOwners(told, { kind: 'VOTE_BALLOT_STRUCK', title: '选票作废', body, subjectId });
}

/** Owners who have not voted, each in their own box. It says when the vote closes and nothing of how anybody voted, or how many. */
export function voteReminders(
  subjectId: string,
  { kind, title, closesAt, ...told }: AboutVote & ToldOwners & { closesAt: string },
): Draft[] {
  const body = `“${title}”${pollWord(kind)}将于 ${clockText(closesAt)} 截止，您还没有交回选票。`;
  return toOwners(told, { kind: 'VOTE_REMINDER', title: '请参加表决', body, subjectId });
}

/** The members of the counting group hear that the period is over and how many ballots still have to be checked; a vote closed before they were told of is everybody's who counts. */
export function voteClosedMessages(
  subjectId: string,
  { kind, title, unchecked, memberAccountIds }: AboutVote & { unchecked: number; memberAccountIds?: readonly string[] | undefined },
): Draft[] {
  if (unchecked === 0) return [];
  const body = `“${title}”${pollWord(kind)}已截止，还有 ${unchecked} 张选票待核对，核对后请计票。`;
  const draft = { kind: 'VOTE_TO_COUNT', title: '选票待核对', body, subjectId };
  return memberAccountIds === undefined
    ? [{ ...draft, unitId: null, role: 'counting_group', seat: null }]
    : toAccounts(memberAccountIds, draft);
}

/** The parties hear the result, and by when it has to hang. */
export function voteCountedMessages(
  subjectId: string,
  told: AboutVote & { outcome: 'PASSED' | 'FAILED'; postDueAt: string | null; concernedUnitIds: readonly string[] },
): Draft[] {
  const { kind, title, outcome, postDueAt, concernedUnitIds } = told;
  const post = postDueAt === null ? '' : `请业主组织于 ${clockText(postDueAt)} 前公示结果。`;
  return toUnits(concernedUnitIds, {
    kind: 'VOTE_COUNTED',
    title: '表决结果',
    body: `“${title}”：${resultText(kind, outcome)}。${post}`,
    subjectId,
  });
}

const resultText = (kind: VoteKind, outcome: 'PASSED' | 'FAILED') =>
  kind === 'ADVISORY' ? '意向征询已统计，不产生表决效力' : outcome === 'PASSED' ? '全部事项通过' : '未全部通过';

/** Owners of the roll hear the result, each in their own box. */
export function countedToldMessages(subjectId: string, told: AboutVote & ToldOwners & { outcome: 'PASSED' | 'FAILED' }): Draft[] {
  const { kind, title, outcome } = told;
  const body = `“${title}”：${resultText(kind, outcome)}。计票结果请看公示。`;
  return toOwners(told, { kind: 'VOTE_COUNTED', title: '表决结果', body, subjectId });
}

/** Every party hears that the street has ordered a decision to be put right, and by when; the owners' body, that it has to. */
export function correctionMessages(
  subjectId: string,
  told: AboutVote & { reason: string; dueAt: string; unitId: string | null; concernedUnitIds: readonly string[] },
): Draft[] {
  const { kind, title, reason, dueAt, unitId } = told;
  return told.concernedUnitIds.map((to) => {
    const must = to === unitId ? `请于 ${clockText(dueAt)} 前改正并报告。` : `改正期限 ${clockText(dueAt)}。`;
    const body = `街道责令限期改正“${title}”${pollWord(kind)}的决定：${reason}。${must}`;
    return { kind: 'VOTE_CORRECTION', title: '业主决定限期改正', body, subjectId, ...toUnit(to) };
  });
}

/** The parties hear that a decision was annulled; all owners do too, each in their own box. */
export function annulledMessages(subjectId: string, { title, reason }: AboutVote & { reason: string }, to: ToldOwners): Draft[] {
  const body = `街道已撤销“${title}”的业主决定：${reason}。该决定不再有效，不作为签约和用款的依据。`;
  return toOwners(to, { kind: 'VOTE_ANNULLED', title: '业主决定被撤销', body, subjectId });
}

/** Who leads an order that the owners' decision had answered hears that it counts for nothing any more, with or without a seat at the table. */
export function decisionAnnulledMessages(
  subjectId: string,
  { no, title, leadUnitId }: { no: string; title: string; leadUnitId: string },
): Draft[] {
  const body = `街道已撤销“${title}”的业主决定，工单 ${no} 不能再以它为依据。请告知诉求人；仍需各方决定的，请重新提请五方共议。`;
  return toUnits([leadUnitId], { kind: 'ORDER_DECISION_ANNULLED', title: '工单所依据的决定被撤销', body, subjectId });
}

/** The parties hear of an application for the fund in an emergency, and later that both have confirmed it. */
export function emergencyFiledMessages(
  subjectId: string,
  told: { case: EmergencyCase; aimAt: string; unitIds: readonly string[] },
): Draft[] {
  const body = `申请应急使用维修资金（${labels.emergencyCase[told.case]}），争取 ${clockText(told.aimAt)} 前到账。请先显著告知业主，再由街道与业主组织确认；本事项不经表决。`;
  return toUnits(told.unitIds, { kind: 'EMERGENCY_FILED', title: '应急使用维修资金', body, subjectId });
}

export function emergencyConfirmedMessages(
  subjectId: string,
  told: { case: EmergencyCase; isComplete: boolean; unitIds: readonly string[] },
): Draft[] {
  if (!told.isComplete) return [];
  const body = `应急使用维修资金（${labels.emergencyCase[told.case]}）已由街道与业主一方确认，可以办理；完工后请公布使用与分摊。`;
  return toUnits(told.unitIds, { kind: 'EMERGENCY_CONFIRMED', title: '应急使用已确认', body, subjectId });
}

/** Every owner of the scope hears of an emergency use, each in their own box: that it is on, that its shares are posted, that they were put right. */
export function ownersToldMessages(
  subjectId: string,
  told: ToldOwners & { case: EmergencyCase; what: 'NOTICED' | 'POSTED' | 'CORRECTED' },
): Draft[] {
  const what = labels.emergencyCase[told.case];
  const [title, body] = {
    NOTICED: ['应急使用维修资金告知', `您的小区拟应急使用维修资金（${what}），依法不经表决，请看告知。`],
    POSTED: ['应急使用已公布', `应急使用维修资金（${what}）的使用情况已公布，您的分摊和算式请看公布内容。`],
    CORRECTED: ['应急使用已更正', `应急使用维修资金（${what}）的使用情况已更正，您的分摊可能有变化，请看更正后的公布内容。`],
  }[told.what] as [string, string];
  return toOwners(told, { kind: 'EMERGENCY_TOLD', title, body, subjectId });
}

/** Who applied hears of an owner's question; the owner hears that it was answered. What was asked and answered stays where it is. */
export function shareAskedMessages(
  subjectId: string,
  { unitIds, answerDueAt }: { unitIds: readonly string[]; answerDueAt: string },
): Draft[] {
  const body = `有业主对应急使用的分摊提出疑问，请于 ${clockText(answerDueAt)} 前答复。`;
  return toUnits(unitIds, { kind: 'SHARE_ASKED', title: '业主对分摊有疑问', body, subjectId });
}

export function shareAnsweredMessages(
  subjectId: string,
  { ownerId, accountIds }: { ownerId: string; accountIds?: readonly string[] | undefined },
): Draft[] {
  const draft = { kind: 'SHARE_ANSWERED', title: '您的疑问已答复', body: '您对分摊的疑问已经答复，请查看。', subjectId };
  return toOwners({ ownerIds: [ownerId], accountIds }, draft);
}

/** Every party hears that a correction of what was posted waits; and what became of it. */
export function correctionProposedMessages(
  subjectId: string,
  told: { case: EmergencyCase; reason: string; unitIds: readonly string[] },
): Draft[] {
  const body = `申请方提出更正应急使用维修资金（${labels.emergencyCase[told.case]}）已公布的内容：${told.reason}。请街道与业主组织确认；确认前不重新公布，也不告知业主。`;
  return toUnits(told.unitIds, { kind: 'EMERGENCY_CORRECTION', title: '更正待确认', body, subjectId });
}

export function correctionRefusedMessages(
  subjectId: string,
  told: { case: EmergencyCase; reason: string; unitIds: readonly string[] },
): Draft[] {
  const body = `街道不同意更正应急使用维修资金（${labels.emergencyCase[told.case]}）的公布内容：${told.reason}。原公布继续有效。`;
  return toUnits(told.unitIds, { kind: 'EMERGENCY_CORRECTION', title: '更正未获同意', body, subjectId });
}

/** Whose home the community has taken off their account hears so, with the reason. What an account does itself nobody tells it. */
export function bindingEndedMessages(told: {
  accountId: string;
  by: 'ACCOUNT' | 'COMMUNITY';
  reason: string | null;
  mayBindAgain: boolean;
}): Draft[] {
  if (told.by === 'ACCOUNT') return [];
  const next = told.mayBindAgain ? '可以凭分户说明再绑定。' : '确为业主本人的，请带身份证件和不动产权证到社区核实。';
  const body = `社区已解除您的账号对一户的绑定：${told.reason}。${next}`;
  return toAccounts([told.accountId], { kind: 'BINDING_ENDED', title: '房屋绑定已解除', body, subjectId: null });
}
