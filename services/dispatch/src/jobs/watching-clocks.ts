import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredSweepCheck } from '../app/sweep-alike.js';
import { recordFiredWatch } from '../app/record-watch-check.js';
import { recordRecountedSweepCheck, recordRecountedWatch } from '../app/record-recounted.js';
import { sweepChecks } from '../db/sweeps.store.js';
import { watchChecks } from '../db/watching.store.js';
import { watchCodes } from '../domain/watching.js';

/** Looks again and checks of like places that are due. */
@Injectable()
export class WatchingClocks {
  readonly effects: ClockEffect[] = [
    clockEffect(watchChecks, watchCodes, recordFiredWatch, recordRecountedWatch),
    clockEffect(sweepChecks, ['SWEEP_CHECK'], recordFiredSweepCheck, recordRecountedSweepCheck),
  ];
}
