import {
  intakeEvents,
  labels,
  type Category,
  type Channel,
  type DemandType,
  type Level,
  type PlaceRef,
  type Receipt,
} from '@wufang/contracts';
import { DomainError, phoneDigits, toIsoBeijing } from '@wufang/kernel';
import { fact, startClock, type RuleBook, type Vault } from '@wufang/service';
import { answerIndexOf, sealPersonal } from '../db/complainants.store.js';
import { complainants, demands } from '../db/demands.store.js';
import type { DemandRow, IntakeTx } from '../db/schema.js';
import { filedUnder, leafOf, presentName, treeAt } from '../domain/categories.js';
import { forwardedAs } from '../domain/classify.js';
import { demandNo } from '../domain/demand-no.js';
import { nextDemandState } from '../domain/demand.js';
import { dangersIn } from '../domain/emergency.js';
import { raiseLevel } from '../domain/level.js';
import { titleOf } from '../domain/public-text.js';
import { missingAtReceipt } from '../domain/required.js';
import { openLevelCheck } from './check-level.js';
import { factsOf, forwardedFact } from './demand-facts.js';
import { isMatterOver } from './matter-over.js';
import { nameOfPlace, placeFor, refuseUnitElsewhere, refuseUnknownUnit } from './place-for.js';
import { receiptOf } from './receipt.js';
import { suggestFor, type SuggestParts } from './suggest-for.js';

/** A demand as it arrives, whatever door it came by. */
export interface Arrival {
  id: string;
  channel: Channel;
  demandType?: DemandType;
  category?: Category;
  title?: string;
  content: string;
  callerName?: string;
  callerPhone?: string;
  room?: string;
  level?: Level;
  isEmergency?: boolean;
  emergencyLine?: boolean;
  place?: Partial<PlaceRef>;
  happenedAt?: string;
  earlierDemandId?: string;
  aboutUnitId?: string;
  answerCode?: string;
}

/**
 * Records a demand under the id its sender chose. With type and category, or as an emergency, it goes on to dispatch at once; else a person screens it, and a
 * clock watches that. The same id again answers the same demand.
 */
export async function receiveDemand(
  tx: IntakeTx,
  input: Arrival,
  { vault, rules, ...parts }: { vault: Vault; rules: RuleBook } & SuggestParts,
): Promise<Receipt> {
  const inForce = await rules.at(tx.streetId, tx.now);
  const { page } = parts;
  const tree = treeAt(parts.trees, tx.now);
  const bodyIndex = vault.index('body', JSON.stringify(input));
  const known = await tx.lock(demands, input.id);
  if (known) {
    if (!known.bodyIndex?.equals(bodyIndex)) throw new DomainError('request.key-reused', {});
    return receiptOf(known);
  }
  const earlier = input.earlierDemandId === undefined ? undefined : await closedDemand(tx, input.earlierDemandId);
  const missing = missingAtReceipt(input);
  if (missing.length > 0) throw new DomainError('demand.incomplete', { missing: missing.join('、') });
  const happenedAt = input.happenedAt === undefined ? null : new Date(input.happenedAt);
  if (happenedAt && happenedAt > tx.now) throw new DomainError('request.invalid', { issues: 'happenedAt：发生时间不能晚于现在' });

  const isPublic = input.channel === 'WEB' || input.channel === 'QR';
  // What anybody may type goes into events only as far as the tree knows it.
  const present = input.category ? presentName(input.category, tree) : null;
  const category = present && (isPublic ? (leafOf(present, tree) ? present : null) : filedUnder(present, tree));
  const demandType = input.demandType ?? null;
  const place = placeFor(input, page, isPublic);
  // What an earlier demand named, perhaps by the desk, its new facts name too.
  if (isPublic && !earlier) {
    const written = placeFor({ place: { point: input.place?.point ?? null }, content: '' }, page, true);
    refuseUnitElsewhere(input.aboutUnitId, [place, written], page);
  } else refuseUnknownUnit(input.aboutUnitId, page);
  const dangers = dangersIn(`${input.title ?? ''}\n${input.content}`);
  const raised = raiseLevel({ ...input, category, isPublic, dangers, tree });
  const no = demandNo(input.id, tx.now);
  const phone = input.callerPhone ? phoneDigits(input.callerPhone) : null;
  // A person looks at what words or a resident raised beside the dispatch, never instead of it.
  const matter = forwardedAs({ demandType, category, isEmergency: raised.level === 'E', dangers }, () => suggestFor(input, parts, tx.now));
  const goesOn = matter !== null && !input.emergencyLine;
  const isToConfirm = goesOn && raised.levelBasis !== null && raised.levelBasis !== 'PERSON';
  const received = {
    id: input.id,
    no,
    state: 'RECEIVED' as const,
    channel: input.channel,
    demandType,
    category1: category?.[0] ?? null,
    category2: category?.[1] ?? null,
    category3: category?.[2] ?? null,
    categoryBy: category === null ? null : isPublic ? ('RESIDENT' as const) : ('PERSON' as const),
    ...raised,
    levelCheck: isToConfirm ? ('OPEN' as const) : null,
    dangerWords: dangers.map(({ name }) => name),
    title: titleOf({ ...input, isPublic, category, placeName: nameOfPlace(place, page) }),
    ...place,
    receivedAt: tx.now,
    happenedAt,
    screening: null,
    screeningMessage: null,
    screenedAt: null,
    orderId: null,
    linkedTo: null,
    earlierDemandId: earlier?.id ?? null,
    aboutUnitId: input.aboutUnitId ?? null,
    photos: 0,
    erasure: null,
    callerIndex: phone === null ? null : vault.index('phone', phone),
    tailIndex: phone === null ? null : vault.index('tail', `${no}:${phone.slice(-4)}`),
    answerIndex: input.answerCode === undefined ? null : answerIndexOf(vault, input.id, input.answerCode),
    bodyIndex,
  };
  const screening: Omit<DemandRow, 'streetId' | 'version' | 'chainHash' | 'updatedAt'> = {
    ...received,
    state: nextDemandState(received.state, 'screen'),
  };
  const facts = [fact(intakeEvents.demandReceived, factsOf(screening))];
  let row = screening;
  if (input.emergencyLine) {
    row = {
      ...screening,
      state: nextDemandState(screening.state, 'redirect'),
      screening: 'EMERGENCY_LINE',
      screeningMessage: labels.screeningMessage.EMERGENCY_LINE,
      screenedAt: tx.now,
    };
    facts.push(fact(intakeEvents.demandRedirected, { outcome: 'EMERGENCY_LINE', redirectedAt: toIsoBeijing(tx.now) }));
  } else if (goesOn) {
    const forwarded = {
      ...screening,
      demandType: matter.demandType,
      category1: matter.category[0],
      category2: matter.category[1],
      category3: matter.category[2],
      categoryBy: screening.categoryBy ?? ('TEXT' as const),
      title: titleOf({ ...input, isPublic, category: matter.category, placeName: nameOfPlace(place, page) }),
      state: nextDemandState(screening.state, 'forward'),
      screening: 'NORMAL' as const,
      screenedAt: tx.now,
      orderId: tx.newId(),
    };
    row = forwarded;
    if (isToConfirm) openLevelCheck(tx, forwarded, facts, inForce);
    facts.push(forwardedFact(forwarded, matter.category, tx.now, tree, dangers, matter.confidence));
  } else {
    // No emergency waits here: it goes out unsorted rather than not at once.
    const clock = startClock(inForce, 'SCREEN', row.id, tx.now);
    if (clock) tx.arm(clock);
  }
  tx.insert(
    complainants,
    sealPersonal(vault, row.id, {
      callerName: input.callerName ?? null,
      callerPhone: input.callerPhone ?? null,
      room: input.room ?? null,
      title: input.title ?? null,
      content: input.content,
      point: input.place?.point ?? null,
      extra: null,
    }),
  );
  return receiptOf(tx.create(demands, row, facts));
}

/**
 * The demand that somebody has new facts about (domain rules 4.4, ARCHIVED → RECEIVED): closed matters are not opened again, a new demand names the old
 * one and has clocks of its own. While its order is open, the new one is linked to it instead.
 */
async function closedDemand(tx: IntakeTx, id: string): Promise<DemandRow> {
  const earlier = await tx.lock(demands, id);
  if (!earlier) throw new DomainError('object.not-found', {});
  if (!(await isMatterOver(tx, earlier))) throw new DomainError('demand.still-open', { no: earlier.no });
  return earlier;
}
