import { describe, expect, test } from '@jest/globals';
import { added, changesOf, removed, replaced, type Leaf } from './tree-draft.js';

const leaf = (name: string, level: Leaf['level'] = 'N'): Leaf => ({ category: ['物业管理', '公共设施', name], level, duties: [] });
const [lift, door, lamp] = [leaf('电梯故障'), leaf('单元门'), leaf('路灯')];
const begun = { leaves: [lift, door], renames: [] };

describe('the next tree of categories', () => {
  test('leads the old name of a leaf to the new one, and on when it is called otherwise again', () => {
    const once = replaced(begun, door.category, leaf('门禁'), true);
    expect(once).toEqual({ leaves: [lift, leaf('门禁')], renames: [{ before: door.category, now: leaf('门禁').category }] });
    const twice = replaced(once, leaf('门禁').category, leaf('单元门禁'), false);
    expect(twice.renames).toEqual([{ before: door.category, now: leaf('单元门禁').category }]);
    expect(replaced(twice, leaf('单元门禁').category, door, false)).toEqual(begun);
  });

  test('leads nothing where only the level changes', () => {
    expect(replaced(begun, lift.category, leaf('电梯故障', 'U'), true)).toEqual({ leaves: [leaf('电梯故障', 'U'), door], renames: [] });
  });

  test('says of a leaf that is taken out what it is called now, if anything', () => {
    expect(removed(begun, door.category, lift.category, true)).toEqual({
      leaves: [lift],
      renames: [{ before: door.category, now: lift.category }],
    });
    expect(removed(begun, door.category, undefined, true)).toEqual({ leaves: [lift], renames: [] });
    expect(removed(added(begun, lamp), lamp.category, lift.category, false)).toEqual(begun);
  });

  test('tells what differs from the published one', () => {
    const draft = added(removed(replaced(begun, lift.category, leaf('电梯故障', 'U'), true), door.category, undefined, true), lamp);
    expect(changesOf(begun.leaves, draft)).toEqual({ put: [leaf('电梯故障', 'U'), lamp], gone: [door] });
    expect(changesOf(begun.leaves, begun)).toEqual({ put: [], gone: [] });
  });
});
