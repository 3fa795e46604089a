import {
  labels,
  type CostSharePlan,
  type GateCode,
  type PaperKind,
  type PlanConsent,
  type SeatedPayer,
  type SeatKind,
} from '@wufang/contracts';
import { fen, fenToJson, type Fen } from '@wufang/kernel';
import type { Gate } from './cost-share-gates.js';
import { isAgreed, seatlessPayers } from './plan-consents.js';

type Evidence = NonNullable<CostSharePlan['evidence']>;

/** A paper laid on the table for an amount. */
export interface FiledPaper {
  payer: string;
  homeId: string | null;
  kind: PaperKind;
  document: string;
  amountFen: bigint | null;
  budgetSource: string | null;
  forAmountFen: bigint;
  /** Of a home's consent: whose it is, and how much of the amount was new money; null where it was filed before this was kept. */
  ownerId: string | null;
  forDirectFen: bigint | null;
  /** The unit its payer was in that version; null for who is none. */
  unitId: string | null;
  withdrawnAt: Date | null;
}

/** What the parties and homes of a version pay. */
export interface Amounts {
  payers: ReadonlyMap<string, Fen>;
  /** The unit each payer is itself; null for who is none. */
  units: ReadonlyMap<string, string | null>;
  homes: ReadonlyMap<string, { code: string; ownerId: string; shareFen: Fen; directFen: Fen }>;
}

/**
 * Whether a paper still covers what its payer now pays: it was given for just that amount, or it names an amount that reaches so far. A changed
 * amount takes nobody's old consent along (C8), and neither does a home that has another owner, or that pays more of the same share out of new money: an
 * owner consents for itself and to what it was asked (3.6). Nor does a unit's paper cover another that pays in its place. What was taken back covers nothing.
 * Example: a letter for ¥93 200 and a share of ¥95 000 -> no; the pool's approval of ¥100 000 -> yes; a consent to ¥100, of them ¥40 new, and now ¥100 new -> no.
 */
export function isInForce(paper: FiledPaper, amounts: Amounts): boolean {
  if (paper.withdrawnAt !== null) return false;
  if (paper.homeId === null && paper.unitId !== null && amounts.units.get(paper.payer) !== paper.unitId) return false;
  const home = paper.homeId === null ? undefined : amounts.homes.get(paper.homeId);
  const owed = paper.homeId === null ? amounts.payers.get(paper.payer) : home?.shareFen;
  if (owed === undefined) return false;
  if (home && paper.ownerId !== null && paper.ownerId !== home.ownerId) return false;
  if (home && paper.forDirectFen !== null && home.directFen > paper.forDirectFen) return false;
  return paper.amountFen === null ? paper.forAmountFen === owed : paper.amountFen >= owed;
}

/**
 * The evidence for a version's gates: what parties said, with a condition that is met as a yes; papers that still cover the amount; votes and
 * emergency use as they are known. A payer without a seat has said yes by the letter that covers its amount.
 */
export function evidenceOf(
  plan: { payers: readonly SeatedPayer[]; consents: readonly PlanConsent[] },
  papers: readonly FiledPaper[],
  amounts: Amounts,
  decided: Pick<Evidence, 'votes' | 'emergency'>,
): Evidence {
  const inForce = papers.filter((paper) => isInForce(paper, amounts));
  const byLetter = [...seatlessPayers(plan.payers)].filter((code) =>
    inForce.some(({ payer, homeId }) => homeId === null && payer === code),
  );
  return {
    ...decided,
    positions: [
      ...byLetter.map((code) => ({ payer: code, position: 'AGREE' as const })),
      ...plan.consents.map((consent) => ({ payer: consent.payer, position: isAgreed(consent) ? ('AGREE' as const) : consent.position })),
    ],
    papers: inForce.map(({ payer, homeId, kind, document, amountFen, budgetSource }) => ({
      payer: homeId === null ? payer : amounts.homes.get(homeId)!.code,
      ...{ kind, document, budgetSource },
      amountFen: amountFen === null ? null : fenToJson(amountFen as Fen),
    })),
  };
}

/** Who may lay a paper on the table: the party itself; for who has no seat, and for owners, those who look after them there. */
const filers: Record<PaperKind, readonly SeatKind[]> = {
  APPROVAL: ['RIGHTS_UNIT'],
  LETTER: ['RIGHTS_UNIT'],
  POOL_APPROVAL: ['STREET'],
  GRANT_LETTER: ['COMMUNITY', 'STREET'],
  SIGNED_NOT_IN_CONTRACT: ['FIRM'],
  OWNER_CONSENT: ['OWNERS_BODY', 'COMMUNITY'],
};
const kindsOfPaper: Record<PaperKind, readonly SeatedPayer['kind'][]> = {
  APPROVAL: ['PROPERTY_RIGHTS_UNIT', 'DEVELOPER'],
  LETTER: ['PROPERTY_RIGHTS_UNIT', 'DEVELOPER'],
  POOL_APPROVAL: ['STREET'],
  GRANT_LETTER: ['COMMUNITY_FUND', 'DONOR'],
  SIGNED_NOT_IN_CONTRACT: ['PROPERTY_FIRM'],
  OWNER_CONSENT: ['OWNERS'],
};

/** Whether this seat may file this paper for this payer. Example: the community a letter of a unit without seat -> yes; of one with a seat -> no. */
export function mayFile(seat: SeatKind, kind: PaperKind, payer: SeatedPayer): boolean {
  if (!kindsOfPaper[kind].includes(payer.kind)) return false;
  if (payer.seat === null && payer.kind !== 'OWNERS') return seat === 'COMMUNITY' || seat === 'STREET';
  return filers[kind].includes(seat);
}

/** What a paper lacks, in words; null where it is whole. Example: an owner's consent that nobody has scanned -> 业主本人签字的扫描件. */
export function lackingIn(paper: {
  kind: PaperKind;
  homeId: string | null;
  documentId: string | null;
  amountFen: string | null;
  budgetSource: string | null;
}): string | null {
  if (paper.kind === 'OWNER_CONSENT' && paper.homeId === null) return '是哪一户';
  // Whoever wants the works files it for the owner: only the owner's own paper shows that it has consented.
  if (paper.kind === 'OWNER_CONSENT') return paper.documentId === null ? '业主本人签字的扫描件' : null;
  if (paper.kind !== 'POOL_APPROVAL') return null;
  if (paper.amountFen === null) return '批准金额';
  return paper.budgetSource === null ? '资金来源' : null;
}

/** A paper that takes money of a project of the pool. */
export interface ProjectPaper {
  issueId: string;
  payer: string;
  amountFen: bigint | null;
}

/**
 * What of a project's approved money is left for a payer of an issue: what others hold by their papers is theirs. `papers`: those in the order they were filed; of each
 * payer of an issue the newest counts, since a later version of its plan asks anew.
 * Example: approved ¥100 000, another plan holds ¥46 600 of it -> ¥53 400; this one's own earlier paper takes nothing.
 */
export function leftOfProject(approvedFen: Fen, papers: readonly ProjectPaper[], of: Pick<ProjectPaper, 'issueId' | 'payer'>): Fen {
  const held = new Map<string, bigint>();
  for (const { issueId, payer, amountFen } of papers)
    if (issueId !== of.issueId || payer !== of.payer) held.set(`${issueId} ${payer}`, amountFen ?? 0n);
  const left = [...held.values()].reduce((all, amount) => all - amount, approvedFen as bigint);
  return fen(left > 0n ? left : 0n);
}

const votedFirst: readonly GateCode[] = ['VOTE_FUND', 'VOTE_REBUILD', 'VOTE_CHANGE_USE'];

/**
 * Whether owners must have voted on it before the plan is announced as decided. Each owner's own consent to new money may still come in while the plan
 * hangs, so that gate keeps nobody from posting; it keeps everybody from signing.
 */
export const isVotedFirst = ({ code }: Pick<Gate, 'code'>) => votedFirst.includes(code);

const doers: Record<GateCode, string> = {
  VOTE_FUND: '业主委员会或物管会组织业主表决；应急使用的由物业或业主委员会申请',
  VOTE_NEW_MONEY: '业主委员会或物管会组织业主表决，或由社区收齐每户同意书',
  VOTE_REBUILD: '业主委员会或物管会组织业主表决',
  VOTE_CHANGE_USE: '业主委员会或物管会组织业主表决',
  COUNTED_AS_OWNER: '产权单位参加业主表决，或出具出资函',
  UNIT_APPROVAL: '售房单位提交批准文件',
  UNIT_LETTER: '产权单位提交出资函',
  POOL_APPROVAL: '街道提交民生项目池批准',
  FIRM_SIGNED: '物业公司签字并说明',
  GRANT_LETTER: '社区或街道提交资助函',
  POSITION: '出资方代表表态',
  HOMES_NAMED: '牵头方重新拟稿，列出房屋',
};

/** Who has to do something for this gate to open. */
export function doerOf(gate: Gate, nameOf: (payer: string) => string): string {
  return gate.code === 'POSITION' && gate.payer !== null ? `${nameOf(gate.payer)}：${doers.POSITION}` : doers[gate.code];
}

export const paperName = (kind: PaperKind) => labels.paperKind[kind];
