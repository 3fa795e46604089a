import { dispatch, type Ctx } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { editDraft, rebaseDraft, replaceDraftRows } from '../app/change-draft.js';
import { checkDraft } from '../app/check-draft.js';
import { dryRunDirectory } from '../app/dry-run-directory.js';
import { discardDraft, publishDraft } from '../app/end-draft.js';
import { openDraft } from '../app/open-draft.js';
import { suggestDraft } from '../app/suggest-draft.js';
import { fileOfRows, rowsOfFile } from '../app/table-file.js';
import { placesIn } from '../db/directories.store.js';
import { databaseNow, seenCategories, sentOrders } from '../db/directories.view.js';
import { draftWithBase, listDrafts } from '../db/drafts.view.js';
import { rowsByVersion, ruledOrders } from '../db/rule-statistics.view.js';
import type { DispatchDb } from '../db/schema.js';
import { ruledBy, StreetBook } from '../db/street-book.js';
import { diffRows } from '../domain/draft-rows.js';
import { pilotOfTable } from '../domain/pilot-of-table.js';
import { asIfInForce } from '../domain/row-times.js';
import { StatisticsByRule, type RuledOrder } from '../domain/rule-statistics.js';

type Input<K extends keyof typeof dispatch> = z.output<(typeof dispatch)[K]['input']>;

@Answerer()
export class DraftsHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly streets: StreetBook,
    private readonly rules: RuleBook,
  ) {}

  @Answers(dispatch.openDraft)
  open(input: Input<'openDraft'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => openDraft(tx, input, ctx));
  }

  @Answers(dispatch.listDrafts)
  list(input: Input<'listDrafts'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listDrafts(sql, input, ctx));
  }

  @Answers(dispatch.getDraft)
  async get({ id }: Input<'getDraft'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, async (sql) => {
      const { draft, rows, base } = await draftWithBase(sql, id, ctx);
      const { buildings } = await placesIn(rows, sql, ctx.streetId);
      const pilot = pilotOfTable(rows, street, buildings, await databaseNow(sql));
      return { draft, rows, changes: diffRows(base, rows, street.nameOf), pilot };
    });
  }

  @Answers(dispatch.editDraft)
  edit(input: Input<'editDraft'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => editDraft(tx, input));
  }

  @Answers(dispatch.importDraft)
  async import({ id, ...file }: Input<'importDraft'>, ctx: Ctx) {
    const rows = await rowsOfFile(file, await this.streets.fresh(ctx.streetId));
    return this.db.run(ctx, (tx) => replaceDraftRows(tx, { id, rows }));
  }

  @Answers(dispatch.exportDraft)
  async export({ id, format }: Input<'exportDraft'>, ctx: Ctx) {
    const { draft, rows } = await this.db.read(ctx, (sql) => draftWithBase(sql, id, ctx));
    return fileOfRows({ rows, name: `派单目录草稿 ${draft.title}` }, format, await this.streets.fresh(ctx.streetId));
  }

  @Answers(dispatch.checkDraft)
  async check({ id }: Input<'checkDraft'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, async (sql) => {
      const now = await databaseNow(sql);
      const [{ rows }, seen] = [await draftWithBase(sql, id, ctx), await seenCategories(sql, ctx)];
      const places = await placesIn(rows, sql, ctx.streetId);
      return checkDraft(rows, street, places, await this.rules.at(ctx.streetId, now), seen, now);
    });
  }

  @Answers(dispatch.dryRunDraft)
  async dryRun({ id, against, asIfInForce: isAsIf, ...days }: Input<'dryRunDraft'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, async (sql) => {
      const { draft, rows, base } = await draftWithBase(sql, id, ctx);
      const today = beijingDate(await databaseNow(sql));
      const then = (some: typeof rows) => (isAsIf ? asIfInForce(some, today) : some);
      const other = against === 'SENT' ? against : ruledBy(street, draft.basedOn, then(base));
      return dryRunDirectory(sentOrders(sql, ctx, days), ruledBy(street, draft.basedOn + 1, then(rows)), other, street.nameOf);
    });
  }

  @Answers(dispatch.rebaseDraft)
  rebase(input: Input<'rebaseDraft'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => rebaseDraft(tx, input));
  }

  @Answers(dispatch.discardDraft)
  discard(input: Input<'discardDraft'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => discardDraft(tx, input));
  }

  @Answers(dispatch.publishDraft)
  async publish(input: Input<'publishDraft'>, ctx: Ctx) {
    const published = await this.db.run(ctx, (tx) => publishDraft(tx, input, ctx, this.streets, this.rules));
    await this.streets.fresh(ctx.streetId);
    return published;
  }

  @Answers(dispatch.ruleStatistics)
  async statistics(input: Input<'ruleStatistics'>, ctx: Ctx) {
    const { centre, standInCentreId } = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, async (sql) => {
      const statistics = new StatisticsByRule([centre.id, standInCentreId]);
      for await (const orders of ruledOrders(sql, ctx, input)) for (const order of orders) statistics.add(order);
      return { rules: statistics.rules() };
    });
  }

  @Answers(dispatch.draftFromStatistics)
  async suggest(input: Input<'draftFromStatistics'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    const [orders, versions] = await this.db.read(ctx, async (sql) => {
      const all: RuledOrder[] = [];
      for await (const page of ruledOrders(sql, ctx, input)) all.push(...page);
      return [all, await rowsByVersion(sql, ctx, [...new Set(all.map(({ directoryVersion }) => directoryVersion))])] as const;
    });
    return this.db.run(ctx, (tx) => suggestDraft(tx, input, ctx, orders, versions, street));
  }
}
