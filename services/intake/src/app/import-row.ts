import { defaultTimeLimits, handlingCode, intakeEvents, type Level, type MappingProfile } from '@wufang/contracts';
import { countClock, phoneDigits, toIsoBeijing, WorkCalendar } from '@wufang/kernel';
import { fact, type RuleBook, type Vault } from '@wufang/service';
import { callbacks } from '../db/callbacks.store.js';
import { sealPersonal } from '../db/complainants.store.js';
import { complainants, demands, idByNo } from '../db/demands.store.js';
import { parkedRow, parkedRows, sealCells } from '../db/imports.store.js';
import type { PlacePage } from '../db/places.store.js';
import type { IntakeTx, ParkedRowRow } from '../db/schema.js';
import { levelOfCategory, treeAt, type CategoryTree } from '../domain/categories.js';
import { readExportRow, type ExportOrder, type fieldHeaders } from '../domain/export-row.js';
import { levelOfLimit } from '../domain/level.js';
import { bareCommunity, recognisePlace } from '../domain/place.js';
import { titleOf, withoutPersonal } from '../domain/public-text.js';
import { factsOf } from './demand-facts.js';
import { nameOfPlace } from './place-for.js';

export interface ImportParts {
  vault: Vault;
  rules: RuleBook;
  page: PlacePage;
  trees: readonly CategoryTree[];
  profile: MappingProfile;
  importId: string;
  /** Which header stands for which field; the same for all rows of a file. */
  header: ReturnType<typeof fieldHeaders>;
}

export type RowOutcome = { outcome: 'accepted' | 'known' | 'parked'; reasons: string[] };

/** One row of an export: a new order, one that is known by its number, or a row that waits for a person with its reasons. */
export async function importRow(
  tx: IntakeTx,
  { cells, sheetRow }: { cells: Readonly<Record<string, string>>; sheetRow: number },
  parts: ImportParts,
): Promise<RowOutcome> {
  const read = readExportRow(cells, parts.header, parts.profile);
  if ('reasons' in read) return parkRow(tx, cells, sheetRow, read.reasons, parts);
  return takeOrder(tx, read.order, parts);
}

/** A parked row as a person has put it right. Still wrong, it waits on under its id; else its order comes in, or was in already. */
export async function importCorrectedRow(
  tx: IntakeTx,
  row: ParkedRowRow,
  cells: Readonly<Record<string, string>>,
  parts: ImportParts,
): Promise<RowOutcome> {
  const read = readExportRow(cells, parts.header, parts.profile);
  const outcome: RowOutcome = 'reasons' in read ? { outcome: 'parked', reasons: read.reasons } : await takeOrder(tx, read.order, parts);
  const isDone = outcome.outcome !== 'parked';
  const { streetId: _, ...kept } = row;
  // Once its order is in, the row is needed no more: only its id, so that it is known again.
  const next = { ...kept, ...sealCells(parts.vault, row.id, isDone ? {} : cells), state: isDone ? ('DONE' as const) : row.state };
  tx.put(parkedRows, { ...next, reasons: isDone ? row.reasons : outcome.reasons });
  tx.remember(`parked:${row.id}`, next);
  return outcome;
}

async function takeOrder(tx: IntakeTx, order: ExportOrder, parts: ImportParts): Promise<RowOutcome> {
  const place = `no:${order.no}`;
  await tx.hold(place);
  if (tx.recall<boolean>(place) || (await tx.load(idByNo, order.no))) return { outcome: 'known', reasons: [] };
  await writeOrder(tx, order, parts);
  tx.remember(place, true);
  return { outcome: 'accepted', reasons: [] };
}

async function parkRow(
  tx: IntakeTx,
  cells: Readonly<Record<string, string>>,
  sheetRow: number,
  reasons: string[],
  { vault, profile, importId }: ImportParts,
): Promise<RowOutcome> {
  // The same row waits once, whichever file it comes in; the hash is keyed, because it is made of a person's data.
  const sorted = Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1));
  const id = uuidOf(vault.index('parked row', JSON.stringify([profile.id, sorted])));
  await tx.hold(`parked:${id}`);
  const known = tx.recall<{ state: string }>(`parked:${id}`) ?? (await tx.load(parkedRow, id));
  // Put right by a person since: its order is there.
  if (known?.state === 'DONE') return { outcome: 'known', reasons: [] };
  if (!known) {
    const row = {
      id,
      importId,
      profile: profile.id,
      sheetRow,
      reasons,
      state: 'PARKED' as const,
      ...sealCells(vault, id, cells),
      parkedAt: tx.now,
    };
    tx.insert(parkedRows, row);
    tx.remember(`parked:${id}`, row);
  }
  return { outcome: 'parked', reasons };
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}

async function writeOrder(tx: IntakeTx, order: ExportOrder, { vault, rules, page, trees }: ImportParts): Promise<void> {
  const id = tx.newId();
  const orderId = tx.newId();
  const communityId = communityOf(order, page);
  const recognised = recognisePlace([order.point, order.title, order.content], page);
  // What the city filed it under stands, 不详 too, which is counted apart; an estate of another community would contradict it.
  const fits = communityId === null || recognised.communityId === communityId;
  const point = order.point === null ? null : withoutPersonal(order.point, order.callerName) || null;
  const place = {
    communityId,
    estateId: fits ? recognised.estateId : null,
    buildingId: fits ? recognised.buildingId : null,
    point,
  };
  const level =
    (order.dueAt && levelOfLimit(order.receivedAt, order.dueAt)) ?? levelOfCategory(order.category, treeAt(trees, order.receivedAt)) ?? 'N';
  const dueAt = order.dueAt ?? (await countedDue(tx, order.receivedAt, level, rules));
  const phone = order.callerPhone === null ? null : phoneDigits(order.callerPhone);
  const row = {
    id,
    no: order.no,
    state: 'FORWARDED' as const,
    channel: 'HOTLINE_12345' as const,
    demandType: order.demandType,
    category1: order.category[0],
    category2: order.category[1],
    category3: order.category[2],
    categoryBy: 'PERSON' as const,
    level,
    levelBasis: level === 'E' ? ('PERSON' as const) : null,
    levelCheck: null,
    dangerWords: [],
    title: titleOf({
      title: order.title ?? undefined,
      isPublic: false,
      callerName: order.callerName,
      placeName: nameOfPlace(place, page),
      category: order.category,
    }),
    ...place,
    receivedAt: order.receivedAt,
    happenedAt: null,
    screening: 'NORMAL' as const,
    screeningMessage: null,
    screenedAt: order.receivedAt,
    orderId,
    linkedTo: null,
    earlierDemandId: null,
    aboutUnitId: null,
    photos: 0,
    erasure: null,
    callerIndex: phone ? vault.index('phone', phone) : null,
    tailIndex: phone ? vault.index('tail', `${order.no}:${phone.slice(-4)}`) : null,
    answerIndex: null,
    bodyIndex: null,
  };
  const callback =
    order.callback && order.completedAt
      ? {
          callbackId: tx.newId(),
          demandId: id,
          orderId,
          ...order.callback,
          orderRework: false,
          reason: null,
          answeredAt: toIsoBeijing(order.completedAt),
        }
      : null;
  tx.create(demands, row, [
    fact(intakeEvents.demandImported, {
      ...factsOf(row),
      demandType: order.demandType,
      category: order.category,
      orderId,
      title: row.title,
      leadUnitId: (order.leadUnit && page.unitByName.get(order.leadUnit)) ?? null,
      dueAt: toIsoBeijing(dueAt),
      completedAt: order.completedAt && toIsoBeijing(order.completedAt),
      callback,
    }),
  ]);
  tx.insert(
    complainants,
    sealPersonal(vault, id, {
      callerName: order.callerName,
      callerPhone: order.callerPhone,
      room: null,
      title: order.title,
      content: order.content,
      point: order.point,
      extra: Object.keys(order.extra).length > 0 ? JSON.stringify(order.extra) : null,
    }),
  );
  if (!callback) return;
  const { valid, contacted, solved, satisfaction } = callback;
  const answered = {
    id: callback.callbackId,
    demandId: id,
    orderId,
    state: valid ? ('RECORDED' as const) : ('UNREACHED' as const),
    cause: 'IMPORTED' as const,
    openedAt: order.completedAt!,
    dueAt: null,
    attempts: 0,
    halfDays: [],
    contacted,
    solved,
    satisfaction,
    recordedAt: order.completedAt,
    sealedKey: null,
    sealed: null,
  };
  tx.create(callbacks, answered, [fact(intakeEvents.callbackImported, callback)]);
}

/** The registry's community for the export's name; names come with and without their kind, and unknown ones stay unknown. */
function communityOf(order: ExportOrder, page: PlacePage): string | null {
  if (order.community === null) return null;
  const wanted = bareCommunity(order.community);
  return page.communities.find(({ name }) => name === order.community || bareCommunity(name) === wanted)?.id ?? null;
}

/** The limit an export does not tell, by the street's own table, or the usual one while the street has none. */
async function countedDue(tx: IntakeTx, receivedAt: Date, level: Level, rules: RuleBook): Promise<Date> {
  const inForce = await rules.at(tx.streetId, receivedAt).catch(() => undefined);
  const limit = (inForce?.limits ?? defaultTimeLimits).find((row) => row.code === handlingCode[level]);
  if (!limit) return receivedAt;
  return countClock(limit, receivedAt, inForce?.calendar ?? new WorkCalendar([])).dueAt;
}
