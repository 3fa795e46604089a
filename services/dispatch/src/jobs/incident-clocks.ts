import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredIncident } from '../app/run-incident.js';
import { recordFiredCrew } from '../app/watch-crews.js';
import { crews } from '../db/crews.store.js';
import { incidents } from '../db/incidents.store.js';
import { StreetBook } from '../db/street-book.js';

/** The time in which a proposal is decided, the hour in which a status is owed, and how long a crew is on site. */
@Injectable()
export class IncidentClocks {
  readonly effects: ClockEffect[];

  constructor(streets: StreetBook) {
    this.effects = [
      clockEffect(incidents, ['INCIDENT_CONFIRM', 'BROADCAST'], recordFiredIncident),
      clockEffect(crews, ['CREW_HOURS'], (tx, crew, clock, fired) => recordFiredCrew(tx, crew, clock, fired, streets)),
    ];
  }
}
