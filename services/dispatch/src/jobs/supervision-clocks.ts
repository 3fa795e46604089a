import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { makeLeaderList } from '../app/make-leader-list.js';
import {
  recordRecountedSummons,
  recordRecountedSupervision,
  recordRecountedTask,
  recordRecountedWhistle,
} from '../app/record-recounted.js';
import { recordFiredSummons } from '../app/record-fired-summons.js';
import { recordFiredSupervision } from '../app/record-fired-supervision.js';
import { recordFiredTask } from '../app/record-fired-task.js';
import { recordFiredWhistle } from '../app/record-fired-whistle.js';
import { assignedTasks } from '../db/assigned-tasks.store.js';
import { leaderListSchedules } from '../db/leader-lists.store.js';
import { StreetBook } from '../db/street-book.js';
import { supervisions } from '../db/supervisions.store.js';
import { summonses, whistles } from '../db/whistles.store.js';
import { askedCodes, summonsCodes } from '../domain/clock-steps.js';

/** Clocks of whistles that are asked for, summonses, assigned tasks, supervisions and leaders' lists. */
@Injectable()
export class SupervisionClocks {
  readonly effects: ClockEffect[];

  constructor(streets: StreetBook) {
    this.effects = [
      clockEffect(whistles, askedCodes, recordFiredWhistle, recordRecountedWhistle),
      clockEffect(
        summonses,
        summonsCodes,
        (tx, summons, clock, fired) => recordFiredSummons(tx, summons, clock, fired, streets),
        recordRecountedSummons,
      ),
      clockEffect(assignedTasks, ['ASSIGNED_TASK'], recordFiredTask, recordRecountedTask),
      clockEffect(
        supervisions,
        ['SUPERVISION', 'SUPERVISION_JUDGE'],
        (tx, row, clock, fired) => recordFiredSupervision(tx, row, clock, fired, streets),
        recordRecountedSupervision,
      ),
      clockEffect(leaderListSchedules, ['LEADER_LIST'], makeLeaderList),
    ];
  }
}
