import { describe, expect, test } from '@jest/globals';
import type { DirectoryRow, DraftEdit } from '@wufang/contracts';
import { diffRows, editRows, rebaseRows } from './draft-rows.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const names = new Map([
  [id(1), '热力集团'],
  [id(2), '排水集团'],
]);
const nameOf = (key: string) => names.get(key) ?? key;
const row = (key: string, part: Partial<DirectoryRow> = {}): DirectoryRow => ({
  ...{ id: key, category: ['水电气热'], lead: { kind: 'UNIT', unitId: id(1) }, communityMayLead: false, source: 'test', ...part },
});
const sewer = { lead: { kind: 'UNIT' as const, unitId: id(2) } };
const idsOf = (rows: readonly DirectoryRow[]) => rows.map((one) => one.id);

describe('rows of a draft', () => {
  test.each<[DraftEdit[], string[] | RegExp]>([
    [[{ op: 'add', row: row('c') }], ['a', 'b', 'c']],
    [[{ op: 'add', row: row('c'), before: 'b' }], ['a', 'c', 'b']],
    [[{ op: 'remove', id: 'a' }], ['b']],
    [
      [
        { op: 'remove', id: 'a' },
        { op: 'add', row: row('a') },
      ],
      ['b', 'a'],
    ],
    [[{ op: 'replace', row: row('b', sewer) }], ['a', 'b']],
    [[{ op: 'add', row: row('a') }], /要加的行a已有/],
    [[{ op: 'add', row: row('c'), before: 'x' }], /没有行x，不能加在它之前/],
    [
      [
        { op: 'remove', id: 'a' },
        { op: 'replace', row: row('x') },
      ],
      /没有行x/,
    ], // and a stays
  ])('%j', (edits, wanted) => {
    const rows = [row('a'), row('b')];
    if (Array.isArray(wanted)) expect(idsOf(editRows(rows, edits).rows)).toEqual(wanted);
    else expect(() => editRows(rows, edits)).toThrow(expect.objectContaining({ facts: { faults: expect.stringMatching(wanted) } }));
    expect(idsOf(rows)).toEqual(['a', 'b']);
  });

  test('two tables differ row by row, in words', () => {
    const before = [row('a'), row('b'), row('c')];
    const after = [row('new', { setLevel: 'E' }), row('a', { ...sewer, times: { season: { from: '11-15', to: '03-15' } } }), row('c')];
    expect(diffRows(before, after, nameOf).map(({ change, id, text }) => [change, id, text])).toEqual([
      ['added', 'new', '新增第1行（new）：水电气热，全街道，由热力集团主办'],
      ['changed', 'a', '第2行（a）：时间由“无”改为“每年11月15日至次年3月15日”，主办由“热力集团”改为“排水集团”'],
      ['removed', 'b', '删去第2行（b）：水电气热，全街道，由热力集团主办'],
    ]);
    expect(diffRows(after, after, nameOf)).toEqual([]);
  });

  test('changes of a draft are carried over to a newer table, which keeps its own', () => {
    const base = [row('a'), row('b'), row('c'), row('same')];
    const draft = [row('a', sewer), row('c'), row('mine'), row('same', sewer)]; // a changed, b removed, mine added
    const latest = [row('theirs'), row('a'), row('b'), row('c', { setLevel: 'E' }), row('same', sewer)];
    const { rows, added, replaced, removed } = rebaseRows(base, draft, latest);
    expect(idsOf(rows)).toEqual(['theirs', 'a', 'c', 'same', 'mine']);
    expect(rows.find((one) => one.id === 'a')).toEqual(row('a', sewer));
    expect(rows.find((one) => one.id === 'c')).toEqual(row('c', { setLevel: 'E' }));
    expect({ added, replaced, removed }).toEqual({ added: ['mine'], replaced: ['a'], removed: ['b'] });
  });

  test('a row that both have changed is named instead of being overwritten', () => {
    const clash = () => rebaseRows([row('a')], [row('a', sewer)], [row('a', { setLevel: 'E' })]);
    expect(clash).toThrow(expect.objectContaining({ facts: { faults: '草稿和最新一版都改了这些行：a' } }));
    expect(() => rebaseRows([row('a')], [], [row('a', sewer)])).toThrow('directory.edit-impossible');
  });
});
