import { clusters, petitions, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { confirmCluster, dismissCluster } from '../app/cluster.js';
import { startPetition, supportPetition } from '../app/petition.js';
import { listClusters, listPetitions } from '../db/petitions.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof petitions> = z.output<(typeof petitions)[K]['input']>;
type ClusterInput<K extends keyof typeof clusters> = z.output<(typeof clusters)[K]['input']>;

@Answerer()
export class PetitionsHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
  ) {}

  @Answers(petitions.startPetition)
  start(input: Input<'startPetition'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => startPetition(tx, input, ctx, this.rules));
  }

  @Answers(petitions.supportPetition)
  support(input: Input<'supportPetition'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => supportPetition(tx, input, ctx, this.rules));
  }

  @Answers(petitions.listPetitions)
  list(input: Input<'listPetitions'>, ctx: Ctx) {
    // A resident has no unit: that they live in the estate is asked of the homes, not of row-level security.
    return this.db.read(ctx.scope === 'own' ? { ...ctx, scope: 'street' } : ctx, (sql) => listPetitions(sql, input, ctx));
  }

  @Answers(clusters.listClusters)
  clusters(input: ClusterInput<'listClusters'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listClusters(sql, input, ctx));
  }

  @Answers(clusters.confirmCluster)
  confirm(input: ClusterInput<'confirmCluster'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => confirmCluster(tx, input, ctx, this.rules));
  }

  @Answers(clusters.dismissCluster)
  dismiss(input: ClusterInput<'dismissCluster'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => dismissCluster(tx, input, ctx));
  }
}
