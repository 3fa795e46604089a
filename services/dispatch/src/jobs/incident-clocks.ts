import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredIncident } from '../app/run-incident.js';
import { incidents } from '../db/incidents.store.js';

/** The time in which a proposal is decided, and the hour in which a status is owed. */
@Injectable()
export class IncidentClocks {
  readonly effects: ClockEffect[] = [clockEffect(incidents, ['INCIDENT_CONFIRM', 'BROADCAST'], recordFiredIncident)];
}
