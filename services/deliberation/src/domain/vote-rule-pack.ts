import type { VoteClass, VoteMatter } from '@wufang/contracts';
import { DomainError, type DateText } from '@wufang/kernel';

/** A fraction that a part has to reach (以上, the fraction itself included) or to exceed (过半数), and of whom. */
export interface Threshold {
  num: number;
  den: number;
  /** 过半数: the fraction itself is not enough (总则 art. 1259). */
  isStrict: boolean;
  of: 'ALL' | 'TAKING_PART';
  source: string;
}

interface Sourced<T> {
  value: T;
  source: string;
}

/** How the roll is made where the law leaves room; decided for each estate before the roll is frozen and printed on the ballot. */
export interface RollSettings {
  /** Whether parking spaces that can be registered count towards the base. */
  hasParking: boolean;
  /** How many heads the owner of unsold homes has. */
  unsoldHeads: 'ONE' | 'ONE_PER_HOME';
}

/** What decides a vote of owners (业主共同决定), dated and cited; a vote keeps the pack of the day its roll was frozen. */
export interface VoteRulePack {
  version: string;
  from: DateText;
  matters: Record<VoteMatter, Sourced<VoteClass>>;
  classes: Record<VoteClass, { participation: Threshold | null; agreement: Threshold }>;
  roll: { [K in keyof RollSettings]: Sourced<RollSettings[K]> };
  /** Not a setting: the option of counting silence with the majority is contested and not offered. */
  silence: Sourced<'NOT_TAKING_PART'>;
  invalid: Sourced<'NOT_TAKING_PART'>;
}

const item = (n: number, value: VoteClass): Sourced<VoteClass> => ({
  value,
  source: `民法典第二百七十八条第一款第（${'一二三四五六七八九'[n - 1]!}）项`,
});

const twoThirds: Threshold = { num: 2, den: 3, isStrict: false, of: 'ALL', source: '民法典第二百七十八条第二款' };

/** Ascending by `from`. Votes before the Civil Code went by other fractions and are not recounted here. */
export const voteRulePacks: readonly VoteRulePack[] = [
  {
    version: '民法典-2021',
    from: '2021-01-01',
    matters: {
      RULES_OF_PROCEDURE: item(1, 'OWNER_ORD'),
      COVENANT: item(2, 'OWNER_ORD'),
      COMMITTEE: item(3, 'OWNER_ORD'),
      FIRM: item(4, 'OWNER_ORD'),
      FUND_USE: item(5, 'OWNER_ORD'),
      FUND_RAISE: item(6, 'OWNER_SPEC'),
      REBUILD: item(7, 'OWNER_SPEC'),
      COMMON_PARTS: item(8, 'OWNER_SPEC'),
      OTHER_MAJOR: item(9, 'OWNER_ORD'),
      HOME_TO_BUSINESS: { value: 'UNANIMOUS_AFFECTED', source: '民法典第二百七十九条' },
    },
    classes: {
      OWNER_ORD: {
        participation: twoThirds,
        agreement: { num: 1, den: 2, isStrict: true, of: 'TAKING_PART', source: '民法典第二百七十八条第二款' },
      },
      OWNER_SPEC: {
        participation: twoThirds,
        agreement: { num: 3, den: 4, isStrict: false, of: 'TAKING_PART', source: '民法典第二百七十八条第二款' },
      },
      UNANIMOUS_AFFECTED: {
        participation: null,
        agreement: { num: 1, den: 1, isStrict: false, of: 'ALL', source: '民法典第二百七十九条；建筑物区分所有权司法解释第十一条' },
      },
    },
    roll: {
      hasParking: { value: false, source: '建筑物区分所有权司法解释第二条；是否计入由本小区定，默认不计入（本项目建议）' },
      unsoldHeads: {
        value: 'ONE',
        source: '建筑物区分所有权司法解释第九条；产权单位未售公房比照适用（北京市物业管理条例第二十五条），待核',
      },
    },
    silence: { value: 'NOT_TAKING_PART', source: '民法典第二百七十八条第二款：未交回选票不是参与表决' },
    invalid: { value: 'NOT_TAKING_PART', source: '空白票、无效票不算参与表决（本项目建议）' },
  },
];

/**
 * The pack in force on a day: the day the roll was frozen.
 * Example: '2026-11-22' -> 民法典-2021; '2020-12-31' -> vote.no-rules.
 */
export function votePackAt(date: DateText): VoteRulePack {
  const pack = voteRulePacks.filter(({ from }) => from <= date).at(-1);
  if (!pack) throw new DomainError('vote.no-rules', { date, from: voteRulePacks[0]!.from });
  return pack;
}

/** The pack a vote was made by. */
export function votePackOf(version: string): VoteRulePack {
  const pack = voteRulePacks.find((one) => one.version === version);
  if (!pack) throw new Error(`no rule pack ${version}`);
  return pack;
}

/** The settings of a roll that nobody has decided otherwise. */
export const defaultRollSettings = ({ roll }: VoteRulePack): RollSettings => ({
  hasParking: roll.hasParking.value,
  unsoldHeads: roll.unsoldHeads.value,
});
