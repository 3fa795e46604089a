import { resolutions, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { drawResolution } from '../app/draw-resolution.js';
import { printResolution } from '../app/print-resolution.js';
import { recordExternalSignature, signResolution, voidResolution } from '../app/sign-resolution.js';
import { exportBundle, getResolution, listResolutions } from '../db/resolutions.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { Printer } from '../documents/printer.js';

type Input<K extends keyof typeof resolutions> = z.output<(typeof resolutions)[K]['input']>;

@Answerer()
export class ResolutionsHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly printer: Printer,
  ) {}

  @Answers(resolutions.drawResolution)
  draw(input: Input<'drawResolution'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => drawResolution(tx, input, ctx, this.rules));
  }

  @Answers(resolutions.signResolution)
  sign(input: Input<'signResolution'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => signResolution(tx, input, ctx, this.rules));
  }

  @Answers(resolutions.recordExternalSignature)
  recordExternal(input: Input<'recordExternalSignature'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordExternalSignature(tx, input, ctx));
  }

  @Answers(resolutions.voidResolution)
  void(input: Input<'voidResolution'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => voidResolution(tx, input, ctx, this.rules));
  }

  @Answers(resolutions.getResolution)
  get(input: Input<'getResolution'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getResolution(sql, input, ctx));
  }

  @Answers(resolutions.listResolutions)
  list(input: Input<'listResolutions'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listResolutions(sql, input, ctx));
  }

  @Answers(resolutions.printResolution)
  print(input: Input<'printResolution'>, ctx: Ctx) {
    return printResolution(this.db, this.printer, input, ctx, this.rules);
  }

  @Answers(resolutions.exportBundle)
  bundle(input: Input<'exportBundle'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => exportBundle(sql, input, ctx, new Date()));
  }
}
