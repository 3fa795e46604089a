import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredBroadcast } from '../app/run-incident.js';
import { incidents } from '../db/incidents.store.js';

/** The hour in which a status is owed. */
@Injectable()
export class IncidentClocks {
  readonly effects: ClockEffect[] = [clockEffect(incidents, ['BROADCAST'], recordFiredBroadcast)];
}
