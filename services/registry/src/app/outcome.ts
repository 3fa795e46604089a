import type { Fault } from '../domain/register-sheets.js';

/** What one row of a register file came to. */
export type Outcome = 'added' | 'changed' | 'unchanged' | Fault;
