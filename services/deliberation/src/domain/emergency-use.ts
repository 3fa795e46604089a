import {
  labels,
  type EmergencyCase,
  type EmergencyEvidence,
  type EmergencyState,
  type FundCustodian,
  type IssueSeat,
  type SeatKind,
} from '@wufang/contracts';
import { DomainError, formatArea, stepsOf, type Area, type Transitions } from '@wufang/kernel';
import { isHeld, seatOf } from './seats.js';

export type EmergencyAction = keyof typeof labels.emergencyAction;

/**
 * An emergency use of the maintenance fund (应急使用维修资金, 民法典 art. 281-2). Owners are told before anybody confirms; when street and body both have, the
 * issue goes on without a vote. It never is one.
 */
export const emergencyTransitions: Transitions<EmergencyState, EmergencyAction> = {
  FILED: { notice: 'NOTICED', refuse: 'REFUSED' },
  NOTICED: { notice: 'NOTICED', confirm: 'NOTICED', complete: 'CONFIRMED', refuse: 'REFUSED' },
  CONFIRMED: { post: 'POSTED' },
  POSTED: {},
  REFUSED: {},
};
export const emergencyEntries = ['FILED'] as const satisfies readonly EmergencyState[];
export const nextOfEmergency = stepsOf(emergencyTransitions, {
  refusal: 'emergency.illegal-step',
  states: labels.emergencyState,
  actions: labels.emergencyAction,
});

/** Stands on everything an emergency use shows. */
export const notAVote = '应急使用维修资金：依法不经业主共同表决，也不是表决结果（民法典第二百八十一条第二款）。';

/** A part of a facade that may fall, of the whole of that side (W2); how old a lift has to be, in years, and how many key items have to fail (W3). */
const looseFacade = { num: 1, den: 5 } as const;
const oldLift = { olderThanYears: 20, failedKeyItems: 1 } as const;

/** One thing a case asks for, what was handed in for it, and what is said where that is not enough. */
export interface EvidencePoint {
  asked: string;
  given: string;
  isMet: boolean;
}

/** What a case asks for (W2, W3), beside what was handed in. A photo or a report is asked of each. */
export function evidencePoints(what: EmergencyCase, { documents, facade, fireDemand, lift }: EmergencyEvidence): EvidencePoint[] {
  const always = { asked: '现场照片、检测报告等', given: `${documents.length} 件，见材料清单`, isMet: documents.length > 0 };
  switch (what) {
    case 'FACADE_FALLING': {
      const given = facade ? `${formatArea(facade.looseHundredths as Area)} ÷ ${formatArea(facade.sideHundredths as Area)} m²` : '—';
      const isMet = facade !== undefined && looseFacade.den * facade.looseHundredths >= looseFacade.num * facade.sideHundredths;
      return [always, { asked: '有脱落危险的面积须达到该侧外立面的五分之一', given, isMet }];
    }
    case 'FIRE_SYSTEM':
      return [always, { asked: '消防部门要求维修的文书', given: fireDemand ?? '—', isMet: fireDemand !== undefined }];
    case 'OLD_LIFT': {
      const { years = 0, isOldStandard = false, failedKeyItems = 0 } = lift ?? {};
      const given = `使用 ${years} 年；${isOldStandard ? '按' : '不是按'} GB 7588—1995 或更早标准制造；重点项不合格 ${failedKeyItems} 项`;
      return [
        always,
        {
          asked: '电梯使用超过 20 年、按 GB 7588—1995 或更早标准制造、或检验有一项以上重点项不合格，三者之一',
          given: lift === undefined ? '—' : given,
          isMet: years > oldLift.olderThanYears || isOldStandard || failedKeyItems >= oldLift.failedKeyItems,
        },
      ];
    }
    default:
      return [always];
  }
}

/**
 * What a case asks for beyond a photo or a report and has not got (W2, W3); empty when the evidence is whole.
 * Examples: FACADE_FALLING with 20.00 of 100.00 m² -> nothing; with 19.99 -> 五分之一; OLD_LIFT of exactly 20 years and nothing else -> 超过 20 年.
 */
export function missingEvidence(what: EmergencyCase, evidence: EmergencyEvidence): string[] {
  return evidencePoints(what, evidence).flatMap(({ asked, isMet }) => (isMet ? [] : [asked]));
}

/**
 * Refuses who may not apply. As long as the money lies with the city's fund centre, the firm applies; once it has moved to the assembly's account, the owners'
 * body (W1-二); the money of a selling unit goes through that unit. For an old lift either may. Everybody else, be it the firm because the body does nothing, or
 * community and street as organisers where there is no firm, says why.
 */
export function refuseApplicant(
  { custodian, what, applicant, reason }: { custodian: FundCustodian; what: EmergencyCase; applicant: SeatKind; reason: string | null },
  seats: readonly IssueSeat[],
): void {
  if (custodian === 'NONE') throw new DomainError('emergency.no-fund', {});
  const named: Record<Exclude<FundCustodian, 'NONE'>, SeatKind> = {
    CITY_FUND_CENTRE: 'FIRM',
    OWNERS_ASSEMBLY: 'OWNERS_BODY',
    PROPERTY_RIGHTS_UNIT: 'RIGHTS_UNIT',
  };
  const first = named[custodian];
  const isOwn = applicant === first || (what === 'OLD_LIFT' && (applicant === 'FIRM' || applicant === 'OWNERS_BODY'));
  if (isOwn || reason !== null) return;
  const where = isHeld(seatOf(seats, first)) ? '' : '（该席位空缺）';
  throw new DomainError('emergency.applicant', {
    who: `${labels.fundCustodian[custodian]}保管的维修资金应由${labels.seatKind[first]}申请${where}`,
  });
}

/** Who confirms: the street, and the owners' body; where there is none the firm, where there is neither the community (W1-一, S1). */
export function confirmers(seats: readonly IssueSeat[]): [SeatKind, SeatKind] {
  const body = (['OWNERS_BODY', 'FIRM'] as const).find((kind) => isHeld(seatOf(seats, kind)));
  return ['STREET', body ?? 'COMMUNITY'];
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
}

/** The prominent notice to the owners (显著告知, W1-一), line by line. */
export function emergencyNotice({ estateName, scope, what, custodian, applicant, reason, estimate, evidence }: NoticeFacts): string[] {
  return [
    `应急使用维修资金告知：${estateName}`,
    `情形：${labels.emergencyCase[what]}。范围：${scope}。`,
    `依据：民法典第二百八十一条第二款。情况紧急，依法可以申请使用维修资金，不经业主共同表决；本告知不是表决，也不作表决统计。`,
    `申请人：${labels.seatKind[applicant]}${reason === null ? '' : `（${reason}）`}。资金由${labels.fundCustodian[custodian]}保管，预计使用 ${estimate} 元。`,
    `证明：${evidence.documents.join('；')}。`,
    `完工后公布实际使用金额和各户分摊。业主对分摊有疑问的，可以提出，应当在五个工作日内得到答复。`,
  ];
}
