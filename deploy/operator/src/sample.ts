import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { dispatch, gateway, intake, labels, notify, registry, roles, type ChainSeat, type Role } from '@wufang/contracts';
import { Refused, Session } from './client.js';
import { fileInput } from './file.js';
import { newPassword } from './password.js';
import { progressLine } from './print.js';
import { settle } from './settle.js';
import { importRegistry } from './verbs/import-registry.js';

const samples = join(import.meta.dirname, '../../../sample');
const street = { id: 'qingyun', name: '青云街道', district: '丰湖区' };

/** Which unit the sample account of a role acts for; those without one act for the street, or for themselves. */
const unitOfRole: Partial<Record<Role, string>> = {
  phone_desk: '市民诉求处置中心',
  community_worker: '南岗里社区',
  firm_handler: '远征物业',
  firm_manager: '远征物业',
  rights_unit_rep: '远征集团三院',
  department_handler: '热力集团',
  section_chief: '城乡建设办公室',
  street_leader: '青云街道',
  callback_desk: '市民诉求处置中心',
};

export interface SampleAccount {
  name: string;
  role: string;
  password: string;
}

/** What `npm start` hands over on its first run. */
export interface SampleOptions {
  url: string;
  operator: { account: string; password: string };
  progress: (line: string) => void;
}

/**
 * Loads the sample street: its register, its dispatch directory, two periods of its hotline, and one account for each role. Every step done
 * before does nothing the second time, so a first run that was cut off is simply run again; only accounts get another name then, because
 * nobody has seen the passwords of the first ones. The leader in charge and the head of the street are two people from the first day, so that the stages of
 * a clock reach different ones.
 */
export async function loadSample({ url, operator, progress }: SampleOptions): Promise<SampleAccount[]> {
  const since = Date.now();
  const lap = lapsOf(progress);
  const session = await signInOr(url, operator, progress);
  if (!session) return [];
  const about = session.about(street.id);
  try {
    await openOnce(session);
    lap(`示例街道 ${street.name}（${street.id}）已登记 (sample street opened)`);

    let saidAt = Date.now();
    const register = await importRegistry(about, fileInput(join(samples, 'registry.xlsx')), ({ rowsDone, rowsTotal }) => {
      if (Date.now() - saidAt < 1_000) return;
      saidAt = Date.now();
      progress(progressLine('导入名册', rowsDone, rowsTotal, Date.now() - since));
    });
    if (register.state === 'FAILED') throw new Error(`sample register: ${register.error}`);
    await settle(session);
    lap(`名册 ${register.rowsDone} 行 (register in)`);

    const directory = await about.call(dispatch.publishDirectoryCsv, fileInput(join(samples, 'directory.csv')));
    await settle(session);
    lap(`派单目录 ${directory.rows} 行 (dispatch directory published)`);

    const orders = await about.call(intake.importOrders, fileInput(join(samples, '12345-export.xlsx')));
    await settle(session);
    lap(`热线工单 ${orders.rows} 行：新收 ${orders.accepted}，已有 ${orders.known}，待更正 ${orders.parked} (hotline export in)`);

    const { accounts, holders } = await createAccounts(about);
    await seatLeaders(about, holders);
    lap(`示例账号 ${accounts.length} 个 (sample accounts created)`);
    return accounts;
  } finally {
    await session.signOut().catch(() => undefined);
  }
}

/** A database that had accounts before this folder knows no operator of ours: it has its own street, and needs no sample. */
async function signInOr(
  url: string,
  { account, password }: SampleOptions['operator'],
  progress: SampleOptions['progress'],
): Promise<Session | undefined> {
  try {
    return await Session.signIn(url, account, password);
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'account.sign-in-failed')) throw error;
    progress('数据库里已有账号，不再装入示例街道 (this database has accounts of its own: no sample street)');
    return undefined;
  }
}

async function openOnce(session: Session): Promise<void> {
  try {
    await session.call(registry.openStreet, street);
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'street.exists')) throw error;
  }
}

/** Who holds a seat of the breach chain beside their role: the deputy who is in charge (主管领导), and the head of the street (主要领导). */
type Held = Extract<ChainSeat, 'V' | 'T'>;
interface Post {
  role: Role;
  wanted: string;
  displayName: string;
  seat?: Held;
}

/** One account for each role, and one more for the head of the street. */
const posts: readonly Post[] = roles.flatMap((role): Post[] => {
  const post = { role, wanted: role.replaceAll('_', '-'), displayName: `示例${labels.role[role]}` };
  if (role !== 'street_leader') return [post];
  return [
    { ...post, displayName: '示例主管领导', seat: 'V' },
    { role, wanted: 'street-head', displayName: '示例主要领导', seat: 'T' },
  ];
});

async function createAccounts(session: Session): Promise<{ accounts: SampleAccount[]; holders: Record<Held, string[]> }> {
  const { units } = await session.call(registry.listUnits, {});
  const accounts: SampleAccount[] = [];
  const holders: Record<Held, string[]> = { V: [], T: [] };
  for (const { role, wanted, displayName, seat } of posts) {
    const unitName = unitOfRole[role];
    const unitId = units.find(({ name }) => name === unitName)?.id;
    if (unitName && !unitId) throw new Error(`the sample register has no unit ${unitName}`);
    const account = { displayName, password: newPassword(), mandates: [{ role, ...(unitId && { unitId }) }] };
    const { id, name } = await createUnderFreeName(session, wanted, account);
    accounts.push({ name, role, password: account.password });
    if (seat) holders[seat].push(id);
  }
  return { accounts, holders };
}

async function seatLeaders(session: Session, holders: Record<Held, string[]>): Promise<void> {
  for (const seat of ['V', 'T'] as const) await session.call(notify.seatAccounts, { seat, accountIds: holders[seat] });
}

interface NewAccount {
  displayName: string;
  password: string;
  mandates: { role: Role; unitId?: string }[];
}

async function createUnderFreeName(session: Session, wanted: string, account: NewAccount): Promise<{ id: string; name: string }> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    try {
      const id = randomUUID();
      await session.call(gateway.createAccount, { id, name, ...account });
      return { id, name };
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'account.name-taken') || n > 20) throw error;
    }
  }
}

/** Says a line with the time since the line before. */
function lapsOf(progress: (line: string) => void): (line: string) => void {
  let at = Date.now();
  return (line) => {
    progress(`${line}  ${((Date.now() - at) / 1000).toFixed(1)} s`);
    at = Date.now();
  };
}
