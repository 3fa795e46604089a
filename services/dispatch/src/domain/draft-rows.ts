import type { DirectoryRow, DraftEdit, RowChange } from '@wufang/contracts';
import { canonicalJson, DomainError } from '@wufang/kernel';
import { fieldTexts, rowText, type NameOf } from './directory-words.js';

/** Ids of the rows an edit has touched. */
export interface Touched {
  added: string[];
  replaced: string[];
  removed: string[];
}

/**
 * Rows after these edits, in their order; all of them or, where one cannot be done, none: a row that is there already cannot be added, one that
 * is not cannot be replaced or removed. Example: remove a, add a -> a stands at the end.
 */
export function editRows(rows: readonly DirectoryRow[], edits: readonly DraftEdit[]): { rows: DirectoryRow[] } & Touched {
  const next = [...rows];
  const faults: string[] = [];
  const touched: Touched = { added: [], replaced: [], removed: [] };
  for (const edit of edits) {
    const id = edit.op === 'remove' ? edit.id : edit.row.id;
    const at = next.findIndex((row) => row.id === id);
    if (edit.op === 'add') {
      const before = edit.before === undefined ? next.length : next.findIndex((row) => row.id === edit.before);
      if (at >= 0) faults.push(`要加的行${id}已有`);
      else if (before < 0) faults.push(`没有行${edit.before}，不能加在它之前`);
      else next.splice(before, 0, edit.row);
      touched.added.push(id);
    } else if (at < 0) faults.push(`没有行${id}`);
    else if (edit.op === 'replace') {
      next[at] = edit.row;
      touched.replaced.push(id);
    } else {
      next.splice(at, 1);
      touched.removed.push(id);
    }
  }
  if (faults.length > 0) throw new DomainError('directory.edit-impossible', { faults: faults.slice(0, 10).join('；') });
  return { rows: next, ...touched };
}

/** Row by row what differs between two tables, told by the rows' ids, in the order of the later one; removed rows come last. */
export function diffRows(before: readonly DirectoryRow[], after: readonly DirectoryRow[], nameOf: NameOf): RowChange[] {
  const old = new Map(before.map((row, i) => [row.id, { row, no: i + 1 }]));
  const changes: RowChange[] = [];
  after.forEach((row, i) => {
    const known = old.get(row.id);
    old.delete(row.id);
    const name = `第${i + 1}行（${row.id}）`;
    if (!known) changes.push({ change: 'added', id: row.id, before: null, after: row, text: `新增${name}：${rowText(row, nameOf)}` });
    else if (canonicalJson(known.row) !== canonicalJson(row)) {
      const [was, is] = [fieldTexts(known.row, nameOf), fieldTexts(row, nameOf)];
      const said = is.flatMap(([field, value], n) =>
        was[n]![1] === value ? [] : [`${field}由“${was[n]![1] || '无'}”改为“${value || '无'}”`],
      );
      changes.push({
        change: 'changed',
        id: row.id,
        before: known.row,
        after: row,
        text: `${name}：${said.join('，') || '写法有变，意思相同'}`,
      });
    }
  });
  for (const { row, no } of old.values())
    changes.push({ change: 'removed', id: row.id, before: row, after: null, text: `删去第${no}行（${row.id}）：${rowText(row, nameOf)}` });
  return changes;
}

/**
 * The changes of a draft carried over to a newer table: what the draft added, replaced or removed against the table it began from is done on the
 * newer one. A row that both have changed, each otherwise, cannot be carried over and is named.
 */
export function rebaseRows(
  base: readonly DirectoryRow[],
  draft: readonly DirectoryRow[],
  latest: readonly DirectoryRow[],
): { rows: DirectoryRow[] } & Touched {
  const texts = (rows: readonly DirectoryRow[]) => new Map(rows.map((row) => [row.id, canonicalJson(row)]));
  const [was, mine, theirs] = [texts(base), texts(draft), texts(latest)];
  const isDone = (id: string) => mine.get(id) === theirs.get(id);
  const clashes = [...new Set([...was.keys(), ...mine.keys()])].filter(
    (id) => mine.get(id) !== was.get(id) && theirs.get(id) !== was.get(id) && !isDone(id),
  );
  if (clashes.length > 0) {
    throw new DomainError('directory.edit-impossible', { faults: `草稿和最新一版都改了这些行：${clashes.slice(0, 20).join('、')}` });
  }
  const edits: DraftEdit[] = draft.flatMap((row): DraftEdit[] => {
    if (mine.get(row.id) === was.get(row.id) || isDone(row.id)) return [];
    return [was.has(row.id) ? { op: 'replace', row } : { op: 'add', row }];
  });
  for (const { id } of base) if (!mine.has(id) && theirs.has(id)) edits.push({ op: 'remove', id });
  return editRows(latest, edits);
}
