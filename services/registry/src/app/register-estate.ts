import { registryEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { estateIds, estates, unitsNamed } from '../db/register.store.js';
import { toEstate } from '../db/register.view.js';
import type { EstateRow, RegistryTx } from '../db/schema.js';
import type { EstateEntry } from '../domain/register-sheets.js';
import type { Outcome } from './outcome.js';

/** Registers an estate under its name, or brings it up to date. Its community, firm and property-rights unit must be known. */
export async function registerEstate(tx: RegistryTx, entry: EstateEntry): Promise<Outcome> {
  const { communityName, firmName, rightsUnitName } = entry;
  const communityId = await communityOf(tx, communityName);
  if (!communityId) return { fault: `社区“${communityName}”没有登记` };
  const firm = firmName ? await tx.load(unitsNamed, firmName) : null;
  if (firm === undefined || (firm && firm.kind !== 'PROPERTY_FIRM')) return { fault: `物业公司“${firmName}”没有登记` };
  const rightsUnit = rightsUnitName ? await tx.load(unitsNamed, rightsUnitName) : null;
  if (rightsUnit === undefined || (rightsUnit && rightsUnit.kind !== 'PROPERTY_RIGHTS_UNIT'))
    return { fault: `产权单位“${rightsUnitName}”没有登记` };

  const place = `estate:${entry.name}`;
  await tx.hold(place);
  const id = tx.recall<string>(place) ?? (await tx.load(estateIds, entry.name));
  const before = id === undefined ? undefined : await tx.lock(estates, id);
  const { name, type, builtYear, ownersBody, fundCustodian, declaredHomes } = entry;
  const next = {
    name,
    communityId,
    type,
    builtYear,
    firmId: firm?.id ?? null,
    rightsUnitId: rightsUnit?.id ?? null,
    ownersBody,
    fundCustodian,
    declaredHomes,
  };
  if (before && (Object.keys(next) as (keyof typeof next)[]).every((key) => before[key] === next[key])) return 'unchanged';
  const after = { ...next, id: before?.id ?? tx.newId(), homes: before?.homes ?? 0 };
  const registered = fact(registryEvents.estateRegistered, toEstate(after as EstateRow));
  if (before) tx.save(estates, { ...before, ...after }, [registered]);
  else tx.create(estates, after, [registered]);
  tx.remember(place, after.id);
  return before ? 'changed' : 'added';
}

/** A file calls a community 「南岗里」 whose unit is 「南岗里社区」; a village likewise. */
async function communityOf(tx: RegistryTx, name: string): Promise<string | undefined> {
  for (const written of [`${name}社区`, `${name}村`, name]) {
    const unit = await tx.load(unitsNamed, written);
    if (unit?.kind === 'COMMUNITY' || unit?.kind === 'VILLAGE') return unit.id;
  }
  return undefined;
}
