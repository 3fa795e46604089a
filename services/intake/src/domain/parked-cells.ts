import type { MappingProfile } from '@wufang/contracts';
import { maskName, maskPhone } from '@wufang/kernel';
import { fieldHeaders } from './export-row.js';
import { withoutPersonal } from './public-text.js';

/** The cells of a row as a person sees them who puts it right: caller masked, numbers in columns nobody knows left out. */
export function maskCells(cells: Readonly<Record<string, string>>, profile: MappingProfile): Record<string, string> {
  const header = fieldHeaders(Object.keys(cells), profile);
  const known = new Set(Object.values(header));
  const masked: Record<string, string> = {};
  for (const [name, value] of Object.entries(cells)) {
    if (value === '') masked[name] = '';
    else if (name === header.callerName) masked[name] = maskName(value);
    else if (name === header.callerPhone) masked[name] = maskPhone(value);
    else masked[name] = known.has(name) ? value : withoutPersonal(value);
  }
  return masked;
}

/** A row with its corrections; a cell that comes back masked was not corrected. Example: '138****1234' given back -> stays '13812341234'. */
export function correctCells(
  cells: Readonly<Record<string, string>>,
  corrections: Readonly<Record<string, string>>,
  profile: MappingProfile,
): Record<string, string> {
  const masked = maskCells(cells, profile);
  const corrected = { ...cells };
  for (const [name, value] of Object.entries(corrections)) if (value !== masked[name]) corrected[name] = value;
  return corrected;
}
