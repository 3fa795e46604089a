import { dispatch, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { dryRunDirectory } from '../app/dry-run-directory.js';
import { publishDirectory, type Publication } from '../app/publish-directory.js';
import { rollBackDirectory } from '../app/roll-back-directory.js';
import { fileOfRows, rowsOfFile } from '../app/table-file.js';
import { withdrawDirectory } from '../app/withdraw-directory.js';
import { placesIn } from '../db/directories.store.js';
import { databaseNow, getDirectory, listDirectoryVersions, sentOrders } from '../db/directories.view.js';
import type { DispatchDb, DispatchTx } from '../db/schema.js';
import { ruledBy, StreetBook } from '../db/street-book.js';
import { decide } from '../domain/decide.js';
import { diffRows } from '../domain/draft-rows.js';
import { firstAnswer } from '../domain/hand-up.js';
import { pilotOfTable } from '../domain/pilot-of-table.js';

type Input<K extends keyof typeof dispatch> = z.output<(typeof dispatch)[K]['input']>;

@Answerer()
export class DirectoryHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly streets: StreetBook,
    private readonly rules: RuleBook,
  ) {}

  @Answers(dispatch.previewDispatch)
  async preview(input: Input<'previewDispatch'>, ctx: Ctx) {
    const at = await this.db.read(ctx, databaseNow);
    const street = await this.streets.at(ctx.streetId);
    const { channel, ...facts } = input;
    const plain = decide(street, { ...facts, at });
    const { decided, first } = channel ? firstAnswer(street, { ...facts, channel, at }, plain) : { decided: plain, first: null };
    const { leadUnitId, coUnitIds, level, decision } = decided;
    return { leadUnitId, coUnitIds, level, decision, contactUnitId: first?.contactUnitId ?? null };
  }

  @Answers(dispatch.getDirectory)
  async get(input: Input<'getDirectory'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, async (sql) => {
      const shown = await getDirectory(sql, input, ctx);
      const buildings = (await placesIn(shown.rows, sql, ctx.streetId)).buildings;
      return { ...shown, pilot: pilotOfTable(shown.rows, street, buildings, await databaseNow(sql)) };
    });
  }

  @Answers(dispatch.listDirectoryVersions)
  versions(_input: Input<'listDirectoryVersions'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listDirectoryVersions(sql, ctx));
  }

  @Answers(dispatch.diffDirectory)
  async diff({ from, to }: Input<'diffDirectory'>, ctx: Ctx) {
    const { nameOf } = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, async (sql) => {
      const rowsOf = async (version: number) => (version === 0 ? [] : (await getDirectory(sql, { version }, ctx)).rows);
      return { changes: diffRows(await rowsOf(from), await rowsOf(to), nameOf) };
    });
  }

  @Answers(dispatch.exportDirectory)
  async export({ format, version }: Input<'exportDirectory'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    const shown = await this.db.read(ctx, (sql) => getDirectory(sql, { version }, ctx));
    return fileOfRows({ rows: shown.rows, name: `派单目录第${shown.version}版` }, format, street);
  }

  @Answers(dispatch.publishDirectory)
  publish(input: Input<'publishDirectory'>, ctx: Ctx) {
    return this.andKnow(ctx, (tx) => publishDirectory(tx, input, ctx, this.streets, this.rules));
  }

  @Answers(dispatch.publishDirectoryCsv)
  async publishCsv({ from, reason, ...file }: Input<'publishDirectoryCsv'>, ctx: Ctx) {
    const publication: Publication = { rows: await rowsOfFile(file, await this.streets.fresh(ctx.streetId)), from, reason };
    return this.andKnow(ctx, (tx) => publishDirectory(tx, publication, ctx, this.streets, this.rules));
  }

  @Answers(dispatch.rollBackDirectory)
  rollBack(input: Input<'rollBackDirectory'>, ctx: Ctx) {
    return this.andKnow(ctx, (tx) => rollBackDirectory(tx, input, ctx, this.streets, this.rules));
  }

  @Answers(dispatch.withdrawDirectory)
  withdraw(input: Input<'withdrawDirectory'>, ctx: Ctx) {
    return this.andKnow(ctx, (tx) => withdrawDirectory(tx, input, ctx));
  }

  @Answers(dispatch.dryRunDirectory)
  async dryRun(input: Input<'dryRunDirectory'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, async (sql) => {
      const { version, rows } = await getDirectory(sql, {}, ctx);
      return dryRunDirectory(sentOrders(sql, ctx, input), ruledBy(street, version, rows), 'SENT', street.nameOf);
    });
  }

  /** A command on the directory, after which this process dispatches by what it left. */
  private async andKnow<T>(ctx: Ctx, command: (tx: DispatchTx) => Promise<T>): Promise<T> {
    const done = await this.db.run(ctx, command);
    await this.streets.fresh(ctx.streetId);
    return done;
  }
}
