import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { dispatch, gateway, registry, type Role } from '@wufang/contracts';
import { startHouse, type House, type HouseOptions } from '@wufang/local';
import { fileInput, importRegistry, newPassword, Session, settle } from '@wufang/operator';
import pg from 'pg';

const sample = join(import.meta.dirname, '../../../sample');

/** A running house with one street ready to work, people with tokens, and the database beside it. */
export interface Stage {
  house: House;
  db: pg.Pool;
  street: string;
  operator: Session;
  tokens: { desk: string; firm: string; callback: string; chief: string };
  firmId: string;
  communityId: string;
  estateId: string;
}

/** Starts private servers and services, registers the sample street, publishes its directory, and gives three people a token. */
export async function setStage(dataDir: string, say: (what: string) => void, besides: HouseOptions = {}): Promise<Stage> {
  say('starting servers and services');
  const house = await startHouse({ dataDir, ...besides, env: { WUFANG_LOG_LEVEL: 'error', ...besides.env } });
  try {
    return await furnish(house, say);
  } catch (error) {
    await house.stop();
    throw error;
  }
}

async function furnish(house: House, say: (what: string) => void): Promise<Stage> {
  const street = 'bench';
  const operator = (await Session.signIn(house.url, house.operator.account, house.operator.password)).about(street);
  say('registering the street');
  await operator.call(registry.openStreet, { id: street, name: '测速街道', district: '测速区' });
  await importRegistry(operator, fileInput(join(sample, 'registry.xlsx')), ({ rowsDone, rowsTotal }) =>
    say(`registering the street ${rowsDone}/${rowsTotal}`),
  );
  await settle(operator);
  await operator.call(dispatch.publishDirectoryCsv, fileInput(join(sample, 'directory.csv')));
  const { estates } = await operator.call(registry.listEstates, {});
  const estate = estates.find((one) => one.firmId !== null && one.type === 'COMMODITY')!;
  const person = async (role: Role, unitId?: string) => {
    const account = await operator.call(gateway.createAccount, {
      id: randomUUID(),
      name: `bench-${role}`,
      displayName: role,
      password: newPassword(),
      mandates: [{ role, ...(unitId && { unitId }) }],
    });
    return (await operator.call(gateway.createToken, { id: account.id, name: 'bench' })).token;
  };
  const tokens = {
    desk: await person('phone_desk'),
    firm: await person('firm_manager', estate.firmId!),
    callback: await person('callback_desk'),
    chief: await person('section_chief'),
  };
  await settle(operator);
  const db = new pg.Pool({ connectionString: house.servers.postgres.adminUrl, max: 4 });
  db.on('error', () => undefined);
  return { house, db, street, operator, tokens, firmId: estate.firmId!, communityId: estate.communityId, estateId: estate.id };
}

/** An invented demand of everyday size, for a category the directory sends to the estate's firm. */
export function newDemand({ communityId, estateId }: Stage, id: string): object {
  return {
    id,
    channel: 'PHONE_DESK',
    demandType: 'COMPLAINT',
    category: ['物业管理', '物业服务', '保洁垃圾清运'],
    title: '垃圾桶满溢',
    content: '单元门口垃圾桶满溢，大件垃圾堆放在单元门口，影响出行',
    callerName: '来电人',
    callerPhone: `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
    place: { communityId, estateId, point: '1号楼1单元' },
  };
}

/** Waits until no event is waiting to be told or heard. */
export async function quiet({ operator }: Stage): Promise<void> {
  if (!(await settle(operator, 120_000))) throw new Error('the house did not come to rest within two minutes');
}
