import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { recordFiredSlot } from '../app/monthly-slots.js';
import { recordFiredQuestion } from '../app/office-day.js';
import { recordFiredPetition } from '../app/petition.js';
import { recordFiredProject } from '../app/watch-projects.js';
import { officeQuestions } from '../db/courtyards.store.js';
import { petitions } from '../db/petitions.store.js';
import { monthlySlots, projects } from '../db/projects.store.js';

/** Clocks of monthly projects, of projects that wait for the street and of their tasks, of questions of office days and of petitions. */
@Injectable()
export class CommunityLifeClocks {
  readonly effects: ClockEffect[];

  constructor(rules: RuleBook) {
    this.effects = [
      clockEffect(monthlySlots, ['MONTHLY_PROJECT'], (tx, slot, clock, fired) => recordFiredSlot(tx, slot, clock, fired, rules)),
      clockEffect(projects, ['PROJECT_DECIDE', 'PROJECT_TASK'], (tx, project, clock, fired) =>
        recordFiredProject(tx, project, clock, fired, rules),
      ),
      clockEffect(petitions, ['PETITION'], recordFiredPetition),
      clockEffect(officeQuestions, ['OFFICE_ANSWER'], recordFiredQuestion),
    ];
  }
}
