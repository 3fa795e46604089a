import { describe, expect, test } from '@jest/globals';
import { beijing12345 } from './mapping-profile.js';
import { correctCells, maskCells } from './parked-cells.js';

const cells = { 工单编号: '', 来电人: '王小明', 来电人电话: '13812341234', 主要内容: '漏水', 家属电话: '13900001111' };

describe('a parked row', () => {
  test('shows the caller masked, and no number in a column nobody knows', () => {
    expect(maskCells(cells, beijing12345)).toEqual({
      工单编号: '',
      来电人: '王**',
      来电人电话: '138****1234',
      主要内容: '漏水',
      家属电话: '（电话略）',
    });
  });

  test('takes corrections, and keeps what comes back masked', () => {
    const corrected = correctCells(cells, { ...maskCells(cells, beijing12345), 工单编号: 'FH1', 主要内容: '屋顶漏水' }, beijing12345);
    expect(corrected).toEqual({ ...cells, 工单编号: 'FH1', 主要内容: '屋顶漏水' });
  });
});
