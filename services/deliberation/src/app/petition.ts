import { householdsNeeded, petitionEvents, type Ctx, type petitions as operations, type PetitionView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type DeadlineRow, type Fact, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { PetitionRow } from '../db/petitions.schema.js';
import { homesOf, petitions } from '../db/petitions.store.js';
import { petitionView } from '../db/petitions.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { estateById } from '../db/tables.store.js';
import { isExpired, withSupporter } from '../domain/petition-states.js';
import { isInScope } from '../domain/plan-scope.js';
import { refusePrivate } from '../domain/public-text.js';
import { armClock } from './arm-clock.js';
import { tableFor } from './open-table.js';
import { bringToTable, checkScope } from './propose-issue.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;
type Draft = Pick<PetitionRow, 'estateId' | 'communityId' | 'title' | 'supporters'>;

const told = ({ estateId, communityId, title, supporters }: Draft) => ({ estateId, communityId, title, households: supporters.length });

/** A resident starts a petition (发起联名); their own home is the first household, and from now on it has its time (PETITION) to find the others. */
export async function startPetition(tx: DeliberationTx, input: Input<'startPetition'>, ctx: Ctx, rules: RuleBook): Promise<PetitionView> {
  const { id, title, problem, scope } = input;
  const { estateId } = scope;
  const supporter = await householdOf(tx, { scope, homeId: input.homeId }, ctx);
  const known = await tx.lock(petitions, id);
  if (known) {
    if (!known.supporters.some(({ accountId }) => accountId === ctx.actor.accountId)) throw new DomainError('object.not-found', {});
    return petitionView(known, ctx);
  }
  refusePrivate(title, problem);
  await checkScope(tx, scope, estateId);
  const { communityId } = (await tx.load(estateById, estateId))!;
  const draft = { estateId, communityId, scope, title, problem, supporters: [supporter] };
  const { dueAt: expiresAt } = armClock(tx, await rules.at(tx.streetId, tx.now), 'PETITION', id);
  const began = { state: 'OPEN' as const, issueId: null, startedAt: tx.now, expiresAt, concernedUnitIds: [communityId] };
  const row = tx.create(petitions, { id, ...draft, ...began }, [fact(petitionEvents.petitionStarted, { ...told(draft), scope })]);
  return petitionView(row, ctx);
}

/** A household supports it (联名). The one that makes it enough brings it to the estate's table, once: the petition is locked. */
export async function supportPetition(
  tx: DeliberationTx,
  input: Input<'supportPetition'>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<PetitionView> {
  const row = await tx.lock(petitions, input.id);
  if (!row) throw new DomainError('object.not-found', {});
  const supporter = await householdOf(tx, { scope: row.scope, homeId: input.homeId }, ctx);
  if (isExpired(row, tx.now))
    throw new DomainError('petition.expired', { households: row.supporters.length, needed: householdsNeeded.value });
  const supporters = [...withSupporter(row.supporters, supporter)];
  if (supporters.length === row.supporters.length) return petitionView(row, ctx);
  const next = { ...row, supporters };
  const facts: Fact[] = [fact(petitionEvents.petitionSupported, told(next))];
  if (row.state === 'BROUGHT' || supporters.length < householdsNeeded.value) return petitionView(tx.save(petitions, next, facts), ctx);
  tx.stop(row.id, ['PETITION']);
  const table = await tableFor(tx, row.estateId);
  const { title, problem, scope, id: sourceId } = row;
  const source = { origin: 'HOUSEHOLDS' as const, sourceId, proposedBy: null, households: supporters.length };
  const { id: issueId } = await bringToTable(tx, tx.newId(), table, { title, problem, scope, orderIds: [] }, source, rules);
  const brought = fact(petitionEvents.petitionBrought, { ...told(next), issueId });
  return petitionView(tx.save(petitions, { ...next, state: 'BROUGHT', issueId }, [...facts, brought]), ctx);
}

/** Its time is over, and not enough households stand behind it: it expires, and the community hears how many there were. */
export function recordFiredPetition(tx: DeliberationTx, row: PetitionRow, _: DeadlineRow, { kind }: FiredStage): void {
  if (kind !== 'breach' || row.state !== 'OPEN') return;
  tx.save(petitions, { ...row, state: 'EXPIRED' }, [
    fact(petitionEvents.petitionExpired, { ...told(row), needed: householdsNeeded.value }),
  ]);
}

/** The home by which an account takes part: one of its own in the scope. Who has none in the estate finds nothing there. */
async function householdOf(
  tx: DeliberationTx,
  { scope, homeId }: Pick<PetitionRow, 'scope'> & { homeId: string | undefined },
  ctx: Ctx,
): Promise<PetitionRow['supporters'][number]> {
  const mine = (await homesOf(tx.sql, scope.estateId, ctx)).filter((home) => homeId === undefined || home.homeId === homeId);
  if (mine.length === 0) throw new DomainError('object.not-found', {});
  const home = mine.find((one) => isInScope(scope, one));
  if (!home) throw new DomainError('petition.home-elsewhere', {});
  return { accountId: ctx.actor.accountId, homeId: home.homeId };
}
