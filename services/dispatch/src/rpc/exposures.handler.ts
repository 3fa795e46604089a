import { exposures, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import { redrawPhoto } from '@wufang/service/photo';
import type { z } from 'zod';
import { decideExposure, fixExposure, proposeExposure, withdrawExposure } from '../app/expose.js';
import { keepExposurePhoto } from '../app/keep-photo.js';
import { exposureBoard, getExposurePhoto, listExposures } from '../db/exposures.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof exposures> = z.output<(typeof exposures)[K]['input']>;

@Answerer()
export class ExposuresHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly streets: StreetBook,
  ) {}

  @Answers(exposures.addExposurePhoto)
  async addPhoto({ file, id }: Input<'addExposurePhoto'>, ctx: Ctx) {
    const photo = await redrawPhoto(file);
    return this.db.run(ctx, (tx) => keepExposurePhoto(tx, { id, photo }, ctx));
  }

  @Answers(exposures.getExposurePhoto)
  photo(input: Input<'getExposurePhoto'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getExposurePhoto(sql, input, ctx, false));
  }

  @Answers(exposures.proposeExposure)
  propose(input: Input<'proposeExposure'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => proposeExposure(tx, input, ctx, this.streets));
  }

  @Answers(exposures.decideExposure)
  decide(input: Input<'decideExposure'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => decideExposure(tx, input, ctx));
  }

  @Answers(exposures.withdrawExposure)
  withdraw(input: Input<'withdrawExposure'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => withdrawExposure(tx, input, ctx));
  }

  @Answers(exposures.fixExposure)
  fix(input: Input<'fixExposure'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => fixExposure(tx, input, ctx));
  }

  @Answers(exposures.listExposures)
  list(input: Input<'listExposures'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listExposures(sql, input, ctx));
  }

  @Answers(exposures.exposureBoard)
  board(input: Input<'exposureBoard'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => exposureBoard(sql, input, ctx));
  }

  @Answers(exposures.boardPhoto)
  boardPhoto(input: Input<'boardPhoto'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getExposurePhoto(sql, input, ctx, true));
  }
}
