import type { Input as Asked } from '@wufang/api-client';
import { fenOf } from '../../lib/format.js';
import type { labels } from '../../lib/labels.js';
import type { Weighed } from './agreed-weights.js';

type Draft = Asked<'deliberation.cost-plan.draft'>;
type Scenario = Draft['scenarios'][number];
export type PayerKind = keyof typeof labels.payerKind;

/** What the form of a plan holds. */
export interface Filled {
  title: string;
  fundCustodian: Draft['fundCustodian'];
  items: { name: string; amount: string; work: Draft['items'][number]['work']; duty?: keyof typeof labels.soleDuty; by?: string }[];
  otherPayers?: { name: string; kind: PayerKind }[];
  quotes?: { firm: string; amount: string; papers: string[] }[];
  contractor?: { firm?: string; reason?: string };
  isTechnical?: boolean;
  report?: { title?: string; papers?: string[] };
  /** Of the homes, where one of the ways shares by weights. */
  weighed?: Weighed;
  scenarios: {
    name: string;
    document?: string;
    parts?: { payer: string; ratio: string }[];
    grants?: { payer: string; kind: keyof typeof labels.grantKind; amount?: string; ratio?: string }[];
    homesRule: Scenario['homesRule'];
    homesAgreement?: string;
    ownersMoney: Scenario['ownersMoney'];
  }[];
}

/** What is sent of it. */
export const draftOf = (issueId: string, filled: Filled): Draft => ({
  ...{ issueId, title: filled.title, fundCustodian: filled.fundCustodian, isTechnical: filled.isTechnical ?? false },
  items: filled.items.map(({ name, amount, work, duty, by }) => ({
    ...{ name, amountFen: fenOf(amount)!, work, duty: duty && by ? { kind: duty, payer: by } : null },
  })),
  otherPayers: (filled.otherPayers ?? []).map(({ name, kind }) => ({ code: name, kind, name })),
  quotes: (filled.quotes ?? []).map(({ firm, amount, papers }) => ({ firm, amountFen: fenOf(amount)!, documentId: papers[0]! })),
  contractor: filled.contractor?.firm ? { firm: filled.contractor.firm, reason: filled.contractor.reason ?? '' } : null,
  expertReport: filled.report?.papers?.[0] ? { title: filled.report.title ?? '', documentId: filled.report.papers[0] } : null,
  ...(filled.scenarios.some(({ homesRule }) => homesRule === 'WEIGHTS') && { weights: filled.weighed?.weights ?? [] }),
  scenarios: filled.scenarios.map(({ name, document, parts = [], grants = [], homesRule, homesAgreement, ownersMoney }) => ({
    ...{ name, homesRule, ownersMoney, homesAgreement: homesRule === 'STATUTORY' ? null : (homesAgreement ?? null) },
    agreement: parts.length > 0 ? { document: document ?? '', parts } : null,
    grants: grants.map(({ payer, kind, amount, ratio: part }, index) => ({
      ...{ priority: index + 1, payer, kind },
      ...(kind === 'FIXED' && { amountFen: fenOf(amount ?? '') }),
      ...(kind === 'UP_TO' && { capFen: fenOf(amount ?? '') }),
      ...(kind === 'RATIO' && { ratio: part, ...(amount && { capFen: fenOf(amount) }) }),
    })),
  })),
});
