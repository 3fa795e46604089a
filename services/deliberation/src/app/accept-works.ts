import { worksEvents, type Ctx, type WorksCheck, type WorksView, type works as operations } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { issues } from '../db/issues.store.js';
import { homesOfEstate } from '../db/plan-place.store.js';
import { homesBoundTo } from '../db/bound-homes.store.js';
import type { DeliberationTx } from '../db/schema.js';
import type { WorksRow } from '../db/works.schema.js';
import { lockWorks, lockWorksWithinReach } from '../db/works.store.js';
import { worksView } from '../db/works.view.js';
import { checkMarks, checksKept, checkTeam, namesOfResident, residentSigns, verdictOf } from '../domain/acceptance.js';
import { leadOf } from '../domain/plan-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, seatOf } from '../domain/seats.js';
import { nextOfWorks } from '../domain/works-states.js';
import { armClock } from './arm-clock.js';
import { lockWorksFor, refuseUnlessExecuting } from './carry-out-works.js';
import { payingOf } from './hold-round.js';
import { refuseUnknownFiles } from './known-files.js';
import { askLooks } from './look-again.js';
import { aboutWorks, saved, tellClock, writeDiary } from './make-works.js';
import { moveIssue } from './move-issue.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;

/**
 * The chair forms the quality team (质量监督团) and says what it looks at; every seat that pays is invited. Residents are homes of the estate: a unit or an
 * official has a seat, and does not sign for residents. While the team checks, members may be replaced; checks of those who stay are kept.
 */
export async function nameTeam(tx: DeliberationTx, input: Input<'nameTeam'>, ctx: Ctx): Promise<WorksView> {
  const { row, issue } = await lockWorksWithinReach(tx, input.id, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  const state = nextOfWorks(row.state, 'nameTeam');
  refusePrivate(...input.items);
  const [residents, seats] = [[...new Set(input.residents)], [...new Set(input.seats)]];
  checkTeam({ residents, seats }, payingOf(issue));
  const homes = new Set((await homesOfEstate(tx.sql, tx.streetId, issue.estateId)).map(({ homeId }) => homeId));
  const stranger = residents.findIndex((one) => !homes.has(one));
  if (stranger >= 0) throw new DomainError('works.team-home', { no: stranger + 1 });
  const team = { residents, seats, items: input.items.map((text, i) => ({ no: i + 1, text })) };
  const checks = row.team === null ? row.checks : checksKept(row.team, team, row.checks);
  return worksView(saved(tx, { ...row, state, team, checks }, fact(worksEvents.teamNamed, { ...aboutWorks(row), team })));
}

/** The lead says that the works are done, or mended (报完工): every stage reached, with pictures in the diary, and a team of all who pay to look at them. */
export async function finishWorks(tx: DeliberationTx, input: Input<'finishWorks'>, ctx: Ctx, rules: RuleBook): Promise<WorksView> {
  const { row, issue, seat } = await lockWorksFor(tx, input.id, ctx, 'LEAD');
  refuseUnlessExecuting(issue, 'finish');
  const state = nextOfWorks(row.state, 'finish');
  refusePrivate(input.text);
  await refuseUnknownFiles(tx, issue.id, input.photoIds);
  if (row.state === 'WAITING' && issue.planId !== null) throw new DomainError('works.stages-open', { stages: '开工' });
  const open = row.stages.filter(({ reachedAt }) => reachedAt === null);
  if (open.length > 0) throw new DomainError('works.stages-open', { stages: open.map(({ name }) => name).join('、') });
  if (row.team === null) throw new DomainError('works.team', { missing: '质量监督团' });
  // Asked again: by a later resolution others may pay than did when the team was formed.
  checkTeam(row.team, payingOf(issue));
  await moveIssue(tx, issue, 'acceptWorks', rules);
  tx.stop(row.id, ['RECTIFY']);
  const { text, photoIds } = input;
  const told = writeDiary(tx, row, { kind: 'FINISHED', text, photoIds, seat });
  const acceptanceNo = row.acceptanceNo + 1;
  const next = { ...row, state, acceptanceNo, checks: [], rectifyDueAt: null };
  return worksView(saved(tx, next, fact(worksEvents.finished, { ...told, acceptanceNo })));
}

/**
 * A member of the team has looked at every item and signs; its last word counts until the chair concludes. A resident is named by the home: the community
 * knows who lives where, not which account somebody has, and whichever account the home is registered with signs for it. To whoever is no member, the works
 * are not there.
 */
export async function checkWorks(
  tx: DeliberationTx,
  input: Input<'checkWorks'>,
  ctx: Ctx,
): Promise<z.input<(typeof operations)['checkWorks']['output']>> {
  const { row, issue } = await lockWorks(tx, input.id);
  const mine = await residentsNames(tx, ctx);
  const resident = row.team?.residents.findIndex((one) => mine.includes(one)) ?? -1;
  const isResident = resident >= 0;
  const by = isResident ? residentSigns(resident) : seatActingFor(issue, ctx.actor, tx.now).kind;
  if (!row.team || (!isResident && !row.team.seats.some((seat) => seat === by))) throw new DomainError('object.not-found', {});
  const state = nextOfWorks(row.state, 'check');
  refusePrivate(...input.marks.flatMap(({ note }) => note ?? []));
  checkMarks(row.team, input.marks);
  const check: WorksCheck = { by, isResident, marks: input.marks, at: tx.now.toISOString() };
  const checks = [...row.checks.filter((one) => one.by !== by), check];
  saved(tx, { ...row, state, checks }, fact(worksEvents.checked, { ...aboutWorks(row), check }));
  return { id: row.id, items: row.team.items, check };
}

/** What a team may name an account's resident by: the homes of its mandates and those it has bound by their statements. Whoever is no resident has none. */
async function residentsNames(tx: DeliberationTx, { actor }: Ctx): Promise<string[]> {
  const bound = await tx.load(homesBoundTo, actor.accountId);
  return namesOfResident(
    actor,
    (bound ?? []).map(({ homeId }) => homeId),
  );
}

/** The chair draws together what the team found (验收). What has failed is to be mended in time and looked at again; the lead's unit is told. */
export async function concludeAcceptance(tx: DeliberationTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<WorksView> {
  const limits = await rules.at(tx.streetId, tx.now);
  const { row, issue } = await lockWorksWithinReach(tx, id, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  const state = nextOfWorks(row.state, 'accept');
  const { isPassed, failedItems } = verdictOf(row.checks);
  const { acceptanceNo } = row;
  const about = aboutWorks(row);
  if (isPassed) {
    writeDiary(tx, row, { kind: 'ACCEPTED', text: `第 ${acceptanceNo} 次验收合格`, seat: 'COMMUNITY' });
    const acceptedAt = tx.now;
    armClock(tx, limits, 'SETTLE', row.id);
    const told = fact(worksEvents.accepted, { ...about, acceptanceNo, acceptedAt: acceptedAt.toISOString() });
    return worksView(await askLooks(tx, saved(tx, { ...row, state, failedItems: [], acceptedAt }, told), rules));
  }
  await moveIssue(tx, issue, 'failAcceptance', rules);
  const { dueAt } = armClock(tx, limits, 'RECTIFY', row.id);
  const failed = failedItems.map((no) => `第 ${no} 项`).join('、');
  writeDiary(tx, row, { kind: 'FAILED', text: `第 ${acceptanceNo} 次验收：${failed}不合格，限期整改`, seat: 'COMMUNITY' });
  const leadUnitId = seatOf(issue.seats, leadOf(issue)).unitId!;
  const next = { ...row, state: nextOfWorks(row.state, 'fail'), failedItems, rectifyDueAt: dueAt };
  return worksView(
    saved(tx, next, fact(worksEvents.failed, { ...about, acceptanceNo, failedItems, leadUnitId, dueAt: dueAt.toISOString() })),
  );
}

/** The lead's time to settle what was accepted, to post it, or to mend what has failed, at the acceptance or when it was looked at again, has come to a stage. */
export async function recordFiredWorks(tx: DeliberationTx, row: WorksRow, clock: DeadlineRow, fired: FiredStage): Promise<void> {
  if (clock.code === 'RECTIFY' && row.rectifyDueAt === null) return;
  const issue = (await tx.lock(issues, row.issueId))!;
  tellClock(tx, row, seatOf(issue.seats, leadOf(issue)).unitId!, clock, fired);
}
