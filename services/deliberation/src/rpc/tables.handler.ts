import { tables, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { appoint, endSeatMandate, seatUnit } from '../app/fill-seat.js';
import { openTable } from '../app/open-table.js';
import type { DeliberationDb } from '../db/schema.js';
import { getTable, listTables } from '../db/tables.view.js';

type Input<K extends keyof typeof tables> = z.output<(typeof tables)[K]['input']>;

@Answerer()
export class TablesHandler {
  constructor(private readonly db: Db<DeliberationDb>) {}

  @Answers(tables.openTable)
  open(input: Input<'openTable'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => openTable(tx, input, ctx));
  }

  @Answers(tables.seatUnit)
  seat(input: Input<'seatUnit'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => seatUnit(tx, input, ctx));
  }

  @Answers(tables.appoint)
  appoint(input: Input<'appoint'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => appoint(tx, input, ctx));
  }

  @Answers(tables.endSeatMandate)
  endMandate(input: Input<'endSeatMandate'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => endSeatMandate(tx, input, ctx));
  }

  @Answers(tables.listTables)
  list(input: Input<'listTables'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listTables(sql, input, ctx));
  }

  @Answers(tables.getTable)
  get(input: Input<'getTable'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getTable(sql, input, ctx));
  }
}
