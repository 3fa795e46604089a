import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredWatch } from '../app/record-watch-check.js';
import { watchChecks } from '../db/watching.store.js';
import { watchCodes } from '../domain/watching.js';

/** Looks again that are due. */
@Injectable()
export class WatchingClocks {
  readonly effects: ClockEffect[] = [clockEffect(watchChecks, watchCodes, recordFiredWatch)];
}
