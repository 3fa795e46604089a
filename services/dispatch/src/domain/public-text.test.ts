import { describe, expect, test } from '@jest/globals';
import { DomainError } from '@wufang/kernel';
import { evidenceOf, publicTextOf } from './public-text.js';

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('a text for the citizen', () => {
  test.each([
    ['已派人维修，今晚恢复供暖', null],
    ['如有问题请拨打物业值班电话 010-63001234', null], // an office's number
    ['工单 FH20261111002808 已办结', null], // a number of fourteen places holds no phone number
    ['2026-11-21 19:22 已到现场', null],
    ['请拨打12345反映', null],
    ['已办结', 'work-order.text-needed'], // three letters
    ['。。。。。。', 'work-order.text-needed'], // six marks, nothing said
    ['请联系张师傅13812345678处理', 'work-order.text-private'],
    ['请联系张师傅 138-1234-5678 处理', 'work-order.text-private'],
    ['请联系张师傅 +86 138 1234 5678', 'work-order.text-private'],
    ['请联系张师傅８６１３８１２３４５６７８', 'work-order.text-private'], // full-width digits
    ['身份证110106195001011234已登记', 'work-order.text-private'],
    ['身份证 11010619500101123x 已登记', 'work-order.text-private'],
  ])('%s -> %s', (text, code) => {
    expect(codeOf(() => publicTextOf(text))).toBe(code);
  });

  test.each([
    ['现场照片与维修单', [], null],
    ['……', [], 'work-order.evidence-needed'],
    ['……', ['a'], null], // a photo speaks for itself
  ])('evidence %s with photos %j -> %s', (text, photos, code) => {
    expect(codeOf(() => evidenceOf(text, photos))).toBe(code);
  });
});
