import { projects, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook, Vault } from '@wufang/service';
import type { z } from 'zod';
import { finishTask } from '../app/finish-task.js';
import { keepPhoto } from '../app/keep-photo.js';
import {
  acceptProject,
  approveProject,
  beginProject,
  declineProject,
  finishProject,
  submitProject,
  taskProject,
  withdrawProject,
} from '../app/move-project.js';
import { proposeProject } from '../app/propose-project.js';
import { getPhoto, getProgram, getProject, listMonthlySlots, listProjects } from '../db/projects.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof projects> = z.output<(typeof projects)[K]['input']>;

@Answerer()
export class ProjectsHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly vault: Vault,
  ) {}

  @Answers(projects.proposeProject)
  propose(input: Input<'proposeProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => proposeProject(tx, input, ctx, this.rules));
  }

  @Answers(projects.taskProject)
  task(input: Input<'taskProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => taskProject(tx, input, ctx));
  }

  @Answers(projects.submitProject)
  submit(input: Input<'submitProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => submitProject(tx, input, ctx, this.rules));
  }

  @Answers(projects.approveProject)
  approve(input: Input<'approveProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => approveProject(tx, input, ctx));
  }

  @Answers(projects.declineProject)
  decline(input: Input<'declineProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => declineProject(tx, input, ctx));
  }

  @Answers(projects.beginProject)
  begin(input: Input<'beginProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => beginProject(tx, input, ctx, this.rules));
  }

  @Answers(projects.finishTask)
  finishTask(input: Input<'finishTask'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => finishTask(tx, input, ctx, this.rules));
  }

  @Answers(projects.finishProject)
  finish(input: Input<'finishProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => finishProject(tx, input, ctx));
  }

  @Answers(projects.acceptProject)
  accept(input: Input<'acceptProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => acceptProject(tx, input, ctx));
  }

  @Answers(projects.withdrawProject)
  withdraw(input: Input<'withdrawProject'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => withdrawProject(tx, input, ctx, this.rules));
  }

  @Answers(projects.addPhoto)
  addPhoto(input: Input<'addPhoto'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => keepPhoto(tx, input, ctx, this.vault));
  }

  @Answers(projects.getPhoto)
  photo(input: Input<'getPhoto'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getPhoto(sql, input, ctx, this.vault));
  }

  @Answers(projects.getProject)
  get(input: Input<'getProject'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getProject(sql, input, ctx));
  }

  @Answers(projects.listProjects)
  list(input: Input<'listProjects'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listProjects(sql, input, ctx));
  }

  @Answers(projects.getProgram)
  program(input: Input<'getProgram'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getProgram(sql, input, ctx));
  }

  @Answers(projects.listMonthlySlots)
  slots(input: Input<'listMonthlySlots'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listMonthlySlots(sql, input, ctx));
  }
}
