import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { recordFiredSlot } from '../app/monthly-slots.js';
import { recordFiredQuestion } from '../app/office-day.js';
import { officeQuestions } from '../db/courtyards.store.js';
import { monthlySlots } from '../db/projects.store.js';

/** Clocks of monthly projects and of questions of office days. */
@Injectable()
export class CommunityLifeClocks {
  readonly effects: ClockEffect[];

  constructor(rules: RuleBook) {
    this.effects = [
      clockEffect(monthlySlots, ['MONTHLY_PROJECT'], (tx, slot, clock, fired) => recordFiredSlot(tx, slot, clock, fired, rules)),
      clockEffect(officeQuestions, ['OFFICE_ANSWER'], recordFiredQuestion),
    ];
  }
}
