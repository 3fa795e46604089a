import { Injectable } from '@nestjs/common';
import { systemCtx } from '@wufang/contracts';
import { aggregate, Db, idOf, table, Vault, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { ModelInUse } from '../domain/classify.js';
import type { ClassifierModel, Example } from '../domain/train-classifier.js';
import { openPersonal } from './complainants.store.js';
import type { ClassifierModelRow, ClassifierRow, IntakeDb, LabelledDemandRow } from './schema.js';

export const classifiers = aggregate<ClassifierRow>('classifiers', 'classifier');
export const classifierModels = table<ClassifierModelRow>('classifier_models', ['modelNo']);
export const labelledDemands = table<LabelledDemandRow>('labelled_demands', ['demandId']);

/** The one classifier of a street: the same id whoever asks. */
export function classifierIdOf(streetId: string): string {
  return idOf(`classifier of ${streetId}`);
}

const place = (streetId: string, modelNo: number) => `classifier_models:${streetId}:${modelNo}`;

export function sealModel(vault: Vault, streetId: string, modelNo: number, model: ClassifierModel) {
  return vault.seal({ model: JSON.stringify(model) }, place(streetId, modelNo));
}

/** A model's row; the key is its number. */
export const modelByNo: Loader<ClassifierModelRow> = {
  name: 'classifier model',
  load: async (sql: Kysely<IntakeDb>, numbers, streetId) => {
    const rows = await sql
      .selectFrom('classifierModels')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('modelNo', 'in', numbers.map(Number))
      .execute();
    return new Map(rows.map((row) => [String(row.modelNo), row]));
  },
};

const PAGE = 500;
/** The newest are enough, and memory has an end. */
const MOST_EXAMPLES = 50_000;

/**
 * The street's own cases whose category a person gave: the city's in an import, the desk's at receipt, a clerk's at screening. Opened in
 * memory, a page at a time, and nowhere kept. Titles are left out: in exports they repeat the category.
 */
export async function readExamples(db: Db<IntakeDb>, vault: Vault, streetId: string): Promise<Example[]> {
  const examples: Example[] = [];
  let before: { receivedAt: Date; id: string } | undefined;
  while (examples.length < MOST_EXAMPLES) {
    const page = await db.read(systemCtx(streetId, 'classifier.examples'), (sql) => pageOfExamples(sql, streetId, before));
    for (const { sealedKey, sealed, id, ...row } of page) {
      const { content, title, callerName } = openPersonal(vault, { demandId: id, sealedKey, sealed });
      const text = (content ?? title ?? '').replaceAll(callerName && callerName.length > 1 ? callerName : '\0', '');
      if (text === '' || row.demandType === null) continue;
      const label = row.label1 === null ? null : ([row.label1, row.label2!, row.label3!] as const);
      const [one, two, three] = label ?? [row.category1!, row.category2!, row.category3!];
      examples.push({
        text,
        category: [one, two, three],
        demandType: row.demandType,
        level: row.level,
        isCorrected: row.isCorrected ?? false,
      });
    }
    if (page.length < PAGE) break;
    before = page.at(-1)!;
  }
  return examples;
}

function pageOfExamples(sql: Kysely<IntakeDb>, streetId: string, before: { receivedAt: Date; id: string } | undefined) {
  let query = sql
    .selectFrom('demands as d')
    .innerJoin('complainants as c', (join) => join.onRef('c.streetId', '=', 'd.streetId').onRef('c.demandId', '=', 'd.id'))
    .leftJoin('labelledDemands as l', (join) => join.onRef('l.streetId', '=', 'd.streetId').onRef('l.demandId', '=', 'd.id'))
    .select(['d.id', 'd.receivedAt', 'd.category1', 'd.category2', 'd.category3', 'd.demandType', 'd.level', 'c.sealedKey', 'c.sealed'])
    .select(['l.category1 as label1', 'l.category2 as label2', 'l.category3 as label3', 'l.isCorrected'])
    .where('d.streetId', '=', streetId)
    .where('d.erasure', 'is', null)
    // What came in before it was written down who sets a category: then only residents set one that no person of the street had seen.
    .where((eb) =>
      eb.or([eb('d.categoryBy', '=', 'PERSON'), eb.and([eb('d.categoryBy', 'is', null), eb('d.channel', 'not in', ['WEB', 'QR'])])]),
    )
    .where('d.category3', 'is not', null)
    .orderBy('d.receivedAt', 'desc')
    .orderBy('d.id', 'desc')
    .limit(PAGE);
  if (before) query = query.where((eb) => eb(eb.refTuple('d.receivedAt', 'd.id'), '<', eb.tuple(before.receivedAt, before.id)));
  return query.execute();
}

const FRESH_MS = 2_000;

/** The model each street uses, in memory, so that no demand waits for it. Looked at anew beside the work, every two seconds. */
@Injectable()
export class ModelBook {
  private readonly pages = new Map<string, { readAt: number; inUse: ModelInUse | null }>();
  private readonly reading = new Map<string, Promise<ModelInUse | null>>();

  constructor(
    private readonly db: Db<IntakeDb>,
    private readonly vault: Vault,
  ) {}

  async of(streetId: string): Promise<ModelInUse | null> {
    const page = this.pages.get(streetId);
    if (!page) return this.fresh(streetId);
    if (Date.now() - page.readAt > FRESH_MS) void this.fresh(streetId).catch(() => undefined);
    return page.inUse;
  }

  /** As it is in the database by now; who has just activated one sees it at once. */
  async fresh(streetId: string): Promise<ModelInUse | null> {
    await this.reading.get(streetId)?.catch(() => undefined);
    const reading = this.read(streetId).finally(() => this.reading.delete(streetId));
    this.reading.set(streetId, reading);
    return reading;
  }

  private async read(streetId: string): Promise<ModelInUse | null> {
    const readAt = Date.now();
    const known = this.pages.get(streetId)?.inUse ?? null;
    const inUse = await this.db.read(systemCtx(streetId, 'model-book'), async (sql) => {
      const head = await sql.selectFrom('classifiers').select('activeNo').where('streetId', '=', streetId).executeTakeFirst();
      const modelNo = head?.activeNo ?? null;
      if (modelNo === null) return null;
      if (known?.modelNo === modelNo) return known;
      const row = await sql
        .selectFrom('classifierModels')
        .select(['sealedKey', 'sealed'])
        .where('streetId', '=', streetId)
        .where('modelNo', '=', modelNo)
        .executeTakeFirstOrThrow();
      const { model } = this.vault.open<{ model: string }>(row, place(streetId, modelNo));
      return { modelNo, model: JSON.parse(model) as ClassifierModel };
    });
    this.pages.set(streetId, { readAt, inUse });
    return inUse;
  }
}
