import { personalData, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, Vault } from '@wufang/service';
import type { z } from 'zod';
import { erasePerson } from '../app/erase-person.js';
import { exportPerson } from '../app/export-person.js';
import { findPerson } from '../db/persons.view.js';
import type { IntakeDb } from '../db/schema.js';

/** What a person may ask about their own data: a copy, and that it goes. */
@Answerer()
export class PersonalDataHandler {
  constructor(
    private readonly db: Db<IntakeDb>,
    private readonly vault: Vault,
  ) {}

  @Answers(personalData.exportPerson)
  async export(input: z.output<typeof personalData.exportPerson.input>, ctx: Ctx) {
    const found = await this.db.read(ctx, (sql) => findPerson(sql, input, ctx.streetId, this.vault));
    // What is shown in clear is kept nowhere: without a key no answer is stored.
    const kept = { ...ctx, idempotencyKey: undefined, requestHash: undefined };
    return this.db.run(kept, (tx) => exportPerson(tx, input, found, this.vault));
  }

  @Answers(personalData.erasePerson)
  async erase(input: z.output<typeof personalData.erasePerson.input>, ctx: Ctx) {
    const found = await this.db.read(ctx, (sql) => findPerson(sql, input, ctx.streetId, this.vault));
    return this.db.run(ctx, (tx) => erasePerson(tx, input, found, this.vault));
  }
}
