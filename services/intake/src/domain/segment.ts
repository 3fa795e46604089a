const segmenter = new Intl.Segmenter('zh-Hans-CN', { granularity: 'word' });

const wordsOf = (text: string) => new Set(text.split(' '));
/** Words of grammar: nothing by themselves, but in a pair (被困, 不亮). */
const grammar = wordsOf('的 了 和 与 在 有 是 被 把 给 对 到 从 就 都 也 还 已 不 没 没有 我 我们 您 你 他 她 们 这 那 人 里 上 下 前 后');
/** Words of addresses and of asking: they tell nothing, and part their neighbours. */
const address = wordsOf('号 楼 号楼 单元 室 层 门 院 户 社区 小区 居民 反映 请 要 要求 希望 尽快 天 小时 月 年 日');

/** One feature of a text: a word, or two words that stand side by side, as they stand there. */
export type Feature = string;

export interface TextForms {
  /** Words and pairs, each once. */
  features: Feature[];
  /** Texts that differ only in numbers and names of places have the same. */
  template: string;
}

/**
 * What the classifier reads of a text: Chinese words and pairs of neighbours, without numbers and without the names of the street's
 * places, so that it learns matters and not addresses.
 * Example: '东大院3号楼电梯停运' with 东大院 a place -> 电梯, 停运 among others, and nothing of the address.
 */
export function readText(text: string, placeNames: readonly string[]): TextForms {
  let bare = text.normalize('NFKC');
  for (const name of placeNames) bare = bare.replaceAll(name, '、');
  bare = bare.replace(/\d+|[零一二两三四五六七八九十百千几数]{2,}/g, '#');
  const features = new Set<Feature>();
  const words: string[] = [];
  let before: string | null = null;
  for (const { segment } of segmenter.segment(bare)) {
    if (!/^\p{Script=Han}+$/u.test(segment) || address.has(segment)) {
      if (!/^[\p{P}\s]+$/u.test(segment)) words.push(segment);
      before = null;
      continue;
    }
    words.push(segment);
    if (!grammar.has(segment)) features.add(segment);
    // Pairs mend what the segmenter cuts: 被 and 困 are 被困 again.
    if (before !== null && !(grammar.has(before) && grammar.has(segment))) features.add(before + segment);
    before = segment;
  }
  return { features: [...features], template: words.join(' ') };
}
