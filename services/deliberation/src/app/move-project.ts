import { projectEvents, type Ctx, type ProjectView, type projects as operations } from '@wufang/contracts';
import { beijingDate, DomainError, fenFromJson, formatFen } from '@wufang/kernel';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { ProjectRow } from '../db/community-life.schema.js';
import { papersOfProject, papersPlace } from '../db/plans.store.js';
import { lockProgram, lockProject, projectPrograms, projects } from '../db/projects.store.js';
import { projectView } from '../db/projects.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { unitById } from '../db/tables.store.js';
import { refusePrivate } from '../domain/public-text.js';
import { nextOfProject, type ProjectAction } from '../domain/project-states.js';
import { armClock } from './arm-clock.js';
import { emptySlot } from './monthly-slots.js';
import { watchTasks } from './watch-projects.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;
type Change = Partial<Omit<ProjectRow, 'id' | 'state' | 'streetId' | 'version' | 'chainHash' | 'updatedAt'>>;

const told = ({ communityId, title }: ProjectRow) => ({ communityId, title });

function move(tx: DeliberationTx, project: ProjectRow, action: ProjectAction, change: Change, ...facts: Fact[]): ProjectView {
  return projectView(tx.save(projects, { ...project, ...change, state: nextOfProject(project.state, action) }, facts));
}

/** The problem becomes tasks (任务清单): who does what by when, what it may cost, and what the street is asked for (给路径、给资金、给力量). */
export async function taskProject(tx: DeliberationTx, input: Input<'taskProject'>, ctx: Ctx): Promise<ProjectView> {
  const project = await lockProject(tx, input.id, ctx);
  const { tasks, support } = input;
  const budgetFen = fenFromJson(input.budgetFen);
  refusePrivate(...tasks.map(({ what }) => what), ...Object.values(support));
  const unitIds = [...new Set(tasks.map(({ unitId }) => unitId))];
  for (const unitId of unitIds) if (!(await tx.load(unitById, unitId))) throw new DomainError('unit.unknown', { unit: unitId });
  const today = beijingDate(tx.now);
  if (tasks.some(({ dueOn }) => dueOn < today)) throw new DomainError('due.past', { field: '任务期限' });
  const concernedUnitIds = [...new Set([project.communityId, ...unitIds])];
  return move(
    tx,
    project,
    'task',
    { tasks, support, budgetFen, concernedUnitIds, reason: null },
    fact(projectEvents.projectTasked, { ...told(project), budgetFen: input.budgetFen, unitIds }),
  );
}

/** The community puts it to the street's demand centre (社区 → 街道诉求中心). */
export async function submitProject(tx: DeliberationTx, { id }: Input<'submitProject'>, ctx: Ctx, rules: RuleBook): Promise<ProjectView> {
  const project = await lockProject(tx, id, ctx);
  nextOfProject(project.state, 'submit');
  armClock(tx, await rules.at(tx.streetId, tx.now), 'PROJECT_DECIDE', project.id);
  const budgetFen = String(project.budgetFen ?? 0n);
  return move(tx, project, 'submit', {}, fact(projectEvents.projectSubmitted, { ...told(project), budgetFen }));
}

/**
 * The street approves special money (批复专项资金; L3 art. 40 for the discretionary fund): how much, from which budget, under which document. In a year's
 * micro programme the places are counted under one lock, so that a hundred and first is refused however many approve at once.
 */
export async function approveProject(tx: DeliberationTx, input: Input<'approveProject'>, ctx: Ctx): Promise<ProjectView> {
  const project = await lockProject(tx, input.id, ctx);
  const amountFen = fenFromJson(input.amountFen);
  nextOfProject(project.state, 'approve');
  if (project.budgetFen !== null && amountFen > project.budgetFen)
    throw new DomainError('project.over-budget', { budget: formatFen(fenFromJson(String(project.budgetFen))) });
  if (input.programYear !== undefined) refuseOtherYear(input.programYear, tx.now);
  const programNo = input.programYear === undefined ? null : await takePlace(tx, input.programYear);
  const approval = {
    ...{ amountFen: input.amountFen, budgetSource: input.budgetSource, document: input.document, approvedAt: tx.now.toISOString() },
    ...{ programYear: input.programYear ?? null, programNo },
  };
  tx.stop(project.id, ['PROJECT_DECIDE']);
  return move(tx, project, 'approve', { approval }, fact(projectEvents.projectApproved, { ...told(project), ...approval }));
}

/** A yearly programme is made in its year or towards the end of the one before (S4), so that no place of a year past or far off is taken. */
function refuseOtherYear(year: number, now: Date): void {
  const today = Number(beijingDate(now).slice(0, 4));
  if (year !== today && year !== today + 1)
    throw new DomainError('request.invalid', { issues: `programYear：只能列入 ${today} 年或 ${today + 1} 年的项目库` });
}

async function takePlace(tx: DeliberationTx, year: number): Promise<number> {
  const { id, row, quota } = await lockProgram(tx, year);
  const taken = (row?.taken ?? 0) + 1;
  if (taken > (row?.quota ?? quota)) throw new DomainError('project.program-full', { year, quota });
  const no = (row?.lastNo ?? 0) + 1;
  const facts = [fact(projectEvents.programSlotTaken, { year, taken, no })];
  if (row) tx.save(projectPrograms, { ...row, taken, lastNo: no }, facts);
  else tx.create(projectPrograms, { id, year, quota, taken, lastNo: no }, facts);
  return no;
}

/** A project that is not built gives its place among the hundred back; its number stays its own, since it stands on papers. */
async function giveBackPlace(tx: DeliberationTx, { id: projectId, approval }: ProjectRow): Promise<void> {
  const year = approval?.programYear ?? null;
  if (year === null) return;
  const row = (await lockProgram(tx, year)).row!;
  const taken = row.taken - 1;
  tx.save(projectPrograms, { ...row, taken }, [fact(projectEvents.programSlotReleased, { year, taken, projectId })]);
}

export async function declineProject(tx: DeliberationTx, { id, reason }: Input<'declineProject'>, ctx: Ctx): Promise<ProjectView> {
  const project = await lockProject(tx, id, ctx);
  refusePrivate(reason);
  tx.stop(project.id, ['PROJECT_DECIDE']);
  return move(tx, project, 'decline', { reason }, fact(projectEvents.projectDeclined, told(project)));
}

/** Work begins, or begins again after a failed acceptance; the units of the tasks hear what is theirs. */
export async function beginProject(tx: DeliberationTx, { id }: Input<'beginProject'>, ctx: Ctx, rules: RuleBook): Promise<ProjectView> {
  const project = await lockProject(tx, id, ctx);
  nextOfProject(project.state, 'begin');
  await watchTasks(tx, project, rules);
  return move(
    tx,
    project,
    'begin',
    {},
    fact(projectEvents.projectBegun, { ...told(project), tasks: project.tasks, begunAt: tx.now.toISOString() }),
  );
}

/** What was done, with pictures from after the works beside those from before (微改革: before/after). */
export async function finishProject(tx: DeliberationTx, input: Input<'finishProject'>, ctx: Ctx): Promise<ProjectView> {
  const project = await lockProject(tx, input.id, ctx);
  const { result, afterPhotoIds } = input;
  refusePrivate(result);
  tx.stop(project.id, ['PROJECT_TASK']);
  return move(tx, project, 'finish', { result, afterPhotoIds }, fact(projectEvents.projectFinished, told(project)));
}

/** Residents' representatives were there and accept it. */
export async function acceptProject(tx: DeliberationTx, { id, by }: Input<'acceptProject'>, ctx: Ctx): Promise<ProjectView> {
  const project = await lockProject(tx, id, ctx);
  refusePrivate(...by);
  return move(tx, project, 'accept', { acceptedBy: by }, fact(projectEvents.projectAccepted, told(project)));
}

/**
 * A project is not done after all. What it took it gives back, since neither the hundred projects a year (S4) nor the one a month that each community sets
 * (S2) is there without it: its place in the programme, and its month, as long as that month is not over.
 */
export async function withdrawProject(
  tx: DeliberationTx,
  { id, reason }: Input<'withdrawProject'>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<ProjectView> {
  const project = await lockProject(tx, id, ctx);
  refusePrivate(reason);
  nextOfProject(project.state, 'withdraw');
  await refuseSpokenFor(tx, project);
  tx.stop(project.id, 'all');
  await giveBackPlace(tx, project);
  await emptySlot(tx, project, rules);
  return move(tx, project, 'withdraw', { reason }, fact(projectEvents.projectWithdrawn, told(project)));
}

/** A plan that counts on the approved money loses it in the open, not behind its back: its paper is taken back first, which closes the gate again. */
async function refuseSpokenFor(tx: DeliberationTx, { id }: ProjectRow): Promise<void> {
  tx.mustSeeAll(papersPlace(id));
  const papers = await papersOfProject(tx.sql, tx.streetId, id);
  if (papers.length > 0) throw new DomainError('project.spoken-for', { issues: [...new Set(papers.map(({ title }) => title))].join('”“') });
}
