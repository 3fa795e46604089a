import { createHash } from 'node:crypto';
import { registryEvents } from '@wufang/contracts';
import { canonicalJson, ownerIdentity, plainName } from '@wufang/kernel';
import { fact, type Fact, type Sealed, type Vault } from '@wufang/service';
import { addOwners, buildingsOf, homesOf, ownersBy, toldOf, unitsByName, writeHomes } from '../db/homes.store.js';
import { estateIds, estates, personPlace, toldHomes } from '../db/register.store.js';
import type { HomeRow, RegistryTx } from '../db/schema.js';
import { measuredParts } from '../domain/measured-homes.js';
import type { HomeEntry } from '../domain/register-sheets.js';
import { eraseDeparted } from './erase-registered.js';
import type { Done, Outcome } from './outcome.js';

/** An owner ready to be written: sealing thousands takes a while and is done before the transaction. */
export interface SealedOwner extends Sealed {
  id: string;
}

/** The blind index under which an owner is found again; registered units are found by their name (`unitsByName`). */
export function ownerLookup(entry: HomeEntry, vault: Vault): string {
  const { ownerName: name, ownerPhone: phone, estateName, buildingName, stairwell, room } = entry;
  const identity = ownerIdentity({ name, phone, isUnit: false, place: [estateName, buildingName, stairwell, room] });
  return vault.index('owner', identity).toString('hex');
}

export function sealOwner({ ownerName, ownerPhone }: HomeEntry, id: string, vault: Vault): SealedOwner {
  return { id, ...vault.seal({ name: ownerName, phone: ownerPhone }, personPlace(id)) };
}

/**
 * Brings the homes of one estate up to date in one transaction: new and changed ones are written, those not in the file stay. One event of
 * the estate tells how many there are and carries a hash over the whole roll, so that the chain shows a home changed by another hand; others tell the measures
 * of each building whose homes, or their ranks, have changed. A row that names no area leaves the one that is known; where none is, the home goes in without
 * and its row says so: it is listed, so that whoever counts by areas knows of it, and measured once it has one.
 * Answers an outcome for each entry, in their order.
 */
export async function importHomes(
  tx: RegistryTx,
  estateName: string,
  entries: readonly HomeEntry[],
  lookups: readonly string[],
  sealed: ReadonlyMap<string, SealedOwner>,
): Promise<Outcome[]> {
  const { streetId } = tx;
  const estateId = await tx.load(estateIds, estateName);
  const estate = estateId === undefined ? undefined : await tx.lock(estates, estateId);
  if (!estate) return entries.map(() => ({ fault: `小区“${estateName}”没有登记` }));

  const buildings = await buildingsOf(tx.sql, streetId, estate.id);
  const units = await unitsByName(tx.sql, streetId);
  const unitOf = ({ ownerName }: HomeEntry) => units.get(plainName(ownerName));
  const isNobodys = (entry: HomeEntry) => entry.nature === 'UNSOLD_PUBLIC' && unitOf(entry) === undefined;
  const persons = lookups.filter((_, i) => unitOf(entries[i]!) === undefined && !isNobodys(entries[i]!));
  await addOwners(
    tx.sql,
    [...new Set(persons)].flatMap((lookup) => {
      const owner = sealed.get(lookup);
      return owner ? [{ streetId, kind: 'OWNER' as const, lookup: Buffer.from(lookup, 'hex'), isRestricted: false, ...owner }] : [];
    }),
  );
  const owners = await ownersBy(tx.sql, streetId, [...new Set(persons)]);

  const roll = new Map((await homesOf(tx.sql, streetId, estate.id)).map((home) => [placeOf(home), home]));
  const written: HomeRow[] = [];
  const sellers = new Set<string>();
  const outcomes = entries.map((entry, i): Outcome => {
    const buildingId = buildings.get(entry.buildingName);
    if (!buildingId) return { fault: `小区“${estateName}”没有登记“${entry.buildingName}”` };
    if (isNobodys(entry)) return { fault: sellerUnknown };
    const ownerId = unitOf(entry) ?? owners.get(lookups[i]!);
    if (!ownerId) throw new Error('an owner was neither known nor sealed');
    const place = placeOf({ ...entry, buildingId });
    const before = roll.get(place);
    const home: HomeRow = {
      streetId,
      id: before?.id ?? tx.newId(),
      estateId: estate.id,
      buildingId,
      stairwell: entry.stairwell,
      room: entry.room,
      ...(entry.area === null ? areaOf(before) : { areaHundredths: entry.area, areaSource: entry.areaSource }),
      nature: entry.nature,
      ownerId,
      ownerDepositFen: entry.ownerDepositFen,
      sellerDepositFen: entry.sellerDepositFen,
    };
    const outcome = (done: Done): Outcome => (home.areaHundredths === null ? { done, fault: areaUnknown } : done);
    if (before && (Object.keys(home) as (keyof HomeRow)[]).every((key) => before[key] === home[key])) return outcome('unchanged');
    roll.set(place, home);
    written.push(home);
    if (before && before.ownerId !== ownerId) sellers.add(before.ownerId);
    return outcome(before ? 'changed' : 'added');
  });
  if (written.length > 0) {
    await writeHomes(tx.sql, written);
    await eraseDeparted(tx, [...sellers]);
    const imported = fact(registryEvents.homesImported, { estateId: estate.id, homes: roll.size, rollHash: rollHash([...roll.values()]) });
    const touched = new Set(written.map(({ buildingId }) => buildingId));
    const listed = [...touched].map((buildingId) =>
      fact(registryEvents.homesListed, homesOfBuilding(estate.id, buildingId, roll.values())),
    );
    const measured = await changedMeasures(tx, estate.id, [...roll.values()], buildings, new Set(units.values()));
    // Measures first: who hears of a new home in the list knows its area already, where there is one.
    tx.save(estates, { ...estate, homes: roll.size }, [imported, ...measured, ...listed]);
  }
  return outcomes;
}

/** As a new owner for each home, a unit that nobody has registered would have as many heads as unsold homes (北京市物业管理条例第二十五条). */
const sellerUnknown = '未售公房的业主应为已登记的产权单位，请先在“单位”表登记，名称与登记的一致';

const areaUnknown = '专有面积空缺：房屋已入册，但补全前涉及这一户的表决和费用分摊都不能进行，请按登记簿、实测或合同补全后再导入';

const areaOf = (home: HomeRow | undefined): Pick<HomeRow, 'areaHundredths' | 'areaSource'> => ({
  ...{ areaHundredths: home?.areaHundredths ?? null, areaSource: home?.areaSource ?? null },
});

/** What has to be told of the homes of an estate: the pieces that differ from what was told last, noted as told. */
async function changedMeasures(
  tx: RegistryTx,
  estateId: string,
  roll: readonly HomeRow[],
  buildings: ReadonlyMap<string, string>,
  unitIds: ReadonlySet<string>,
): Promise<Fact[]> {
  const names = new Map([...buildings].map(([name, id]) => [id, name]));
  const told = await toldOf(tx.sql, tx.streetId, [...names.keys()]);
  return measuredParts(roll, names, unitIds).flatMap(({ buildingId, part, homes }) => {
    const hash = createHash('sha256').update(canonicalJson(homes)).digest('hex');
    if (told.get(`${buildingId}/${part}`) === hash) return [];
    tx.put(toldHomes, { buildingId, part, hash });
    return [fact(registryEvents.homesMeasured, { estateId, buildingId, hash, homes })];
  });
}

/** The homes of a building by stairwell, as others may know them: by their ids. */
function homesOfBuilding(estateId: string, buildingId: string, roll: Iterable<HomeRow>) {
  const byStairwell = new Map<string, string[]>();
  for (const home of roll) {
    if (home.buildingId !== buildingId) continue;
    const homes = byStairwell.get(home.stairwell);
    if (homes) homes.push(home.id);
    else byStairwell.set(home.stairwell, [home.id]);
  }
  return { estateId, buildingId, stairwells: [...byStairwell].map(([stairwell, homeIds]) => ({ stairwell, homeIds })) };
}

const placeOf = (home: { buildingId: string; stairwell: string; room: string }) => `${home.buildingId}/${home.stairwell}/${home.room}`;

/** SHA-256 over the homes of an estate in the order of their ids. Owners are in it as ids, so nobody can be found by guessing names. */
export function rollHash(homes: readonly HomeRow[]): string {
  const digest = createHash('sha256');
  for (const home of [...homes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { ownerDepositFen, sellerDepositFen, ...rest } = home;
    digest.update(canonicalJson({ ...rest, ownerDepositFen: `${ownerDepositFen}`, sellerDepositFen: `${sellerDepositFen}` }) + '\n');
  }
  return digest.digest('hex');
}
