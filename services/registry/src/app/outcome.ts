import type { Fault } from '../domain/register-sheets.js';

export type Done = 'added' | 'changed' | 'unchanged';

/** What one row of a register file came to. What went in may still lack something: then `fault` says what, with what was done. */
export type Outcome = Done | (Fault & { done?: Done });
