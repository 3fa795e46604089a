import { describe, expect, test } from '@jest/globals';
import * as contracts from './index.js';
import { labels } from './labels.js';
import { citationsOf, sourceInWords, sources } from './sources.js';
import { defaultTimeLimits } from './time-limits.js';

const names = Object.values(sources).map(({ name }) => name);

/** Every figure that is exported with its source, by where it stands; schemas hold shapes, not figures. */
function figures(value: unknown, path = 'contracts', found = new Map<string, string>(), seen = new Set<unknown>()): Map<string, string> {
  if (typeof value !== 'object' || value === null || seen.has(value) || '_zod' in value) return found;
  seen.add(value);
  if ('source' in value && typeof value.source === 'string') found.set(path, value.source);
  for (const [key, part] of Object.entries(value)) figures(part, `${path}.${key}`, found, seen);
  return found;
}

describe('a source in words', () => {
  test.each([
    ['W12, S3', '关于北京四类办理时限的报道；街道资料：接诉即办“绣花功夫”综述（后沙峪的办理时限）'], // two papers
    ['L1-14', '《北京市接诉即办工作条例》第十四条'], // an article
    ['L2-57', '《北京市物业管理条例》第五十七条'],
    ['L4-278', '《民法典》物权编第二百七十八条'],
    ['L1-10', '《北京市接诉即办工作条例》第十条'],
    ['P, L1-12-3', '本平台建议值，尚无规定；《北京市接诉即办工作条例》第十二条'], // whichever part of the article
    ['L2-8, L2-51; P', '《北京市物业管理条例》第八条；《北京市物业管理条例》第五十一条；本平台建议值，尚无规定'],
    ['P (domain rules 4.7)', '本平台建议值，尚无规定'], // where we worked it out is no paper
    ['P (S1)', '本平台建议值，尚无规定（参照街道资料：六里桥街道“桥连民声”）'],
    ['P (as DISPUTE_DECIDE)', `本平台建议值，尚无规定（与“${labels.deadlineCode.DISPUTE_DECIDE}”相同）`],
    ['TSG T5002', '《电梯维护保养规则》（TSG T5002—2017）'], // a paper that goes by its number
    ['建质〔2017〕138号-7, K', '《建设工程质量保证金管理办法》（建质〔2017〕138号）第七条；凭经验，尚待核实'],
    ['街道办公会2026年第3号', '街道办公会2026年第3号'], // what a street writes
    ['L99-3', 'L99-3'], // no code of ours is not guessed at
  ])('%s is %s', (source, words) => {
    expect(sourceInWords(source)).toBe(words);
  });

  test.each(defaultTimeLimits.map(({ code, source }) => [code, source]))('of %s (%s) leaves no code to be looked up', (_, source) => {
    const words = sourceInWords(source);
    expect(words).not.toMatch(/\b[LSWCPK]\d*\b|domain rules|\(/);
    expect(words).not.toBe('');
  });

  test('every dated figure names papers that have a name', () => {
    const found = figures(contracts);
    expect(found.size).toBeGreaterThan(50);
    const nameless = [...found].filter(([, source]) =>
      source.split(/[,;]\s*/).some((part) => !names.some((name) => sourceInWords(part).startsWith(name))),
    );
    expect(nameless).toEqual([]);
  });

  test.each([
    ['P, L1-12-3', ['P', 'L1 12']],
    ['L2-8, L2-51; P', ['L2 8', 'L2 51', 'P']],
    ['P (as DISPUTE_DECIDE)', ['P']],
    ['建质〔2017〕138号, K', ['建质〔2017〕138号', 'K']],
    ['街道办公会2026年第3号', []], // what a street writes
  ])('%s cites %j', (source, cited) => {
    expect(citationsOf(source).map(({ code, article }) => (article === null ? code : `${code} ${article}`))).toEqual(cited);
  });

  test('no two papers have one name', () => {
    expect(new Set(names).size).toBe(names.length);
  });
});
