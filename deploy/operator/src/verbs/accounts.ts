import { randomUUID } from 'node:crypto';
import { gateway, labels, registry, roles, type Role } from '@wufang/contracts';
import type { Session } from '../client.js';
import { newPassword } from '../password.js';
import { NotThere, textOption, wordsOf, WrongUsage, type Verb } from '../verb.js';

/** The unit of this name in the register of a street. */
export async function unitNamed(session: Session, name: string): Promise<string> {
  const { units } = await session.call(registry.listUnits, {});
  const unit = units.find((candidate) => candidate.name === name);
  if (!unit) throw new NotThere(`单位“${name}”不在名册中 (no such unit in the register)`);
  return unit.id;
}

export const accountsVerb: Verb = {
  name: 'accounts',
  usage: 'create NAME --role ROLE [--unit 单位] [--display 姓名] [--until TIME]',
  summary: '开设账号；密码随机生成，只显示一次 (create an account)',
  options: { role: { type: 'string' }, unit: { type: 'string' }, display: { type: 'string' }, until: { type: 'string' } },
  async run(asked) {
    const [what, name] = wordsOf(asked, ['create', 'NAME']) as [string, string];
    if (what !== 'create') throw new WrongUsage('accounts 后面是 create (expected: create)');
    const role = textOption(asked, 'role');
    if (!role || !(roles as readonly string[]).includes(role))
      throw new WrongUsage(`--role 应为：${roles.join('、')} (--role is one of these)`);
    const session = (await asked.connect()).about(asked.street);
    const unit = textOption(asked, 'unit');
    const until = textOption(asked, 'until');
    const mandate = { role: role as Role, ...(unit && { unitId: await unitNamed(session, unit) }), ...(until && { until }) };
    const password = newPassword();
    const displayName = textOption(asked, 'display') ?? labels.role[role as Role];
    const account = await session.call(gateway.createAccount, { id: randomUUID(), name, displayName, password, mandates: [mandate] });
    return {
      json: { id: account.id, name: account.name, role, password },
      text: `账号 ${account.name}（${labels.role[role as Role]}${unit ? `，${unit}` : ''}）密码 ${password}\n密码只显示这一次`,
    };
  },
};
