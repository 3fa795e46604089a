import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredLeg } from '../app/record-fired-leg.js';
import { legs } from '../db/legs.store.js';
import { StreetBook } from '../db/street-book.js';

/** Clocks of co-units. */
@Injectable()
export class LegClocks {
  readonly effects: ClockEffect[];

  constructor(streets: StreetBook) {
    this.effects = [clockEffect(legs, ['CO_RETURN'], (tx, leg, clock, fired) => recordFiredLeg(tx, leg, clock, fired, streets))];
  }
}
