import { DomainError } from '@wufang/kernel';

/** The end of the page before, as `dueAt,id`. */
export function placeOf(after: string): [dueAt: string, id: string] {
  const found = /^([^,]+),([0-9a-f-]{36})$/.exec(after);
  if (!found || Number.isNaN(Date.parse(found[1]!)))
    throw new DomainError('request.invalid', { issues: 'after：请原样带上一页最后一条的 dueAt,id' });
  return [found[1]!, found[2]!];
}
