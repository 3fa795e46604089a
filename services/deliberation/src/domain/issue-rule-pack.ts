import { labels, type ClassedMatter, type DecisionClass, type IssueMatter } from '@wufang/contracts';
import { DomainError, type DateText } from '@wufang/kernel';
import { votePackAt } from './vote-rule-pack.js';

/** Which matter of an issue is decided how, dated and cited; an issue keeps the pack of the day it was screened. */
export interface IssueRulePack {
  version: string;
  from: DateText;
  matters: Record<Exclude<IssueMatter, OwnersMatter>, { class: DecisionClass; article: string }>;
}

/** Matters that the owners decide together: their classes stand in the pack of votes and nowhere else. */
const ownersMatters = [
  'RULES_OF_PROCEDURE',
  'COVENANT',
  'COMMITTEE',
  'FIRM',
  'FUND_USE',
  'FUND_RAISE',
  'REBUILD',
  'COMMON_PARTS',
  'OTHER_MAJOR',
] as const satisfies readonly IssueMatter[];
export type OwnersMatter = (typeof ownersMatters)[number];

/** Ascending by `from`. */
export const issueRulePacks: readonly IssueRulePack[] = [
  {
    version: '五方议事-2021',
    from: '2021-01-01',
    matters: {
      NOTICE: { class: 'INFO', article: '北京市物业管理条例第七条（街道、社区通报情况，不作决定）' },
      OWN_DUTY: { class: 'COMMIT', article: '民法典第四百六十五条：承诺只约束作出承诺的一方' },
      SHARED_WORKS: { class: 'PLAN', article: '民法典第四百六十五条；北京市街道办事处条例第四十条（街道资金）' },
      EMERGENCY_REPAIR: { class: 'EMERGENCY', article: '民法典第二百八十一条第二款' },
    },
  },
];

/** The pack in force on a day. Example: '2026-11-29' -> 五方议事-2021; '2020-12-31' -> vote.no-rules. */
export function issuePackAt(date: DateText): IssueRulePack {
  const pack = issueRulePacks.filter(({ from }) => from <= date).at(-1);
  if (!pack) throw new DomainError('vote.no-rules', { date, from: issueRulePacks[0]!.from });
  return pack;
}

const isOwnersMatter = (matter: IssueMatter): matter is OwnersMatter => (ownersMatters as readonly string[]).includes(matter);

/**
 * What owners have to vote on of an issue whatever its plan says (民法典第二百七十八条第一款; trap 5). Their money has gates of its own, at the line of the plan
 * that takes it: where no line does, there is nothing to ask, and in an emergency the fund is used without a vote (第二百八十一条第二款).
 * Example: COMMON_PARTS and FUND_USE -> COMMON_PARTS.
 */
export function mattersToVote(matters: readonly Pick<ClassedMatter, 'matter'>[]): OwnersMatter[] {
  return matters
    .map(({ matter }) => matter)
    .filter((matter) => isOwnersMatter(matter) && matter !== 'FUND_USE' && matter !== 'FUND_RAISE') as OwnersMatter[];
}

/**
 * Whether an issue is the owners' own and takes nobody's money (民法典第二百七十八条第一款第一至四、八、九项): it needs no plan, but their vote, and is decided by
 * that. What is rebuilt costs something and is planned.
 * Examples: FIRM -> yes; FIRM and NOTICE -> yes; FIRM and SHARED_WORKS -> no; FUND_USE -> no.
 */
export function areOwnersAlone(matters: readonly Pick<ClassedMatter, 'matter'>[]): boolean {
  const withoutMoney = new Set<IssueMatter>(mattersToVote(matters).filter((matter) => matter !== 'REBUILD'));
  return withoutMoney.size > 0 && matters.every(({ matter }) => matter === 'NOTICE' || withoutMoney.has(matter));
}

/**
 * The class of each matter with the article it comes from, each matter once. Matters of the owners take the class of the vote rule pack of the same day.
 * Example: FUND_USE on 2026-11-29 -> OWNER_ORD, 民法典第二百七十八条第一款第（五）项.
 */
export function classMatters(matters: readonly IssueMatter[], date: DateText): ClassedMatter[] {
  const pack = issuePackAt(date);
  const votes = votePackAt(date);
  return [...new Set(matters)].map((matter) => {
    if (!isOwnersMatter(matter)) return { matter, ...pack.matters[matter], pack: pack.version };
    const { value, source } = votes.matters[matter];
    if (value === 'UNANIMOUS_AFFECTED') throw new DomainError('issue.screening-incomplete', { reason: labels.issueMatter[matter] });
    return { matter, class: value, article: source, pack: votes.version };
  });
}

/** The classes an issue has by its matters, each once, in the order of the matters. */
export function classesOf(matters: readonly ClassedMatter[]): DecisionClass[] {
  return [...new Set(matters.map((one) => one.class))];
}
