import {
  labels,
  type EmergencyCase,
  type EmergencyEvidence,
  type EmergencyState,
  type EmergencyUseView,
  type FundCustodian,
  type IssueSeat,
  type IssueState,
  type SeatKind,
} from '@wufang/contracts';
import { DomainError, fenFromJson, formatArea, formatFen, stepsOf, type Area, type Transitions } from '@wufang/kernel';
import { isAdvisory, isHeld, seatOf } from './seats.js';

export type EmergencyAction = keyof typeof labels.emergencyAction;

/**
 * An emergency use of the maintenance fund (应急使用维修资金, 民法典 art. 281-2). Owners are told before anybody confirms; when street and body both have, the
 * issue goes on without a vote. It never is one. What was posted is corrected only once the same two have confirmed the correction; until then the posting
 * stands.
 */
export const emergencyTransitions: Transitions<EmergencyState, EmergencyAction> = {
  FILED: { notice: 'NOTICED', refuse: 'REFUSED' },
  NOTICED: { notice: 'NOTICED', confirm: 'NOTICED', complete: 'CONFIRMED', refuse: 'REFUSED' },
  CONFIRMED: { arrive: 'CONFIRMED', post: 'POSTED' },
  POSTED: { correct: 'CORRECTING' },
  CORRECTING: { correct: 'CORRECTING', confirm: 'CORRECTING', complete: 'POSTED', refuse: 'POSTED' },
  REFUSED: {},
};
export const emergencyEntries = ['FILED'] as const satisfies readonly EmergencyState[];
export const nextOfEmergency = stepsOf(emergencyTransitions, {
  refusal: 'emergency.illegal-step',
  states: labels.emergencyState,
  actions: labels.emergencyAction,
});

/** Whether use and shares hang: a correction that waits changes nothing of it. */
export const isPosted = (state: EmergencyState): boolean => state === 'POSTED' || state === 'CORRECTING';

/** Stands on everything an emergency use shows. */
export const notAVote = '应急使用维修资金：依法不经业主共同表决，也不是表决结果（民法典第二百八十一条第二款）。';

/** A part of a facade that may fall, of the whole of that side (W2); how old a lift has to be, in years, and how many key items have to fail (W3). */
const looseFacade = { from: '2020-01-01', value: { num: 1, den: 5 }, unit: 'part of that side', source: 'W2' } as const;
const oldLift = { from: '2020-01-01', value: { olderThanYears: 20, failedKeyItems: 1 }, unit: 'years, items', source: 'W3' } as const;

/** One thing a case asks for, what was handed in for it, and what is said where that is not enough. */
export interface EvidencePoint {
  asked: string;
  given: string;
  isMet: boolean;
}

/** What a case asks for (W2, W3), beside what was handed in. A photo or a report is asked of each, itself and not its name alone. */
export function evidencePoints(
  what: EmergencyCase,
  { documents, fileIds = [], facade, fireDemand, lift }: EmergencyEvidence,
): EvidencePoint[] {
  const given = `附件 ${fileIds.length} 件，说明 ${documents.length} 项，见材料清单`;
  const always = { asked: '现场照片、检测报告等的附件', given, isMet: fileIds.length > 0 };
  switch (what) {
    case 'FACADE_FALLING': {
      const { num, den } = looseFacade.value;
      const given = facade ? `${formatArea(facade.looseHundredths as Area)} ÷ ${formatArea(facade.sideHundredths as Area)} m²` : '—';
      const isMet =
        facade !== undefined &&
        facade.looseHundredths <= facade.sideHundredths &&
        den * facade.looseHundredths >= num * facade.sideHundredths;
      return [always, { asked: `有脱落危险的面积须达到该侧外立面的 ${num}/${den}，且不大于该侧面积`, given, isMet }];
    }
    case 'FIRE_SYSTEM':
      return [always, { asked: '消防部门要求维修的文书', given: fireDemand ?? '—', isMet: fireDemand !== undefined }];
    case 'OLD_LIFT': {
      const { olderThanYears, failedKeyItems: failing } = oldLift.value;
      const { years = 0, isOldStandard = false, failedKeyItems = 0 } = lift ?? {};
      const given = `使用 ${years} 年；${isOldStandard ? '按' : '不是按'} GB 7588—1995 或更早标准制造；重点项不合格 ${failedKeyItems} 项`;
      return [
        always,
        {
          asked: `电梯使用超过 ${olderThanYears} 年、按 GB 7588—1995 或更早标准制造、或检验有 ${failing} 项以上重点项不合格，三者之一`,
          given: lift === undefined ? '—' : given,
          isMet: years > olderThanYears || isOldStandard || failedKeyItems >= failing,
        },
      ];
    }
    default:
      return [always];
  }
}

/**
 * What a case asks for beyond a photo or a report and has not got (W2, W3); empty when the evidence is whole.
 * Examples: FACADE_FALLING with 20.00 of 100.00 m² -> nothing; with 19.99 -> 1/5; OLD_LIFT of exactly 20 years and nothing else -> 超过 20 年.
 */
export function missingEvidence(what: EmergencyCase, evidence: EmergencyEvidence): string[] {
  return evidencePoints(what, evidence).flatMap(({ asked, isMet }) => (isMet ? [] : [asked]));
}

/**
 * Refuses who may not apply. As long as the money lies with the city's fund centre, the firm applies; once it has moved to the assembly's account, the owners'
 * body, and the firm where that is idle (W1-二); the money of a selling unit goes through that unit. For an old lift either may. Firm or owners' body in
 * another's place say why; community and street organise only where there is no firm, and say so; a selling unit never takes what is not its own to keep.
 * Examples: OWNERS_ASSEMBLY, FIRM without a reason -> emergency.applicant, with one -> yes; CITY_FUND_CENTRE, COMMUNITY while there is a firm -> emergency.applicant.
 */
export function refuseApplicant(
  { custodian, what, applicant, reason }: { custodian: FundCustodian; what: EmergencyCase; applicant: SeatKind; reason: string | null },
  seats: readonly IssueSeat[],
): void {
  if (custodian === 'NONE') throw new DomainError('emergency.no-fund', {});
  const first = keptBy[custodian];
  if (applicant === first || (what === 'OLD_LIFT' && (applicant === 'FIRM' || applicant === 'OWNERS_BODY'))) return;
  const hasFirm = isHeld(seatOf(seats, 'FIRM'));
  const mayStandIn =
    applicant === 'FIRM' || applicant === 'OWNERS_BODY' || ((applicant === 'COMMUNITY' || applicant === 'STREET') && !hasFirm);
  if (mayStandIn && reason !== null) return;
  const where = isHeld(seatOf(seats, first)) ? '' : '（该席位空缺）';
  throw new DomainError('emergency.applicant', {
    who: `${labels.fundCustodian[custodian]}保管的维修资金应由${labels.seatKind[first]}申请${where}`,
    way: mayStandIn
      ? '请改由其申请，或写明由本方代为申请、组织的理由'
      : `${hasFirm && applicant !== 'RIGHTS_UNIT' ? '小区有物业时，社区、街道不代为申请；' : ''}请改由其申请`,
  });
}

/** Whose application it is first, by who keeps the money. */
const keptBy: Record<Exclude<FundCustodian, 'NONE'>, SeatKind> = {
  CITY_FUND_CENTRE: 'FIRM',
  OWNERS_ASSEMBLY: 'OWNERS_BODY',
  PROPERTY_RIGHTS_UNIT: 'RIGHTS_UNIT',
};

/** Whether a seat may say that the money has come: who applied, or who keeps the money and sits at the table. */
export const knowsOfMoney = (seat: SeatKind, { applicant, custodian }: { applicant: SeatKind; custodian: FundCustodian }): boolean =>
  seat === applicant || (custodian !== 'NONE' && custodian !== 'CITY_FUND_CENTRE' && seat === keptBy[custodian]);

/**
 * Who confirms: the street, and the owners' body; where there is none the firm, where there is neither the community (W1-一, S1). Owners' representatives whom
 * the community has convened bind nobody (4.7), so that they confirm nothing.
 */
export function confirmers(seats: readonly IssueSeat[]): [SeatKind, SeatKind] {
  const body = (['OWNERS_BODY', 'FIRM'] as const).find((kind) => isHeld(seatOf(seats, kind)) && !isAdvisory(seatOf(seats, kind)));
  return ['STREET', body ?? 'COMMUNITY'];
}

/**
 * One of those who confirm has: answers all that have so far, and whether that is everyone. Throws `emergency.confirmer` for a seat that does not confirm, or has.
 * Example: street, then owners' body -> not everyone, everyone.
 */
export function withConfirmation(
  confirmedBy: EmergencyUseView['confirmedBy'],
  seat: SeatKind,
  at: string,
  seats: readonly IssueSeat[],
): { confirmedBy: EmergencyUseView['confirmedBy']; isComplete: boolean } {
  const wanted = confirmers(seats);
  if (!wanted.includes(seat) || confirmedBy.some((one) => one.seat === seat))
    throw new DomainError('emergency.confirmer', { body: labels.seatKind[wanted[1]] });
  const all = [...confirmedBy, { seat, at }];
  return { confirmedBy: all, isComplete: wanted.every((kind) => all.some((one) => one.seat === kind)) };
}

/**
 * States of an issue that an emergency may come to: one that is agreed on goes on without a vote; one that already is beyond may have a second collapse, whose
 * use moves nothing.
 */
const beyondVote: readonly IssueState[] = ['EMERGENCY_GO', 'PUBLICITY', 'OBJECTION', 'SIGNING', 'EXECUTING', 'CHANGE', 'ACCEPTANCE'];
export const isBeyondVote = (state: IssueState) => beyondVote.includes(state);

/** Refuses to use more than owners were told and both confirmed. Example: told ¥100.00, used ¥100.01 -> emergency.over-estimate. */
export function refuseOverEstimate({ estimateFen }: { estimateFen: string }, usedFen: string): void {
  const [used, estimate] = [fenFromJson(usedFen), fenFromJson(estimateFen)];
  if (used > estimate) throw new DomainError('emergency.over-estimate', { used: formatFen(used), estimate: formatFen(estimate) });
}

/** What the notice is made from. */
export interface NoticeFacts {
  estateName: string;
  scope: string;
  what: EmergencyCase;
  custodian: FundCustodian;
  applicant: SeatKind;
  reason: string | null;
  estimate: string;
  evidence: EmergencyEvidence;
  /** Within what a question about a share is answered. Example: 5 个工作日. */
  answerPeriod: string;
}

/** The prominent notice to the owners (显著告知, W1-一), line by line. */
export function emergencyNotice({
  estateName,
  scope,
  what,
  custodian,
  applicant,
  reason,
  estimate,
  evidence,
  answerPeriod,
}: NoticeFacts): string[] {
  return [
    `应急使用维修资金告知：${estateName}`,
    `情形：${labels.emergencyCase[what]}。范围：${scope}。`,
    `依据：民法典第二百八十一条第二款。情况紧急，依法可以申请使用维修资金，不经业主共同表决；本告知不是表决，也不作表决统计。`,
    `申请人：${labels.seatKind[applicant]}${reason === null ? '' : `（${reason}）`}。资金由${labels.fundCustodian[custodian]}保管，预计使用 ${estimate} 元。`,
    `证明：${evidence.documents.join('；')}。`,
    `完工后公布实际使用金额和各户分摊。业主对分摊有疑问的，可以提出，应当在 ${answerPeriod}内得到答复。`,
  ];
}
