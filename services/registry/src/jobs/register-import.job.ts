import { Inject, Injectable } from '@nestjs/common';
import type { Ctx, RegistryImport, RowFault } from '@wufang/contracts';
import { Db, newId, Vault, type Logger } from '@wufang/service';
import { importHomes, ownerLookup, sealOwner, type SealedOwner } from '../app/import-homes.js';
import type { Done, Outcome } from '../app/outcome.js';
import type { Workbook } from '../app/read-workbook.js';
import { registerBuilding } from '../app/register-building.js';
import { registerEstate } from '../app/register-estate.js';
import { registerUnit } from '../app/register-unit.js';
import { ownersBy } from '../db/homes.store.js';
import { imports } from '../db/register.store.js';
import type { RegistrySchema, RegistryTx } from '../db/schema.js';
import {
  isFault,
  readBuilding,
  readEstate,
  readHome,
  readUnit,
  type Fault,
  type HomeEntry,
  type SheetName,
  type SheetRow,
} from '../domain/register-sheets.js';

const SAY_EVERY_MS = 250;
/** So many rows of a sheet are handed in at once; they share transactions. */
const TOGETHER = 200;
/** Sealing keeps the processor busy; in between others get their turn. */
const SEAL_TOGETHER = 500;

/** Brings a register file in after its upload was answered. Stopped half-way it is simply imported again: what is in is unchanged. */
@Injectable()
export class RegisterImportJob {
  constructor(
    private readonly db: Db<RegistrySchema>,
    private readonly vault: Vault,
    @Inject('LOGGER') private readonly logger: Logger,
  ) {}

  async run(asked: Ctx, id: string, workbook: Workbook): Promise<void> {
    // The key belongs to the upload; the steps of the import have none.
    const { idempotencyKey: _key, requestHash: _hash, ...ctx } = asked;
    const progress = new Progress(this.db, ctx, id, rowsIn(workbook));
    try {
      await this.sheet(
        ctx,
        progress,
        workbook,
        '单位',
        readUnit,
        ({ name }) => name,
        (tx, unit) => registerUnit(tx, unit, this.vault),
      );
      await this.sheet(ctx, progress, workbook, '小区', readEstate, ({ name }) => name, registerEstate);
      await this.sheet(ctx, progress, workbook, '楼栋', readBuilding, ({ estateName, name }) => `${estateName}/${name}`, registerBuilding);
      await this.homes(ctx, progress, workbook);
      await progress.end('DONE', null);
    } catch (error) {
      this.logger.error({ error, importId: id }, 'the register import stopped');
      await progress.end('FAILED', '导入中断，请稍后重新导入同一文件，已导入的不会重复').catch(() => undefined);
    }
  }

  private async sheet<Entry extends object>(
    ctx: Ctx,
    progress: Progress,
    workbook: Workbook,
    sheet: SheetName,
    read: (row: SheetRow) => Entry | Fault,
    keyOf: (entry: Entry) => string,
    register: (tx: RegistryTx, entry: Entry) => Promise<Outcome>,
  ): Promise<void> {
    const entries = readSheet(progress, sheet, workbook.get(sheet) ?? [], read, keyOf);
    for (let i = 0; i < entries.length; i += TOGETHER) {
      await Promise.all(
        entries.slice(i, i + TOGETHER).map(async ({ row, entry }) => {
          progress.count(sheet, row, await this.db.run(ctx, (tx) => register(tx, entry)));
        }),
      );
      await progress.say();
    }
  }

  private async homes(ctx: Ctx, progress: Progress, workbook: Workbook): Promise<void> {
    const place = ({ estateName, buildingName, stairwell, room }: HomeEntry) => [estateName, buildingName, stairwell, room].join('\0');
    const entries = readSheet(progress, '房屋', workbook.get('房屋') ?? [], readHome, place);
    const byEstate = new Map<string, typeof entries>();
    for (const one of entries) {
      const others = byEstate.get(one.entry.estateName);
      if (others) others.push(one);
      else byEstate.set(one.entry.estateName, [one]);
    }
    for (const [estateName, homes] of byEstate) {
      const lookups = homes.map(({ entry }) => ownerLookup(entry, this.vault));
      const sealed = await this.sealUnknown(
        ctx,
        homes.map(({ entry }) => entry),
        lookups,
      );
      const outcomes = await this.db.run(ctx, (tx) =>
        importHomes(
          tx,
          estateName,
          homes.map(({ entry }) => entry),
          lookups,
          sealed,
        ),
      );
      homes.forEach(({ row }, i) => progress.count('房屋', row, outcomes[i]!));
      await progress.say();
    }
  }

  /** Seals the owners that are not in the register yet, each once. */
  private async sealUnknown(ctx: Ctx, entries: readonly HomeEntry[], lookups: readonly string[]): Promise<Map<string, SealedOwner>> {
    const known = await this.db.read(ctx, (sql) => ownersBy(sql, ctx.streetId, [...new Set(lookups)]));
    const sealed = new Map<string, SealedOwner>();
    for (const [i, entry] of entries.entries()) {
      const lookup = lookups[i]!;
      if (known.has(lookup) || sealed.has(lookup)) continue;
      sealed.set(lookup, sealOwner(entry, newId(new Date()), this.vault));
      if (sealed.size % SEAL_TOGETHER === 0) await new Promise((turn) => setImmediate(turn));
    }
    return sealed;
  }
}

/** The readable rows of a sheet, each thing once; the others are counted as faults. */
function readSheet<Entry extends object>(
  progress: Progress,
  sheet: SheetName,
  rows: readonly SheetRow[],
  read: (row: SheetRow) => Entry | Fault,
  keyOf: (entry: Entry) => string,
): { row: number; entry: Entry }[] {
  const firstRows = new Map<string, number>();
  return rows.flatMap((row) => {
    const entry = read(row);
    if (isFault(entry)) {
      progress.count(sheet, row.row, entry);
      return [];
    }
    const key = keyOf(entry);
    const first = firstRows.get(key);
    if (first !== undefined) {
      progress.count(sheet, row.row, { fault: `与第 ${first} 行重复` });
      return [];
    }
    firstRows.set(key, row.row);
    return [{ row: row.row, entry }];
  });
}

export function rowsIn(workbook: Workbook): number {
  return [...workbook.values()].reduce((sum, rows) => sum + rows.length, 0);
}

/** What has been done so far, written now and then so that whoever asks sees it. */
class Progress {
  private readonly counts = { rowsDone: 0, added: 0, changed: 0, unchanged: 0 };
  private readonly faults: RowFault[] = [];
  private saidAt = Date.now();

  constructor(
    private readonly db: Db<RegistrySchema>,
    private readonly ctx: Ctx,
    private readonly id: string,
    private readonly rowsTotal: number,
  ) {}

  count(sheet: SheetName, row: number, outcome: Outcome): void {
    this.counts.rowsDone += 1;
    const { done, fault }: { done?: Done; fault?: string } = typeof outcome === 'string' ? { done: outcome } : outcome;
    if (done !== undefined) this.counts[done] += 1;
    if (fault !== undefined) this.faults.push({ sheet, row, reason: fault });
  }

  async say(): Promise<void> {
    if (Date.now() - this.saidAt < SAY_EVERY_MS) return;
    this.saidAt = Date.now();
    await this.write('RUNNING', null);
  }

  async end(state: RegistryImport['state'], error: string | null): Promise<void> {
    await this.write(state, error);
  }

  private async write(state: RegistryImport['state'], error: string | null): Promise<void> {
    await this.db.run(this.ctx, (tx) => {
      const { id, rowsTotal, counts, faults } = this;
      tx.put(imports, { id, state, rowsTotal, ...counts, faults, error, aliveAt: tx.now });
      return Promise.resolve();
    });
  }
}
