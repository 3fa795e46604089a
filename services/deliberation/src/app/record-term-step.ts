import {
  estateTermEvents,
  labels,
  stepsOfTerm,
  type Ctx,
  type EstateTermView,
  type FirstTermStep,
  type LaterTermStep,
  type RecordedTermStep,
  type TermStep,
} from '@wufang/contracts';
import { beijingDate, dayOfDate, DomainError, instantOfDay } from '@wufang/kernel';
import { fact, type ClockRules, type RuleBook } from '@wufang/service';
import type { EstateTermRow } from '../db/estate-terms.schema.js';
import { estateTerms, isTermFile, termsOfEstate } from '../db/estate-terms.store.js';
import { termView } from '../db/estate-terms.view.js';
import { isWithinReach } from '../db/issues.store.js';
import { homesOfEstate } from '../db/plan-place.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { estateById } from '../db/tables.store.js';
import { dutiesOfTerm, type DutyOfTerm } from '../domain/estate-term-duties.js';
import { refuseUnlawful, type TermFacts } from '../domain/estate-term-rules.js';
import { kindOfTerm, stateAfter } from '../domain/estate-term-states.js';
import { endOfDay } from '../domain/due-day.js';
import { limitFor } from '../domain/notice.js';
import { refusePrivate } from '../domain/public-text.js';
import { armClock } from './arm-clock.js';
import { tableFor } from './open-table.js';

/** What the street alone does, so that it alone says that it was done. */
const streetSteps: readonly TermStep['kind'][] = ['CHECK', 'PREPARE', 'FORM', 'FILE_CHANGE', 'FORM_GROUP', 'START_SERVICE'];

/** A term comes onto the register (任期台账) with its first step; the estate's table is set up where there is none yet. Sent twice, it is one term. */
export async function registerTerm(
  tx: DeliberationTx,
  input: { id: string; estateId: string; step: FirstTermStep },
  ctx: Ctx,
  rules: RuleBook,
): Promise<EstateTermView> {
  const { id, estateId, step } = input;
  const limits = await rules.at(tx.streetId, tx.now);
  const estate = await tx.load(estateById, estateId);
  if (!estate || !isWithinReach({ concernedUnitIds: [estate.communityId] }, ctx)) throw new DomainError('object.not-found', {});
  const known = await tx.lock(estateTerms, id);
  if (known) {
    if (known.estateId !== estateId) throw new DomainError('object.not-found', {});
    return termView(known, limits, tx.now);
  }
  const table = await tableFor(tx, estateId);
  const kind = kindOfTerm(step);
  await checkStep(tx, { id, estateId, kind, steps: [] }, step, ctx, limits);
  const state = stateAfter(null, step);
  const steps = [{ step, recordedAt: tx.now.toISOString(), late: [] }];
  const { communityId, concernedUnitIds } = table;
  arm(tx, id, [], dutiesOfTerm({ kind, state, steps }, limits), limits);
  const told = { estateId, communityId, tableId: table.id, estate: estate.name, termKind: kind, state, recorded: steps[0]! };
  const row = tx.create(estateTerms, { id, tableId: table.id, estateId, communityId, kind, state, isOpen: true, steps, concernedUnitIds }, [
    fact(estateTermEvents.termRegistered, { ...told, ...counted(limits) }),
  ]);
  return termView(row, limits, tx.now);
}

/** One more step of a term, checked against the rules (domain rules 3.2); what it settles is settled, what it begins is watched. */
export async function recordTermStep(
  tx: DeliberationTx,
  { id, step }: { id: string; step: LaterTermStep },
  ctx: Ctx,
  rules: RuleBook,
): Promise<EstateTermView> {
  const limits = await rules.at(tx.streetId, tx.now);
  const term = await tx.lock(estateTerms, id);
  if (!term || !isWithinReach(term, ctx)) throw new DomainError('object.not-found', {});
  const { kind, estateId, communityId } = term;
  if (!stepsOfTerm(kind, term.state).includes(step.kind)) throw illegal(term, step);
  const state = stateAfter(term.state, step);
  await checkStep(tx, term, step, ctx, limits);
  const table = await tableFor(tx, estateId);
  const before = dutiesOfTerm(term, limits);
  const doneAt = instantOfDay(dayOfDate(step.on));
  const next = (late: RecordedTermStep['late']) => [...term.steps, { step, recordedAt: tx.now.toISOString(), late }];
  const after = dutiesOfTerm({ kind, state, steps: next([]) }, limits);
  const settled = before.filter((duty) => !after.some((other) => isSame(duty, other)));
  // What merely ends with the term was not done late by its end.
  const late = step.kind === 'END' ? [] : settled.filter(({ dueAt }) => dueAt <= doneAt).map(({ code }) => code);
  arm(tx, id, before, after, limits);
  const steps = next(late);
  const estate = (await tx.load(estateById, estateId))!;
  const row = tx.save(
    estateTerms,
    { ...term, state, isOpen: state !== 'ENDED' || after.length > 0, steps, concernedUnitIds: table.concernedUnitIds },
    [
      fact(estateTermEvents.termStepRecorded, {
        ...{ estateId, communityId, tableId: table.id, estate: estate.name, termKind: kind, state, recorded: steps.at(-1)! },
        ...{ settled: settled.map(({ code }) => code), ...counted(limits) },
      }),
    ],
  );
  return termView(row, limits, tx.now);
}

const counted = ({ policyVersion, calendarVersion }: ClockRules) => ({ counted: { policyVersion, calendarVersion } });
const isSame = (a: DutyOfTerm, b: DutyOfTerm) => a.code === b.code && a.dueAt.getTime() === b.dueAt.getTime();
const illegal = ({ state }: Pick<EstateTermRow, 'state'>, { kind }: TermStep) =>
  new DomainError('estate-term.illegal-step', { status: labels.estateTermState[state], action: labels.termStep[kind] });

/** Who may record a step, its day, its paper, and the rules it has to keep. */
async function checkStep(
  tx: DeliberationTx,
  term: Pick<EstateTermRow, 'id' | 'estateId' | 'kind' | 'steps'>,
  step: TermStep,
  ctx: Ctx,
  limits: ClockRules,
): Promise<void> {
  const isStreets = streetSteps.includes(step.kind) || (step.kind === 'FILE' && term.kind !== 'PROPERTY_CONTRACT');
  if (isStreets && ctx.scope !== 'street') throw new DomainError('estate-term.street-only', { action: labels.termStep[step.kind] });
  if (step.on > beijingDate(tx.now)) throw new DomainError('time.future', { field: '发生的日期' });
  refusePrivate(step.document);
  const opened = term.steps[0]?.step;
  if (opened && opened.kind !== 'ENTER' && step.on < opened.on)
    throw new DomainError('estate-term.unlawful', { reason: `日期不能早于${labels.termStep[opened.kind]}的 ${opened.on}，请核对。` });
  if (step.fileId !== null && !(await isTermFile(tx.sql, tx.streetId, term.id, step.fileId)))
    throw new DomainError('issue.file-unknown', { id: step.fileId });
  refuseUnlawful(await factsFor(tx, term, limits), step);
}

async function factsFor(
  tx: DeliberationTx,
  { id, estateId, kind, steps }: Pick<EstateTermRow, 'id' | 'estateId' | 'kind' | 'steps'>,
  limits: ClockRules,
): Promise<TermFacts> {
  // Two terms that one estate may not have at once are asked about one after the other.
  const place = `terms of ${estateId}`;
  await tx.hold(place);
  tx.mustSeeAll(place);
  const others = (await termsOfEstate(tx.sql, tx.streetId, estateId)).filter((other) => other.id !== id);
  tx.remember(place, true);
  const materials = limitFor(limits, 'BODY_MATERIALS');
  return {
    ...{ kind, steps, homes: (await homesOfEstate(tx.sql, tx.streetId, estateId)).length },
    materialsDays: materials.clock === 'D' ? materials.days : 0,
    openKinds: others.filter(({ state }) => state !== 'ENDED').map((other) => other.kind),
    hadCommittee: others.some((other) => other.kind === 'OWNERS_COMMITTEE'),
  };
}

/**
 * Clocks for what is owed from now on; those of what is settled or put off stop. What was over before it came onto the register is told the same day: a clock that
 * begins past its end would never fire.
 */
function arm(tx: DeliberationTx, id: string, before: readonly DutyOfTerm[], after: readonly DutyOfTerm[], limits: ClockRules): void {
  const gone = before.filter((duty) => !after.some((other) => isSame(duty, other)));
  if (gone.length > 0)
    tx.stop(
      id,
      gone.map(({ code }) => code),
    );
  for (const duty of after.filter((one) => !before.some((other) => isSame(one, other)))) {
    const { code, startedAt, dueAt } = duty;
    armClock(tx, limits, code, id, dueAt > tx.now ? { startedAt, dueAt } : { startedAt: tx.now, dueAt: endOfDay(tx.now) });
  }
}
