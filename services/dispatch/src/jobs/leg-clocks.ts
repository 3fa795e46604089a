import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredLeg } from '../app/record-fired-leg.js';
import { legs } from '../db/legs.store.js';

/** Clocks of co-units. */
@Injectable()
export class LegClocks {
  readonly effects: ClockEffect[] = [clockEffect(legs, ['CO_RETURN'], recordFiredLeg)];
}
