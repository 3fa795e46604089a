import { Injectable } from '@nestjs/common';
import { intakeEvents } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import { clockEffect, fact, type ClockEffect } from '@wufang/service';
import { callbacks } from '../db/callbacks.store.js';
import { demands } from '../db/demands.store.js';

/** Clocks of the two desks: screening that takes too long, callbacks that are not made. Each stage is a fact; notify tells the people. */
@Injectable()
export class DeskClocks {
  readonly effects: ClockEffect[] = [
    clockEffect(
      demands,
      ['LEVEL_CONFIRM', 'SCREEN_E', 'SCREEN'],
      (tx, row, { code, dueAt }, { stage, kind, tell }) => {
        tx.save(demands, row, [fact(intakeEvents.demandClockFired, { code, stage, kind, tell, dueAt: toIsoBeijing(dueAt) })]);
      },
      (tx, row, { code, dueAt }, newDueAt, calendarVersion) => {
        tx.save(demands, row, [
          fact(intakeEvents.demandClockRecounted, {
            code,
            oldDueAt: toIsoBeijing(dueAt),
            newDueAt: toIsoBeijing(newDueAt),
            calendarVersion,
          }),
        ]);
      },
    ),
    clockEffect(
      callbacks,
      ['CALLBACK_INSTANT', 'CALLBACK_DUE'],
      (tx, row, { code, dueAt }, { stage, kind, tell }) => {
        const { orderId } = row;
        tx.save(callbacks, row, [fact(intakeEvents.callbackClockFired, { orderId, code, stage, kind, tell, dueAt: toIsoBeijing(dueAt) })]);
      },
      (tx, row, { code, dueAt }, newDueAt, calendarVersion) => {
        tx.save(callbacks, { ...row, dueAt: newDueAt }, [
          fact(intakeEvents.callbackClockRecounted, {
            code,
            oldDueAt: toIsoBeijing(dueAt),
            newDueAt: toIsoBeijing(newDueAt),
            calendarVersion,
          }),
        ]);
      },
    ),
  ];
}
