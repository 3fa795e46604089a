import { ledger, type BulkResult, type Ctx, type LedgerEntry } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import { Answerer, Answers, Db, refusalOf, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { acceptOrder } from '../app/accept-order.js';
import { assignOrder } from '../app/assign-order.js';
import { giveFeedback } from '../app/give-feedback.js';
import { removeView, saveView } from '../app/keep-view.js';
import { ledgerFile } from '../app/ledger-file.js';
import { noteMeasure } from '../app/note-measure.js';
import { urgeOrder } from '../app/urge-order.js';
import { answerersOf, onDutyNow } from '../db/answerers.view.js';
import { listLedger, listSavedViews } from '../db/ledger.view.js';
import type { DispatchDb, DispatchTx } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';
import { listToday } from '../db/street-lists.view.js';
import { answererOf } from '../domain/answerer.js';
import { livelihoodCode } from '../domain/livelihood-code.js';

type Input<K extends keyof typeof ledger> = z.output<(typeof ledger)[K]['input']>;

const EXPORTED = 5_000;
const PAGE = 500;

/** The ledger, the views people keep of it, and steps for many orders at once. */
@Answerer()
export class LedgerHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(ledger.listLedger)
  list(input: Input<'listLedger'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listLedger(sql, input, ctx));
  }

  @Answers(ledger.exportLedger)
  async export(filter: Input<'exportLedger'>, ctx: Ctx) {
    const entries: LedgerEntry[] = [];
    const known: Awaited<ReturnType<typeof answerersOf>> = new Map();
    const { asOf, onDuty, codes } = await this.db.read(ctx, async (sql) => {
      for (;;) {
        const last = entries.at(-1);
        const page = await listLedger(sql, { ...filter, limit: PAGE, ...(last && { after: `${last.next.dueAt},${last.orderId}` }) }, ctx);
        entries.push(...page.entries);
        const ids = page.entries.map(({ orderId }) => orderId);
        for (const [id, found] of await answerersOf(sql, ids, ctx)) known.set(id, found);
        if (page.entries.length < PAGE || entries.length > EXPORTED)
          return { asOf: page.asOf, onDuty: await onDutyNow(sql, ctx), codes: await listToday(sql, 'code', ctx) };
      }
    });
    const { units } = await this.streets.at(ctx.streetId);
    const file = await ledgerFile(entries.slice(0, EXPORTED), {
      units: new Map([...units.values()].map(({ id, name }) => [id, name])),
      codeOf: ({ category, level, communityId }) =>
        livelihoodCode(codes, { category, level, community: communityId === null ? null : (units.get(communityId)?.name ?? null) }),
      answererOf: ({ orderId, personAccountId: planned, leadUnitId }) => {
        const { chief = null, accepted = null } = known.get(orderId) ?? {};
        return answererOf({ planned, chief, accepted, onDuty: onDuty.get(leadUnitId) ?? null }, leadUnitId, ctx.people ?? []);
      },
    });
    const fileName = `台账-${toIsoBeijing(new Date(asOf)).slice(0, 16).replace(/[-:T]/g, '')}.xlsx`;
    return { fileName, file: file.toString('base64'), rows: Math.min(entries.length, EXPORTED), isCut: entries.length > EXPORTED };
  }

  @Answers(ledger.noteMeasure)
  note(input: Input<'noteMeasure'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => noteMeasure(tx, input, ctx));
  }

  @Answers(ledger.listSavedViews)
  views(_input: Input<'listSavedViews'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listSavedViews(sql, ctx));
  }

  @Answers(ledger.saveView)
  save(input: Input<'saveView'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => saveView(tx, input, ctx));
  }

  @Answers(ledger.removeView)
  remove(input: Input<'removeView'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => removeView(tx, input, ctx));
  }

  @Answers(ledger.acceptMany)
  acceptMany({ ids }: Input<'acceptMany'>, ctx: Ctx) {
    return this.each(ids, ctx, (tx, id) => acceptOrder(tx, { id }, ctx, this.rules));
  }

  @Answers(ledger.feedbackMany)
  feedbackMany({ ids, ...rest }: Input<'feedbackMany'>, ctx: Ctx) {
    return this.each(ids, ctx, (tx, id) => giveFeedback(tx, { id, ...rest }, ctx, this.rules));
  }

  @Answers(ledger.assignMany)
  assignMany({ ids, ...rest }: Input<'assignMany'>, ctx: Ctx) {
    return this.each(ids, ctx, (tx, id) => assignOrder(tx, { id, ...rest }, ctx, this.rules, this.streets));
  }

  @Answers(ledger.urgeMany)
  urgeMany({ ids, ...rest }: Input<'urgeMany'>, ctx: Ctx) {
    return this.each(ids, ctx, (tx, id) => urgeOrder(tx, { id, ...rest }, ctx, this.rules));
  }

  @Answers(ledger.noteMeasureMany)
  noteMany({ ids, ...rest }: Input<'noteMeasureMany'>, ctx: Ctx) {
    return this.each(ids, ctx, (tx, id) => noteMeasure(tx, { id, ...rest }, ctx));
  }

  /** Each order is a command of its own, under a key of its own: what one refuses, or fails at, does not concern the others, which are done. */
  private async each(ids: string[], ctx: Ctx, work: (tx: DispatchTx, id: string) => Promise<unknown>): Promise<{ results: BulkResult[] }> {
    const one = async (id: string): Promise<BulkResult> => {
      const { idempotencyKey } = ctx;
      try {
        await this.db.run({ ...ctx, ...(idempotencyKey !== undefined && { idempotencyKey: `${idempotencyKey}:${id}` }) }, (tx) =>
          work(tx, id),
        );
        return { id, done: true, problem: null };
      } catch (error) {
        const { code, title, detail } = refusalOf(error, ctx);
        return { id, done: false, problem: { code, title, detail } };
      }
    };
    return { results: await Promise.all([...new Set(ids)].map(one)) };
  }
}
