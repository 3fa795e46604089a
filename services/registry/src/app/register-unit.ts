import { registryEvents } from '@wufang/contracts';
import { fact, type Vault } from '@wufang/service';
import { contactIds, people, personPlace, units, unitsNamed } from '../db/register.store.js';
import type { RegistryTx } from '../db/schema.js';
import type { UnitEntry } from '../domain/register-sheets.js';
import type { Outcome } from './outcome.js';

/** Registers a unit under its name, or brings it up to date. Its contact person lies sealed in `people`. */
export async function registerUnit(tx: RegistryTx, entry: UnitEntry, vault: Vault): Promise<Outcome> {
  const place = `unit:${entry.name}`;
  await tx.hold(place);
  const id = tx.recall<string>(place) ?? (await tx.load(unitsNamed, entry.name))?.id;
  const before = id === undefined ? undefined : await tx.lock(units, id);
  const { name, kind, parentName, dutyPhone } = entry;
  const next = { name, kind, parentName, dutyPhone, contactId: await contactOf(tx, entry, vault) };
  if (before && (Object.keys(next) as (keyof typeof next)[]).every((key) => before[key] === next[key])) return 'unchanged';
  const unitId = before?.id ?? tx.newId();
  const registered = fact(registryEvents.unitRegistered, { id: unitId, name, kind, parentName });
  if (before) tx.save(units, { ...before, ...next }, [registered]);
  else tx.create(units, { id: unitId, ...next }, [registered]);
  tx.remember(place, unitId);
  return before ? 'changed' : 'added';
}

async function contactOf(tx: RegistryTx, { contactName, contactPhone }: UnitEntry, vault: Vault): Promise<string | null> {
  if (!contactName && !contactPhone) return null;
  const lookup = vault.index('contact', `${contactName ?? ''}\0${contactPhone ?? ''}`);
  const place = `contact:${lookup.toString('hex')}`;
  await tx.hold(place);
  const known = tx.recall<string>(place) ?? (await tx.load(contactIds, lookup.toString('hex')));
  if (known) return known;
  const id = tx.newId();
  const sealed = vault.seal({ name: contactName, phone: contactPhone }, personPlace(id));
  tx.insert(people, { id, kind: 'CONTACT', lookup, isRestricted: false, ...sealed });
  tx.remember(place, id);
  return id;
}
