import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredClock, recordRecountedClock } from '../app/record-fired-clock.js';
import { workOrders } from '../db/work-orders.store.js';
import { orderCodes } from '../domain/duties.js';

@Injectable()
export class OrderClocks {
  readonly effects: ClockEffect[] = [clockEffect(workOrders, orderCodes, recordFiredClock, recordRecountedClock)];
}
