import { expect, test } from '@jest/globals';
import { headsIn } from './verify-audit.js';

test('heads are found in the message of the day as it was copied, and nothing else is', () => {
  const head = '0123456789abcdef'.repeat(4);
  const text = `请抄存以下摘要：\nintake 2026-11-28 ${head}\r\n  dispatch  2026-11-28  ${head} \nmars 2026-11-28 ${head}\nintake 2026-11-28 ${head.slice(1)}\n`;
  expect(headsIn(text, 'qingyun').map(({ service, day }) => `${service} ${day}`)).toEqual(['intake 2026-11-28', 'dispatch 2026-11-28']);
  expect(headsIn(text, 'qingyun')[0]).toEqual({ streetId: 'qingyun', service: 'intake', day: '2026-11-28', head });
});
