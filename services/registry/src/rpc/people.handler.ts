import { personalData, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, Vault } from '@wufang/service';
import type { z } from 'zod';
import { eraseRegistered } from '../app/erase-registered.js';
import { exportRegistered } from '../app/export-registered.js';
import { findRegistered } from '../db/people.view.js';
import type { RegistrySchema } from '../db/schema.js';

/** What an owner or a unit's contact person may ask about their own data: a copy, and that it goes. */
@Answerer()
export class PeopleHandler {
  constructor(
    private readonly db: Db<RegistrySchema>,
    private readonly vault: Vault,
  ) {}

  @Answers(personalData.exportRegistered)
  async export(input: z.output<typeof personalData.exportRegistered.input>, ctx: Ctx) {
    const found = await this.db.read(ctx, (sql) => findRegistered(sql, input, ctx.streetId, this.vault));
    // What is shown in clear is kept nowhere: without a key no answer is stored.
    const kept = { ...ctx, idempotencyKey: undefined, requestHash: undefined };
    return this.db.run(kept, (tx) => exportRegistered(tx, input, found, this.vault));
  }

  @Answers(personalData.eraseRegistered)
  async erase(input: z.output<typeof personalData.eraseRegistered.input>, ctx: Ctx) {
    const found = await this.db.read(ctx, (sql) => findRegistered(sql, input, ctx.streetId, this.vault));
    return this.db.run(ctx, (tx) => eraseRegistered(tx, input, found, this.vault));
  }
}
