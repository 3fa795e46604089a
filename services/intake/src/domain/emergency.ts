/** Words that raise level E at once, dated and with their source; a person confirms beside it and is never waited for (domain rules 4.5-1). */
export const emergencyWords = {
  from: '2020-01-01',
  source: 'domain rules 4.5-1, 4.6; 接诉即办工作条例 art. 29',
  words: [
    '被困',
    '困人',
    '燃气味',
    '燃气异味',
    '燃气泄漏',
    '煤气味',
    '煤气泄漏',
    '天然气味',
    '坍塌',
    '倒塌',
    '垮塌',
    '着火',
    '起火',
    '失火',
    '火灾',
    '冒烟',
    '爆炸',
    '触电',
    '漏电',
    '爆管',
    '管道爆裂',
    '大面积停暖',
    '整栋停暖',
    '整楼停暖',
    '全楼停暖',
    '大面积停水',
    '整栋停水',
    '整楼停水',
    '全楼停水',
    '扬言',
    '轻生',
    '跳楼',
  ],
  // Road subsidence (路面塌陷) is left out: the street's own orders handle it as complex road works.
  denials: ['没有', '没', '无人', '未', '无', '防止', '避免', '预防', '以免', '谨防'],
} as const;

/**
 * Whether a text tells of danger to life or home. A word that is denied right before it does not count.
 * Example: '电梯里有人被困' -> '被困'; '电梯停了，无人被困' -> null.
 */
export function emergencyWordIn(text: string): string | null {
  for (const word of emergencyWords.words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const before = text.slice(Math.max(0, at - 4), at).replace(/(?:人员?|发生|出现|有人)$/, '');
      if (!emergencyWords.denials.some((denial) => before.endsWith(denial))) return word;
    }
  }
  return null;
}
