import type { CostSharePlan, GateCode, OwnersMoney, PaperKind, PayerCapacity, VoteMatter } from '@wufang/contracts';
import { fen, fenFromJson, type Fen } from '@wufang/kernel';
import type { CostPlan } from './cost-share-plan.js';
import type { CostShares } from './cost-share.js';

type Evidence = NonNullable<CostSharePlan['evidence']>;

/** What has to be there before a line counts as confirmed (法律关口), and whether it is. */
export interface Gate {
  code: GateCode;
  /** Whose line it is; null where the works themselves need it, whoever pays. */
  payer: string | null;
  capacity: PayerCapacity | null;
  money: OwnersMoney | null;
  amountFen: Fen;
  isMet: boolean;
  /** The paper that opened it. */
  document: string | null;
  /** Homes whose owners have not consented, where each must. */
  missing: string[];
}

/** Works that owners decide on whoever pays (民法典第二百七十八条第一款第七项、第八项), with the matter they are asked about and the gate their vote opens. */
const votedWorks = [
  { work: 'REBUILD', item: 7, code: 'VOTE_REBUILD', matter: 'REBUILD' },
  { work: 'CHANGE_USE', item: 8, code: 'VOTE_CHANGE_USE', matter: 'COMMON_PARTS' },
] as const satisfies readonly { work: CostSharePlan['items'][number]['work']; item: number; code: GateCode; matter: VoteMatter }[];

/**
 * What owners may be asked about because a plan takes it: their money, and works that are theirs to decide. Without a plan nothing.
 * Example: one item REBUILD -> FUND_USE, FUND_RAISE, REBUILD.
 */
export function mattersOfPlan(items: readonly Pick<CostSharePlan['items'][number], 'work'>[] | undefined): VoteMatter[] {
  if (items === undefined) return [];
  return ['FUND_USE', 'FUND_RAISE', ...votedWorks.flatMap(({ work, matter }) => (items.some((one) => one.work === work) ? [matter] : []))];
}

const nothing: Evidence = { positions: [], votes: [], emergency: null, papers: [] };

/**
 * The gates of a plan, line by line (3.6): a party that pays must agree itself; owners' money needs their vote (民法典第二百七十八条
 * 第一款第五项 for the fund, 第六项 for new money) or each owner's own consent; the street needs its pool's approval with budget source
 * and amount; the unit an approval or a letter; the firm its signature that its contract does not owe the works already. Emergency
 * use of the fund (第二百八十一条第二款) takes the place of the vote on the fund, once owners have been told, and of nothing else.
 * What is somebody's own duty is no share and needs no consent.
 * Example: a firm that is absent -> its POSITION gate stays open, and the plan cannot be signed.
 */
export function gatesOf(plan: CostPlan, shares: CostShares, evidence: Evidence = nothing): Gate[] {
  const gates: Gate[] = [];
  // Of each item the last vote is what owners have said: a no takes back an earlier yes.
  const passed = (item: number) => {
    const last = evidence.votes.findLast((vote) => vote.item === item);
    return last?.isPassed ? last : undefined;
  };
  const paper = (payer: string, kind: PaperKind) => evidence.papers.find((one) => one.payer === payer && one.kind === kind);
  const add = (gate: Pick<Gate, 'code' | 'isMet'> & Partial<Gate>) =>
    gates.push({ payer: null, capacity: null, money: null, amountFen: fen(0n), document: null, missing: [], ...gate });

  for (const { work, item, code } of votedWorks) {
    if (!plan.items.some((one) => one.work === work)) continue;
    const vote = passed(item);
    add({ code, isMet: vote !== undefined, document: vote?.document ?? null });
  }

  const lines = linesTogether(shares);
  for (const { payer, capacity, money, amountFen, homes } of lines) {
    if (capacity === 'DUTY' || amountFen === 0n) continue;
    const line = { payer, capacity, money, amountFen };
    const byPaper = (code: GateCode, kind: PaperKind) => {
      const found = paper(payer, kind);
      add({ code, ...line, isMet: found !== undefined, document: found?.document ?? null });
    };
    const byFundVote = () => {
      const vote = passed(5);
      const isEmergency = evidence.emergency !== null && evidence.emergency.noticePostedOn !== null;
      add({
        ...{ code: 'VOTE_FUND', ...line, isMet: vote !== undefined || isEmergency },
        document: vote?.document ?? (isEmergency ? evidence.emergency!.proof : null),
      });
    };
    switch (plan.payers.get(payer)!.kind) {
      case 'OWNERS': {
        if (homes.length === 0) add({ code: 'HOMES_NAMED', ...line, isMet: false });
        if (money === 'FUND') byFundVote();
        else {
          const vote = passed(6);
          const missing = vote ? [] : homes.filter((home) => !paper(home, 'OWNER_CONSENT'));
          const isMet = vote !== undefined || (homes.length > 0 && missing.length === 0);
          add({ code: 'VOTE_NEW_MONEY', ...line, isMet, missing, document: vote?.document ?? null });
        }
        break;
      }
      case 'MAINTENANCE_FUND':
        byFundVote();
        break;
      case 'PROPERTY_RIGHTS_UNIT':
      case 'DEVELOPER':
        if (capacity === 'SELLING_UNIT') byPaper('UNIT_APPROVAL', 'APPROVAL');
        else if (capacity !== 'OWNER') byPaper('UNIT_LETTER', 'LETTER');
        else {
          const deciding = plan.ownersMoney === 'FUND' ? 5 : 6;
          const found = passed(deciding);
          const vote = found?.countsUnsold ? found : undefined;
          const consent = paper(payer, 'LETTER');
          add({
            ...{ code: 'COUNTED_AS_OWNER', ...line, isMet: vote !== undefined || consent !== undefined },
            document: vote?.document ?? consent?.document ?? null,
          });
        }
        break;
      case 'STREET': {
        const found = paper(payer, 'POOL_APPROVAL');
        const reaches = found?.amountFen != null && fenFromJson(found.amountFen) >= totalOf(lines, payer) && found.budgetSource != null;
        add({ code: 'POOL_APPROVAL', ...line, isMet: reaches, document: found?.document ?? null });
        break;
      }
      case 'PROPERTY_FIRM':
        byPaper('FIRM_SIGNED', 'SIGNED_NOT_IN_CONTRACT');
        break;
      case 'COMMUNITY_FUND':
      case 'DONOR':
        byPaper('GRANT_LETTER', 'GRANT_LETTER');
        break;
      default:
    }
  }

  // Only who has a seat at the table can say yes there, the owners' body for their fund as well; the others say it by letter.
  const seated = ['OWNERS', 'MAINTENANCE_FUND', 'PROPERTY_RIGHTS_UNIT', 'PROPERTY_FIRM', 'STREET'];
  for (const payer of new Set(lines.filter(({ capacity, amountFen }) => capacity !== 'DUTY' && amountFen > 0n).map((line) => line.payer))) {
    if (!seated.includes(plan.payers.get(payer)!.kind)) continue;
    const position = evidence.positions.findLast((one) => one.payer === payer)?.position;
    add({ code: 'POSITION', payer, amountFen: totalOf(lines, payer), isMet: position === 'AGREE' });
  }
  return gates;
}

/** A plan can be signed when no gate is open. */
export const canBeSigned = (gates: readonly Gate[]) => gates.every(({ isMet }) => isMet);

export interface LinesTogether {
  payer: string;
  capacity: PayerCapacity;
  money: OwnersMoney;
  amountFen: Fen;
  homes: string[];
}

/** Lines of one payer in one capacity from one source taken together; of owners' lines, with their homes. */
export function linesTogether({ lines }: CostShares): LinesTogether[] {
  const all = new Map<string, LinesTogether>();
  for (const { payer, capacity, money, amountFen, home } of lines) {
    const key = JSON.stringify([payer, capacity, money]);
    let line = all.get(key);
    if (!line) all.set(key, (line = { payer, capacity, money, amountFen: fen(0n), homes: [] }));
    line.amountFen = fen(line.amountFen + amountFen);
    if (home !== null) line.homes.push(home);
  }
  return [...all.values()];
}

/** What the owners' vote is about, in money: from their fund (item 5 of 民法典第二百七十八条第一款) and newly raised (item 6). */
export interface OwnersTotals {
  fundFen: Fen;
  directFen: Fen;
}

/**
 * What waits for the owners' vote in a plan: the lines of owners and of their fund, and those of a unit that is counted as the owner of its homes. Nobody's
 * own duty, and nothing that a unit gives as a selling unit or of its own will.
 * Example: ¥100 from the fund for two homes, one of them the unit's own -> fundFen 10 000, directFen 0.
 */
export function ownersTotals(plan: CostPlan, shares: CostShares): OwnersTotals {
  const totals: OwnersTotals = { fundFen: fen(0n), directFen: fen(0n) };
  for (const { fundFen, directFen } of ownersParts(plan, shares).values()) {
    totals.fundFen = fen(totals.fundFen + fundFen);
    totals.directFen = fen(totals.directFen + directFen);
  }
  return totals;
}

/** The same home by home, under its code; what is not laid on homes, as a grant of the fund, under its payer. */
export function ownersParts(plan: CostPlan, { lines }: CostShares): Map<string, OwnersTotals> {
  const parts = new Map<string, OwnersTotals>();
  for (const { payer, capacity, money, amountFen, home } of lines) {
    if (capacity === 'DUTY') continue;
    const { kind } = plan.payers.get(payer)!;
    const isUnit = kind === 'PROPERTY_RIGHTS_UNIT' || kind === 'DEVELOPER';
    if (kind !== 'OWNERS' && kind !== 'MAINTENANCE_FUND' && !(isUnit && capacity === 'OWNER')) continue;
    const isFund = kind === 'MAINTENANCE_FUND' || (isUnit ? plan.ownersMoney : money) === 'FUND';
    const key = isFund ? 'fundFen' : 'directFen';
    const part = parts.get(home ?? payer) ?? { fundFen: fen(0n), directFen: fen(0n) };
    parts.set(home ?? payer, { ...part, [key]: fen(part[key] + amountFen) });
  }
  return parts;
}

/**
 * Whether owners have voted on what they pay now: no home, and nothing else that is theirs, pays more than in the version they were asked about, whatever the
 * totals (C8, I-45).
 * Example: asked about 20 and 80 -> covers 20 and 70, and neither 50 and 50 nor 21 and 79.
 */
export const isCoveredBy = (
  asked: ReadonlyMap<string, OwnersTotals>,
  now: ReadonlyMap<string, OwnersTotals>,
  money: keyof OwnersTotals,
): boolean => [...now].every(([who, part]) => part[money] <= (asked.get(who)?.[money] ?? 0n));

const totalOf = (lines: readonly LinesTogether[], payer: string): Fen =>
  fen(lines.reduce<bigint>((all, line) => (line.payer === payer && line.capacity !== 'DUTY' ? all + line.amountFen : all), 0n));
