import { resources, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { putResource, withdrawResource } from '../app/keep-resource.js';
import { findResources } from '../db/resources.view.js';
import type { RegistrySchema } from '../db/schema.js';

type Input<K extends keyof typeof resources> = z.output<(typeof resources)[K]['input']>;

@Answerer()
export class ResourcesHandler {
  constructor(private readonly db: Db<RegistrySchema>) {}

  @Answers(resources.putResource)
  put(input: Input<'putResource'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => putResource(tx, input));
  }

  @Answers(resources.withdrawResource)
  withdraw(input: Input<'withdrawResource'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => withdrawResource(tx, input));
  }

  @Answers(resources.findResources)
  find(input: Input<'findResources'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => findResources(sql, input, ctx));
  }
}
