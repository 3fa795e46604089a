import {
  areas,
  charges,
  experiences,
  livelihoodCodes,
  roads,
  rotations,
  workMethods,
  type AreaList,
  type ChargeList,
  type CodeList,
  type Ctx,
  type MethodList,
  type RoadList,
  type RotationList,
} from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { publishExperience, withdrawExperience } from '../app/publish-experience.js';
import { publishList } from '../app/publish-list.js';
import { tickMethod } from '../app/tick-method.js';
import { listExperiences } from '../db/experiences.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';
import type { StreetListKind, StreetLists } from '../db/street-lists.schema.js';
import { getMethod, showLists } from '../db/street-lists.view.js';

type Nothing = Record<string, never>;
type Input<K extends keyof typeof experiences> = z.output<(typeof experiences)[K]['input']>;

/** What a street publishes for its officials: its lists (包片、片区、道路), and practices that worked. */
@Answerer()
export class StreetListsHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly streets: StreetBook,
  ) {}

  @Answers(charges.listCharges)
  listCharges(_input: Nothing, ctx: Ctx) {
    return this.show('charge', ctx);
  }

  @Answers(charges.publishCharges)
  publishCharges(input: ChargeList, ctx: Ctx) {
    return this.publish('charge', input, ctx);
  }

  @Answers(areas.listAreas)
  listAreas(_input: Nothing, ctx: Ctx) {
    return this.show('area', ctx);
  }

  @Answers(areas.publishAreas)
  publishAreas(input: AreaList, ctx: Ctx) {
    return this.publish('area', input, ctx);
  }

  @Answers(roads.listRoads)
  listRoads(_input: Nothing, ctx: Ctx) {
    return this.show('road', ctx);
  }

  @Answers(roads.publishRoads)
  publishRoads(input: RoadList, ctx: Ctx) {
    return this.publish('road', input, ctx);
  }

  @Answers(rotations.listRotations)
  listRotations(_input: Nothing, ctx: Ctx) {
    return this.show('rotation', ctx);
  }

  @Answers(rotations.publishRotations)
  publishRotations(input: RotationList, ctx: Ctx) {
    return this.publish('rotation', input, ctx);
  }

  @Answers(livelihoodCodes.listCodes)
  listCodes(_input: Nothing, ctx: Ctx) {
    return this.show('code', ctx);
  }

  @Answers(livelihoodCodes.publishCodes)
  publishCodes(input: CodeList, ctx: Ctx) {
    return this.publish('code', input, ctx);
  }

  @Answers(workMethods.listMethods)
  listMethods(_input: Nothing, ctx: Ctx) {
    return this.show('method', ctx);
  }

  @Answers(workMethods.publishMethods)
  publishMethods(input: MethodList, ctx: Ctx) {
    return this.publish('method', input, ctx);
  }

  @Answers(workMethods.getMethod)
  method(input: z.output<typeof workMethods.getMethod.input>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getMethod(sql, input, ctx));
  }

  @Answers(workMethods.tickMethod)
  async tickMethod(input: z.output<typeof workMethods.tickMethod.input>, ctx: Ctx) {
    await this.db.run(ctx, (tx) => tickMethod(tx, input, ctx));
    return this.db.read(ctx, (sql) => getMethod(sql, input, ctx));
  }

  @Answers(experiences.listExperiences)
  listExperiences(input: Input<'listExperiences'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listExperiences(sql, input, ctx));
  }

  @Answers(experiences.publishExperience)
  publishExperience(input: Input<'publishExperience'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => publishExperience(tx, input, ctx, this.streets));
  }

  @Answers(experiences.withdrawExperience)
  withdrawExperience(input: Input<'withdrawExperience'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => withdrawExperience(tx, input));
  }

  private show<K extends StreetListKind>(kind: K, ctx: Ctx) {
    return this.db.read(ctx, (sql) => showLists(sql, kind, ctx));
  }

  private async publish<K extends StreetListKind>(kind: K, list: StreetLists[K], ctx: Ctx) {
    const published = await this.db.run(ctx, (tx) => publishList(tx, kind, list, this.streets));
    // What is decided from now on goes by this list from its day on.
    await this.streets.fresh(ctx.streetId);
    return published;
  }
}
