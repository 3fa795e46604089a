import { describe, expect, test } from '@jest/globals';
import type { Channel } from '@wufang/contracts';
import { missingAtReceipt, missingToForward } from './required.js';

describe('what a demand lacks', () => {
  test.each([
    ['PHONE_DESK', undefined, undefined, ['联系电话']],
    ['WEB', undefined, '王小明', ['联系电话']], // nobody could call back
    ['QR', '13800000000', undefined, []],
    ['PATROL', undefined, undefined, []], // the worker is the contact
    ['OUTREACH', undefined, undefined, ['诉求人姓名或联系电话']],
    ['OUTREACH', undefined, '孙大爷', []], // no phone, comes to the desk
  ] as [Channel, string | undefined, string | undefined, string[]][])(
    'by %s with phone %s and name %s is %j',
    (channel, callerPhone, callerName, missing) => {
      expect(missingAtReceipt({ channel, callerPhone, callerName })).toEqual(missing);
    },
  );

  test('before it goes to a unit is its type and its category', () => {
    expect(missingToForward({ demandType: null, category: null })).toEqual(['诉求类型', '三级分类']);
    expect(missingToForward({ demandType: 'HELP', category: ['水电气热', '供暖', '暖气不热'] })).toEqual([]);
  });
});
