import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { recordFiredClock } from '../app/record-fired-clock.js';
import { recordRecountedClock } from '../app/record-recounted.js';
import { StreetBook } from '../db/street-book.js';
import { firingOrders } from '../db/work-orders.store.js';
import { orderCodes } from '../domain/duties.js';

@Injectable()
export class OrderClocks {
  readonly effects: ClockEffect[];

  constructor(rules: RuleBook, streets: StreetBook) {
    this.effects = [
      clockEffect(
        firingOrders,
        orderCodes,
        (tx, order, clock, fired) => recordFiredClock(tx, order, clock, fired, rules, streets),
        recordRecountedClock,
      ),
    ];
  }
}
