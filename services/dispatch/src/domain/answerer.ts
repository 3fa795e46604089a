import type { DutyTurn, Named } from '@wufang/contracts';

/** Accounts that may answer for an open order, as far as each is known. */
export interface Answerers {
  /** Who was named when its measure was noted. */
  planned: string | null;
  /** The section chief who has taken it up (科长领办). */
  chief: string | null;
  /** Who accepted it for the unit that leads it now (签收). */
  accepted: string | null;
  /** Who is on duty for that unit at this moment (当班). */
  onDuty: string | null;
}

const SHOWN = 3;
const NOBODY = '未指定';

/**
 * The person whom a ledger names for an open order (责任人): whom the measure names, else the chief who took it up, else who
 * accepted it, else who is on duty for the unit, else those who act for the unit, in that order. An account that nobody is known by is passed over; how
 * somebody comes to answer is said behind the name. Example: no measure, accepted by 王芳 -> 王芳（签收）; nothing known, two people of the unit ->
 * 李强、张敏（本单位）; nobody -> 未指定.
 */
export function answererOf({ planned, chief, accepted, onDuty }: Answerers, leadUnitId: string, people: readonly Named[]): string {
  const named = (accountId: string | null, as: string) => {
    const person = people.find((one) => one.accountId === accountId);
    return person && `${person.displayName}${as}`;
  };
  const ofUnit = people.filter(({ unitIds }) => unitIds.includes(leadUnitId)).map(({ displayName }) => displayName);
  const shown = `${ofUnit.slice(0, SHOWN).join('、')}${ofUnit.length > SHOWN ? '等' : ''}（本单位）`;
  return (
    named(planned, '') ??
    named(chief, '（领办）') ??
    named(accepted, '（签收）') ??
    named(onDuty, '（当班）') ??
    (ofUnit.length > 0 ? shown : NOBODY)
  );
}

/** Whose turn it is at an instant; a turn ends where the next begins. Example: li 18:00–23:00, wang 23:00–08:00, at 23:00 -> wang. */
export function atTurn(turns: readonly DutyTurn[], at: Date): string | null {
  const instant = at.toISOString();
  return turns.find(({ from, until }) => from <= instant && instant < until)?.accountId ?? null;
}
