import { randomUUID } from 'node:crypto';
import {
  costPlans,
  resolutions,
  type CostPlanView,
  type IssueView,
  type PaperKind,
  type ResolutionView,
  type SeatKind,
} from '@wufang/contracts';
import type { ServiceUnderTest } from '@wufang/testing';
import type { z } from 'zod';
import { moveIssue } from '../src/app/move-issue.js';
import { noteConsent } from '../src/app/note-consent.js';
import { issues } from '../src/db/issues.store.js';
import { agreed, aScenario, yuan } from './a-plan.js';
import { party, proof, propose, screen, within } from './street.js';

/** Who pays, by which seat it speaks, and what it lays on the table; for who has none the community does. */
const paying: Record<string, { seat: SeatKind | null; paper: PaperKind }> = {
  产权单位: { seat: 'RIGHTS_UNIT', paper: 'LETTER' },
  街道: { seat: 'STREET', paper: 'POOL_APPROVAL' },
  物业: { seat: 'FIRM', paper: 'SIGNED_NOT_IN_CONTRACT' },
  业主: { seat: 'OWNERS_BODY', paper: 'OWNER_CONSENT' },
  远征集团十一所: { seat: null, paper: 'LETTER' },
};

/** What is to be paid, and by whom in which parts. */
export interface Agreed {
  total: string;
  ratios: Record<string, string>;
  /** What a utility owes alone, on top. */
  duty?: { item: string; amount: string; payer: string };
}

/** An issue that the firm is to work out a plan for, by its own steps and without the talks. */
export async function planning(sut: ServiceUnderTest, tableId: string): Promise<IssueView> {
  const issue = await propose(sut, tableId);
  await screen(sut, issue.id, ['SHARED_WORKS']);
  await within(sut, 'qingyun', async (tx, rules) => {
    let row = (await tx.lock(issues, issue.id))!;
    row = await moveIssue(tx, row, 'convene', rules);
    row = await moveIssue(tx, row, 'openRound', rules, { change: { roundNo: 1 } });
    row = await moveIssue(tx, row, 'closeRound', rules);
    await moveIssue(tx, row, 'plan', rules, { change: { leadSeat: 'FIRM' } });
  });
  return issue;
}

/** The plan is drafted, chosen, agreed on by those who pay, and its papers are there; the issue is in its signing. */
export async function readyToSign(sut: ServiceUnderTest, issueId: string, { total, ratios, duty }: Agreed): Promise<CostPlanView> {
  const quotes = ['甲公司', '乙公司'].map((firm) => ({ firm, amountFen: yuan(total), documentId: proof }));
  const draft = await sut.ok(
    costPlans.draftPlan,
    {
      ...{ issueId, title: '院内排水改造', fundCustodian: 'CITY_FUND_CENTRE', quotes },
      scenarios: [aScenario({ agreement: agreed(ratios), ownersMoney: 'DIRECT' })],
      items: [
        { name: '排水管', amountFen: yuan(total), work: 'REPAIR', duty: null },
        ...(duty
          ? [
              {
                ...{ name: duty.item, amountFen: yuan(duty.amount), work: 'REPAIR' as const },
                duty: { kind: 'UTILITY_NETWORK' as const, payer: duty.payer },
              },
            ]
          : []),
      ],
      otherPayers: duty ? [{ code: duty.payer, kind: 'UTILITY', name: duty.payer }] : [],
    },
    party.FIRM,
  );
  const plan = await sut.ok(costPlans.choosePlanScenario, { id: draft.id, scenario: '方案一' }, party.FIRM);
  await within(sut, 'qingyun', async (tx, rules) => {
    let row = (await tx.lock(issues, issueId))!;
    row = await moveIssue(tx, row, 'openRound', rules, { change: { roundNo: 2 } });
    for (const payer of Object.keys(ratios)) {
      const { seat: kind } = paying[payer]!;
      if (kind === null) continue;
      const acting = { kind, seat: row.seats.find((one) => one.kind === kind) } as Parameters<typeof noteConsent>[2]['acting'];
      await noteConsent(tx, row, { roundId: randomUUID(), acting, position: 'AGREE', condition: null });
    }
    for (const step of ['agree', 'publicise', 'openSigning'] as const) row = await moveIssue(tx, row, step, rules);
  });
  for (const payer of Object.keys(ratios)) {
    const { seat, paper: kind } = paying[payer]!;
    const owed = plan.lines.find((line) => line.payer === payer)!.amountFen;
    if (kind === 'OWNER_CONSENT') {
      await consentOfHomes(sut, plan.id, payer);
      continue;
    }
    const approval = kind === 'POOL_APPROVAL' ? { amountFen: owed, budgetSource: '街道年度预算' } : {};
    await sut.ok(
      costPlans.filePaper,
      { id: plan.id, paperId: randomUUID(), payer, kind, document: `${payer}凭据`, ...approval },
      party[seat ?? 'COMMUNITY'],
    );
  }
  return plan;
}

/** The owner of every home has consented on paper. */
async function consentOfHomes(sut: ServiceUnderTest, id: string, payer: string): Promise<void> {
  const { homes } = await sut.ok(costPlans.homeKeys, { id }, party.COMMUNITY);
  for (const { homeId } of homes)
    await sut.ok(
      costPlans.filePaper,
      { id, paperId: randomUUID(), payer, homeId, kind: 'OWNER_CONSENT', document: '业主同意书', documentId: proof },
      party.OWNERS_BODY,
    );
}

type Draft = Partial<Omit<z.input<typeof resolutions.drawResolution.input>, 'issueId'>>;

/** The resolution on it is drawn and signed by everyone it needs. */
export async function signed(sut: ServiceUnderTest, issueId: string, draft: Draft = {}): Promise<ResolutionView> {
  const resolution = await sut.ok(
    resolutions.drawResolution,
    { id: randomUUID(), issueId, text: ['改造院内排水管。'], ...draft },
    party.COMMUNITY,
  );
  const { id, hash: documentHash } = resolution;
  for (const { seat } of resolution.body.signers) await sut.ok(resolutions.signResolution, { id, seat, documentHash }, party[seat]);
  return resolution;
}

/** An issue whose plan is signed and may be carried out. */
export async function executing(sut: ServiceUnderTest, tableId: string, terms: Agreed, draft: Draft = {}) {
  const { id: issueId } = await planning(sut, tableId);
  const plan = await readyToSign(sut, issueId, terms);
  return { issueId, plan, resolution: await signed(sut, issueId, draft) };
}
