import { policies, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { publishPolicy } from '../app/publish-policy.js';
import { getPolicy, listPolicies } from '../db/policies.view.js';
import type { RegistrySchema } from '../db/schema.js';

type Input<K extends keyof typeof policies> = z.output<(typeof policies)[K]['input']>;

@Answerer()
export class PoliciesHandler {
  constructor(private readonly db: Db<RegistrySchema>) {}

  @Answers(policies.listPolicies)
  list(_: Input<'listPolicies'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listPolicies(sql, ctx));
  }

  @Answers(policies.getPolicy)
  get(input: Input<'getPolicy'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getPolicy(sql, input, ctx));
  }

  @Answers(policies.publishPolicy)
  publish(input: Input<'publishPolicy'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => publishPolicy(tx, input));
  }
}
