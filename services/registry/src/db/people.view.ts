import { personalDataEvents, type RegisteredPerson } from '@wufang/contracts';
import { DomainError, phoneDigits, toIsoBeijing } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import { sql as rawSql, type Kysely } from 'kysely';
import { personPlace } from './register.store.js';
import type { PersonRow, RegistrySchema } from './schema.js';

type Sql = Kysely<RegistrySchema>;
type Clear = Record<'name' | 'phone', string | null>;

/** Opening records keeps the processor busy; in between others get their turn. */
const OPEN_TOGETHER = 500;

/**
 * The records of one person: every one with this phone, whatever name stands beside it, or the owner of a home. The index of an owner is over name and
 * phone together, so a phone alone is looked for by opening every record; a few people ask in a year. Empty when nothing is kept.
 */
export async function findRegistered(
  sql: Sql,
  input: { phone?: string | undefined; homeId?: string | undefined },
  streetId: string,
  vault: Vault,
): Promise<PersonRow[]> {
  if ((input.phone === undefined) === (input.homeId === undefined))
    throw new DomainError('request.invalid', { issues: 'phone、homeId：请填电话或房屋，只填其一' });
  const query = sql.selectFrom('people').selectAll('people').where('people.streetId', '=', streetId).orderBy('people.id');
  let found: PersonRow[];
  if (input.phone === undefined) {
    const owner = sql.selectFrom('homes').select('ownerId').where('streetId', '=', streetId).where('id', '=', input.homeId!);
    found = await query.where('people.id', 'in', owner).execute();
  } else {
    const digits = phoneDigits(input.phone);
    found = [];
    for (const [i, row] of (await query.execute()).entries()) {
      const { phone } = vault.open<Clear>(row, personPlace(row.id));
      if (phone !== null && phoneDigits(phone) === digits) found.push(row);
      if (i % OPEN_TOGETHER === 0) await new Promise((turn) => setImmediate(turn));
    }
  }
  return found;
}

/** Everything the register keeps of these people, in clear. */
export async function registeredCopyOf(sql: Sql, people: readonly PersonRow[], streetId: string, vault: Vault): Promise<RegisteredPerson> {
  const ids = people.map(({ id }) => id);
  const homes = await sql
    .selectFrom('homes as h')
    .innerJoin('estates as e', (join) => join.onRef('e.streetId', '=', 'h.streetId').onRef('e.id', '=', 'h.estateId'))
    .innerJoin('buildings as b', (join) => join.onRef('b.streetId', '=', 'h.streetId').onRef('b.id', '=', 'h.buildingId'))
    .selectAll('h')
    .select(['e.name as estateName', 'b.name as buildingName'])
    .where('h.streetId', '=', streetId)
    .where('h.ownerId', 'in', ids)
    .orderBy('h.id')
    .execute();
  const units = await sql
    .selectFrom('units')
    .select(['name', 'contactId'])
    .where('streetId', '=', streetId)
    .where('contactId', 'in', ids)
    .orderBy('name')
    .execute();
  const { rows: reads } = await rawSql<{ actor: { roles: string[] }; payload: { identityCheck: string }; recordedAt: Date }>`
    select actor, payload, recorded_at from events
    where street_id = ${streetId} and type = ${personalDataEvents.registeredExported.type} and payload->'personIds' ?| ${ids}::text[]
    order by recorded_at`.execute(sql);
  return {
    records: people.map((row) => ({
      id: row.id,
      kind: row.kind,
      ...vault.open<Clear>(row, personPlace(row.id)),
      erasure: row.isRestricted ? 'RESTRICTED' : null,
      homes: homes
        .filter(({ ownerId }) => ownerId === row.id)
        .map(({ id, estateName, buildingName, stairwell, room, areaHundredths, nature, ownerDepositFen, sellerDepositFen }) => ({
          // No home has an area of 0: it stands for one that nobody knows.
          ...{ homeId: id, estateName, buildingName, stairwell, room, areaHundredths: areaHundredths ?? 0, nature },
          ...{ ownerDepositFen: String(ownerDepositFen), sellerDepositFen: String(sellerDepositFen) },
        })),
      contactOf: units.filter(({ contactId }) => contactId === row.id).map(({ name }) => name),
    })),
    readBy: reads.map(({ actor, payload, recordedAt }) => ({
      at: toIsoBeijing(recordedAt),
      roles: actor.roles,
      purpose: `本人请求导出：${payload.identityCheck}`,
    })),
  };
}
