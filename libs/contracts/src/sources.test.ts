import { describe, expect, test } from '@jest/globals';
import { labels } from './labels.js';
import { sourceInWords, sources } from './sources.js';
import { defaultTimeLimits } from './time-limits.js';

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
    ['建质〔2017〕138号, K', '建质〔2017〕138号；凭经验，尚待核实'], // a paper that is its own name
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

  test('no two papers have one name', () => {
    const names = Object.values(sources).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
