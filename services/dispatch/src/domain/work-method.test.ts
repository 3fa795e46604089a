import { expect, test } from '@jest/globals';
import type { MethodItem, WorkOrderState } from '@wufang/contracts';
import { methodFaults, methodOf } from './work-method.js';

const items: MethodItem[] = [
  { stage: 'ACCEPTED', text: '签收即联系' },
  { stage: 'HANDLING', text: '现场拍照' },
  { stage: 'JOINT', text: '约定牵头人' },
];
const tick = (stage: WorkOrderState, text: string) => ({ stage, text, tickedAt: new Date('2026-10-01T09:00:00Z'), tickedBy: 'jia' });

test.each<[WorkOrderState, ReturnType<typeof tick>[], string[], string[]]>([
  ['DISPATCHED', [], [], []], // nothing is asked for yet
  ['ACCEPTED', [], ['签收即联系'], ['签收即联系']],
  ['HANDLING', [], ['现场拍照'], ['签收即联系', '现场拍照']], // what was passed over stays open
  ['HANDLING', [tick('HANDLING', '现场拍照')], ['现场拍照'], ['签收即联系']],
  ['HANDLING', [tick('ACCEPTED', '现场拍照')], ['现场拍照'], ['签收即联系', '现场拍照']], // the same words in another stage are another item
  ['JOINT', [], ['约定牵头人'], ['签收即联系', '现场拍照', '约定牵头人']],
  ['COMPLETED', [], [], ['签收即联系', '现场拍照']], // was never joint
])('%s: %#', (state, ticks, present, open) => {
  const found = methodOf({ title: '某工作法', items }, state, ticks);
  expect(found.items.filter(({ isPresent }) => isPresent).map(({ text }) => text)).toEqual(present);
  expect(found.open).toEqual(open);
});

test('without a list there is nothing; a tick says who and when', () => {
  expect(methodOf(null, 'HANDLING', [tick('HANDLING', '现场拍照')])).toEqual({ title: null, items: [], open: [] });
  expect(methodOf({ title: '某工作法', items }, 'HANDLING', [tick('HANDLING', '现场拍照')]).items[1]).toEqual({
    ...{ stage: 'HANDLING', text: '现场拍照', isPresent: true, tickedAt: '2026-10-01T09:00:00.000Z', tickedBy: 'jia' },
  });
});

test('an item twice in a stage is a fault', () => {
  expect(methodFaults({ items })).toEqual([]);
  expect(methodFaults({ items: [...items, items[1]!] })).toEqual(['第 4 项在同一步写了两次']);
});
