import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { askDuties, recordFiredDuty } from '../app/plan-duty.js';
import { duties, dutyPlans } from '../db/duties.store.js';

/** The days on which plans ask for their duties, and duties that nobody did. */
@Injectable()
export class DutyClocks {
  readonly effects: ClockEffect[];

  constructor(rules: RuleBook) {
    this.effects = [
      clockEffect(dutyPlans, ['DUTY_NEXT'], async (tx, plan) => {
        askDuties(tx, plan, await rules.fresh(tx.streetId, tx.now));
      }),
      clockEffect(duties, ['DUTY'], recordFiredDuty),
    ];
  }
}
