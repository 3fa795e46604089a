import { intake, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook, Vault } from '@wufang/service';
import type { z } from 'zod';
import { importOrders, putMappingProfile, retryParkedRow } from '../app/import-orders.js';
import { listImports, listParkedRows } from '../db/imports.view.js';
import { TreeBook } from '../db/category-trees.store.js';
import { PlaceBook } from '../db/places.store.js';
import type { IntakeDb } from '../db/schema.js';

/** Imports of hotline exports and what they left for a person. */
@Answerer()
export class ImportsHandler {
  constructor(
    private readonly db: Db<IntakeDb>,
    private readonly vault: Vault,
    private readonly rules: RuleBook,
    private readonly places: PlaceBook,
    private readonly trees: TreeBook,
  ) {}

  @Answers(intake.importOrders)
  run(input: z.output<typeof intake.importOrders.input>, ctx: Ctx) {
    return importOrders(input, ctx, { db: this.db, vault: this.vault, rules: this.rules, places: this.places, trees: this.trees });
  }

  @Answers(intake.listImports)
  list(input: z.output<typeof intake.listImports.input>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listImports(sql, input, ctx.streetId));
  }

  @Answers(intake.listParkedRows)
  parked(input: z.output<typeof intake.listParkedRows.input>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listParkedRows(sql, input, ctx.streetId, this.vault));
  }

  @Answers(intake.retryParkedRow)
  async retry(input: z.output<typeof intake.retryParkedRow.input>, ctx: Ctx) {
    const parts = {
      vault: this.vault,
      rules: this.rules,
      page: await this.places.fresh(ctx.streetId),
      trees: await this.trees.of(ctx.streetId),
    };
    return this.db.run(ctx, (tx) => retryParkedRow(tx, input, parts));
  }

  @Answers(intake.putMappingProfile)
  putProfile(input: z.output<typeof intake.putMappingProfile.input>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => putMappingProfile(tx, input));
  }
}
