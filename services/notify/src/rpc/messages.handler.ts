import { notify, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { markRead } from '../app/mark-read.js';
import { seatAccounts } from '../app/seat-accounts.js';
import { messagesFor, seatHolders } from '../db/messages.view.js';
import type { NotifyDb } from '../db/schema.js';

@Answerer()
export class MessagesHandler {
  constructor(private readonly db: Db<NotifyDb>) {}

  @Answers(notify.listMessages)
  async list(input: z.output<typeof notify.listMessages.input>, ctx: Ctx) {
    return { messages: await this.db.read(ctx, (sql) => messagesFor(sql, ctx, input)) };
  }

  @Answers(notify.listChainSeats)
  seats(_input: object, ctx: Ctx) {
    return this.db.read(ctx, (sql) => seatHolders(sql, ctx));
  }

  @Answers(notify.seatAccounts)
  seat(input: z.output<typeof notify.seatAccounts.input>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => seatAccounts(tx, input));
  }

  @Answers(notify.markRead)
  async read({ id }: z.output<typeof notify.markRead.input>, ctx: Ctx) {
    const find = async () => (await this.db.read(ctx, (sql) => messagesFor(sql, ctx, { id, limit: 1 })))[0];
    const found = await find();
    if (!found) throw new DomainError('object.not-found', {});
    if (found.readAt !== null) return found;
    await this.db.run(ctx, (tx) => Promise.resolve(markRead(tx, id)));
    return (await find())!;
  }
}
