import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { recordFiredPosting } from '../app/expect-posting.js';
import { recordFiredAssembly, recordFiredObjection, recordFiredPublicity, recordRecountedPublicity } from '../app/settle-objections.js';
import { objections, plans, publicities } from '../db/plans.store.js';

/** Clocks of plans that have to be posted, of publicities that hang, of assemblies that have to be called and of objections that have to be answered. */
@Injectable()
export class PlanClocks {
  readonly effects: ClockEffect[];

  constructor(rules: RuleBook) {
    this.effects = [
      clockEffect(plans, ['PUBLICITY_POST'], recordFiredPosting),
      clockEffect(
        publicities,
        ['PUBLICITY_7D', 'PUBLICITY_10WD'],
        (tx, publicity) => recordFiredPublicity(tx, publicity, rules),
        recordRecountedPublicity,
      ),
      clockEffect(publicities, ['ASSEMBLY_CALL', 'PLAN_AMEND'], recordFiredAssembly),
      clockEffect(objections, ['OBJECTION_ANSWER'], recordFiredObjection),
    ];
  }
}
