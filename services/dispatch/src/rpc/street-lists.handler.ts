import { experiences, roads, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { publishExperience, withdrawExperience } from '../app/publish-experience.js';
import { publishRoads } from '../app/publish-roads.js';
import { listExperiences } from '../db/experiences.view.js';
import { listRoads } from '../db/roads.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof experiences> = z.output<(typeof experiences)[K]['input']>;

/** What a street publishes for its officials: its roads, and practices that worked. */
@Answerer()
export class StreetListsHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly streets: StreetBook,
  ) {}

  @Answers(roads.listRoads)
  listRoads(_input: z.output<typeof roads.listRoads.input>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listRoads(sql, ctx));
  }

  @Answers(roads.publishRoads)
  async publishRoads(input: z.output<typeof roads.publishRoads.input>, ctx: Ctx) {
    const published = await this.db.run(ctx, (tx) => publishRoads(tx, input, this.streets));
    // A demand about one of them goes by this list from its day on.
    await this.streets.fresh(ctx.streetId);
    return published;
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
}
