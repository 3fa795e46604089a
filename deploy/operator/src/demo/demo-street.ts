import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { dispatch, gateway, labels, registry, type Building, type Estate, type Role, type TimeLimit, type Unit } from '@wufang/contracts';
import { Refused, Session } from '../client.js';
import { fileInput } from '../file.js';
import { newPassword } from '../password.js';
import { settle } from '../settle.js';
import { importRegistry } from '../verbs/import-registry.js';

const register = join(import.meta.dirname, '../../../../sample/demo-registry.xlsx');

/** The matters of the stories, and where they go. */
const directory = `工单类型,一级分类,二级分类,三级分类,级别,主办
投诉,物业管理,房屋维修,房屋漏雨渗水,N,小区的物业公司（无物业的由城乡建设办公室主办、社区协办）
求助,水电气热,供暖,大面积停暖,E,热力集团
求助,城市管理,积水内涝,院内积水,N,小区的物业公司（无物业的由城乡建设办公室主办、社区协办）
`;

/** Somebody's session, with the password that signing asks for again. */
export type Actor = Session & { readonly account: string; readonly password: string };

/** A small street of its own, so that the stories leave no trace in a street that is scored. */
export interface DemoStreet {
  id: string;
  operator: Session;
  units: Map<string, Unit>;
  estate: Estate;
  building: Building;
  /** An account of its own for everybody who acts, each with its own session. */
  actor(role: Role, unitName?: string): Promise<Actor>;
  close(): Promise<void>;
}

export async function openDemoStreet(operator: Session, id: string, name: string, timeLimits?: TimeLimit[]): Promise<DemoStreet> {
  await operator.call(registry.openStreet, { id, name, district: '丰湖区', ...(timeLimits && { timeLimits }) });
  const about = operator.about(id);
  const imported = await importRegistry(about, fileInput(register), () => undefined);
  if (imported.state === 'FAILED' || imported.faults.length > 0)
    throw new Error(`demo register: ${imported.error ?? JSON.stringify(imported.faults)}`);
  await settle(operator);
  await publish(about);
  const { units } = await about.call(registry.listUnits, {});
  const { estates } = await about.call(registry.listEstates, {});
  const estate = estates.find(({ name: estateName }) => estateName === '南岗里一区')!;
  const { buildings } = await about.call(registry.listBuildings, { estateId: estate.id });
  await settle(operator);

  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const accountIds: string[] = [];
  const sessions: Session[] = [];
  return {
    id,
    operator: about,
    units: byName,
    estate,
    building: buildings[0]!,
    async actor(role, unitName) {
      const unit = unitName === undefined ? undefined : byName.get(unitName);
      if (unitName !== undefined && !unit) throw new Error(`the demo register has no unit ${unitName}`);
      const account = { id: randomUUID(), name: `${id}-${role.replaceAll('_', '-')}-${accountIds.length + 1}`, password: newPassword() };
      const mandates = [{ role, ...(unit && { unitId: unit.id }) }];
      await about.call(gateway.createAccount, { ...account, displayName: `演示${labels.role[role]}`, mandates });
      accountIds.push(account.id);
      const session = await Session.signIn(operator.url, account.name, account.password);
      sessions.push(session);
      return Object.assign(session, { account: account.name, password: account.password });
    },
    async close() {
      for (const session of sessions) await session.signOut().catch(() => undefined);
      for (const accountId of accountIds) await about.call(gateway.disableAccount, { id: accountId }).catch(() => undefined);
    },
  };
}

/** Publishes the directory. On a busy machine dispatch hears of the units a moment after they are registered, and refuses a table that names them until then. */
async function publish(about: Session): Promise<void> {
  const file = { fileName: 'directory.csv', file: Buffer.from(directory).toString('base64') };
  for (let tries = 1; ; tries++) {
    try {
      await about.call(dispatch.publishDirectoryCsv, file);
      return;
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'unit.unknown') || tries === 20) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}
