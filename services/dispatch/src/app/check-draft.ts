import type { Category, DirectoryRow, Finding } from '@wufang/contracts';
import type { ClockRules } from '@wufang/service';
import type { Street } from '../domain/decide.js';
import { directoryFindings } from '../domain/directory-findings.js';
import type { NamedPlaces } from '../domain/directory-situations.js';

/** What is to be said about a draft, as if it began now. */
export function checkDraft(
  rows: readonly DirectoryRow[],
  street: Street,
  places: NamedPlaces,
  { limits }: Pick<ClockRules, 'limits'>,
  seen: readonly Category[],
  now: Date,
): { mayBePublished: boolean; findings: Finding[] } {
  const dutyCodes = new Set(limits.map(({ code }) => code));
  const findings = directoryFindings(rows, { street, places, dutyCodes, from: now, seen });
  return { mayBePublished: findings.every(({ severity }) => severity === 'warning'), findings };
}
