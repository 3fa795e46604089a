import { supervision, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { deliverTask, dropTask } from '../app/end-task.js';
import { listTasks } from '../db/assigned-tasks.view.js';
import type { DispatchDb } from '../db/schema.js';

type Input<K extends keyof typeof supervision> = z.output<(typeof supervision)[K]['input']>;

@Answerer()
export class AssignedTasksHandler {
  constructor(private readonly db: Db<DispatchDb>) {}

  @Answers(supervision.listTasks)
  list(input: Input<'listTasks'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listTasks(sql, input, ctx));
  }

  @Answers(supervision.deliverTask)
  deliver(input: Input<'deliverTask'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => deliverTask(tx, input, ctx));
  }

  @Answers(supervision.dropTask)
  drop(input: Input<'dropTask'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => dropTask(tx, input, ctx));
  }
}
