import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredTerm } from '../app/record-fired-term.js';
import { estateTerms } from '../db/estate-terms.store.js';
import { termCodes } from '../domain/estate-term-duties.js';

/** Clocks of owners' bodies, property contracts and emergency services (任期台账). */
@Injectable()
export class TermClocks {
  readonly effects: ClockEffect[] = [clockEffect(estateTerms, termCodes, recordFiredTerm)];
}
