import { intake, intakeEvents, labels, type Ctx, type Receipt } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import type { z } from 'zod';
import { openPersonal } from '../db/complainants.store.js';
import { categoryOf, complainantOf, demands, placeOf } from '../db/demands.store.js';
import type { IntakeTx } from '../db/schema.js';
import { filedUnder, treeAt } from '../domain/categories.js';
import { nextDemandState } from '../domain/demand.js';
import { dangersIn } from '../domain/emergency.js';
import { refuseOwnComplaint } from '../domain/keep-out.js';
import { levelOf } from '../domain/level.js';
import { titleOf } from '../domain/public-text.js';
import { missingToForward } from '../domain/required.js';
import { forwardedFact } from './demand-facts.js';
import { nameOfPlace, placeFor, refuseUnknownUnit } from './place-for.js';
import { receiptOf } from './receipt.js';
import { rememberLabel } from './remember-label.js';
import { suggestFor, type SuggestParts } from './suggest-for.js';

/** Screening (研判): an ordinary demand goes on to dispatch; one of the six special classes is told its way, always with a message. */
export async function screenDemand(
  tx: IntakeTx,
  input: z.output<typeof intake.screenDemand.input>,
  ctx: Ctx,
  { vault, ...parts }: { vault: Vault } & SuggestParts,
): Promise<Receipt> {
  const row = await tx.lock(demands, input.id);
  if (!row) throw new DomainError('object.not-found', {});
  if (input.outcome !== 'NORMAL') {
    refuseOwnComplaint(row, ctx.actor);
    const next = {
      ...row,
      state: nextDemandState(row.state, 'redirect'),
      screening: input.outcome,
      screeningMessage: input.message || labels.screeningMessage[input.outcome],
      screenedAt: tx.now,
    };
    tx.stop(row.id, 'all');
    return receiptOf(
      tx.save(demands, next, [fact(intakeEvents.demandRedirected, { outcome: input.outcome, redirectedAt: toIsoBeijing(tx.now) })]),
    );
  }
  const state = nextDemandState(row.state, 'forward');
  const demandType = input.demandType ?? row.demandType;
  const { page } = parts;
  if (input.aboutUnitId !== undefined && input.aboutUnitId !== row.aboutUnitId) refuseOwnComplaint(row, ctx.actor);
  refuseUnknownUnit(input.aboutUnitId ?? undefined, page);
  const tree = treeAt(parts.trees, tx.now);
  const given = input.category ?? categoryOf(row);
  const category = given && filedUnder(given, tree);
  const missing = missingToForward({ demandType, category });
  if (!demandType || !category) throw new DomainError('demand.incomplete', { missing: missing.join('、') });
  const sealed = await tx.load(complainantOf, row.id);
  const personal = sealed && openPersonal(vault, sealed);
  const words = { title: personal?.title ?? undefined, content: personal?.content ?? '', callerName: personal?.callerName ?? undefined };
  const place = input.place ? placeFor({ ...words, place: { ...placeOf(row), ...input.place } }, page, false) : placeOf(row);
  const isPublic = row.channel === 'WEB' || row.channel === 'QR';
  const dangers = dangersIn(`${words.title ?? ''}\n${words.content}`);
  // What was an emergency at receipt stays one unless the desk says otherwise; then there is no danger either.
  const level = input.level ?? (row.level === 'E' ? 'E' : levelOf({ isDangerous: dangers.length > 0, category }, tree));
  const next = {
    ...row,
    ...place,
    state,
    demandType,
    category1: category[0],
    category2: category[1],
    category3: category[2],
    categoryBy: input.category ? ('PERSON' as const) : row.categoryBy,
    level,
    levelBasis: level === 'E' ? ('PERSON' as const) : null,
    aboutUnitId: input.aboutUnitId === undefined ? row.aboutUnitId : input.aboutUnitId,
    title: titleOf({ ...words, isPublic, category, demandType, placeName: nameOfPlace(place, page) }),
    screening: 'NORMAL' as const,
    screeningMessage: input.message ?? null,
    screenedAt: tx.now,
    orderId: tx.newId(),
  };
  tx.stop(row.id, 'all');
  const facts = [forwardedFact(next, category, tx.now, tree, level === 'E' ? dangers : [])];
  if (input.category)
    facts.unshift(...rememberLabel(tx, next, category, suggestFor({ ...words, place: placeOf(row) }, parts, tx.now), ctx));
  return receiptOf(tx.save(demands, next, facts));
}
