import { z } from 'zod';
import { WitnessedHead } from './days.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { roles, type Access } from './roles.js';

export const Account = z
  .object({
    id: z.uuid(),
    name: z.string(),
    displayName: z.string(),
    streetId: z.string(),
    isDisabled: z.boolean(),
    mandates: z.array(
      z.object({
        id: z.uuid(),
        role: z.enum(roles),
        unitId: z.uuid().nullable(),
        until: z.string().nullable(),
        limitFen: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

/** Somebody who may be named: for a measure, a duty roster, a team. What account and phone they have is not said. */
export const Person = z
  .object({
    accountId: z.uuid(),
    name: z.string(),
    posts: z.array(z.object({ role: z.enum(roles), unitId: z.uuid().nullable() })).describe('现任职务；单位的人只列本单位的'),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

const anyone = Object.fromEntries(roles.map((role) => [role, 'own'])) as Access & object;
const admin: Access = { administrator: 'street' };
/** Who names people: units among their own, people of the street among all who hold a post in it. */
const namers: Access = {
  community_worker: 'lead',
  firm_handler: 'lead',
  firm_manager: 'lead',
  rights_unit_rep: 'lead',
  owners_body_rep: 'lead',
  department_handler: 'lead',
  phone_desk: 'street',
  callback_desk: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const mandate = {
  role: z.enum(roles),
  unitId: z.uuid().optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  limitFen: z.string().regex(/^\d+$/).optional(),
};

export const gateway = {
  signIn: operation({
    name: 'gateway.session.sign-in',
    method: 'POST',
    path: '/api/session',
    summary: '登录',
    access: 'public',
    input: z.object({ account: z.string().min(1).max(80), password: z.string().min(1).max(200) }),
    output: Account,
    errors: ['account.sign-in-failed', 'account.locked', 'request.too-many'],
    isSecret: true,
  }),
  signOut: operation({
    name: 'gateway.session.sign-out',
    method: 'DELETE',
    path: '/api/session',
    summary: '退出',
    access: anyone,
    input: z.object({}),
    output: z.object({}),
  }),
  whoAmI: operation({
    name: 'gateway.session.get',
    method: 'GET',
    path: '/api/session',
    summary: '我是谁',
    access: anyone,
    input: z.object({}),
    output: Account,
  }),
  changePassword: operation({
    name: 'gateway.account.change-password',
    method: 'PUT',
    path: '/api/session/password',
    summary: '修改自己的密码；其他会话随即退出',
    access: anyone,
    input: z.object({ oldPassword: z.string().max(200), newPassword: z.string().max(200) }),
    output: z.object({}),
    errors: ['account.sign-in-failed', 'account.locked', 'account.password-weak'],
    isSecret: true,
  }),
  listAccounts: operation({
    name: 'gateway.account.list',
    method: 'GET',
    path: '/api/accounts',
    summary: '账号；连续输错密码而锁定的，到何时',
    access: admin,
    input: z.object({}),
    output: z.object({
      accounts: z.array(Account.extend({ lockedUntil: z.string().nullable().describe('登录锁定到何时；没有锁定则为空') })),
    }),
  }),
  listPeople: operation({
    name: 'gateway.person.list',
    method: 'GET',
    path: '/api/people',
    summary: '可以指名的人：姓名与职务；单位只见本单位的人，街道见全街道在岗的人，不含电话',
    access: namers,
    input: z.object({ unitId: z.uuid().optional(), role: z.enum(roles).optional() }),
    output: z.object({ people: z.array(Person) }),
  }),
  createAccount: operation({
    name: 'gateway.account.create',
    method: 'POST',
    path: '/api/accounts',
    summary: '开设账号',
    access: admin,
    input: z.object({
      id: z.uuid(),
      name: z.string().min(2).max(80),
      displayName: z.string().min(1).max(80),
      password: z.string().max(200),
      mandates: z.array(z.object(mandate)).default([]),
    }),
    output: Account,
    errors: ['account.name-taken', 'account.password-weak'],
    success: 201,
  }),
  disableAccount: operation({
    name: 'gateway.account.disable',
    method: 'POST',
    path: '/api/accounts/{id}/disable',
    summary: '停用账号；下一次请求即失效',
    access: admin,
    input: z.object({ id: z.uuid() }),
    output: Account,
  }),
  enableAccount: operation({
    name: 'gateway.account.enable',
    method: 'POST',
    path: '/api/accounts/{id}/enable',
    summary: '重新启用账号，并解除登录锁定；停用前的登录不再有效',
    access: admin,
    input: z.object({ id: z.uuid() }),
    output: Account,
    errors: ['object.not-found'],
  }),
  resetPassword: operation({
    name: 'gateway.account.reset-password',
    method: 'PUT',
    path: '/api/accounts/{id}/password',
    summary: '为忘记密码的人重设密码，并解除登录锁定；其所有登录随即退出',
    access: admin,
    input: z.object({ id: z.uuid(), newPassword: z.string().max(200) }),
    output: Account,
    errors: ['object.not-found', 'account.password-weak'],
    isSecret: true,
  }),
  grantMandate: operation({
    name: 'gateway.mandate.grant',
    method: 'POST',
    path: '/api/accounts/{id}/mandates',
    summary: '授权：代表哪个单位、到何时、金额上限',
    access: admin,
    input: z.object({ id: z.uuid(), ...mandate }),
    output: Account,
  }),
  endMandate: operation({
    name: 'gateway.mandate.end',
    method: 'POST',
    path: '/api/accounts/{id}/mandates/{mandateId}/end',
    summary: '终止授权；下一次请求即失效',
    access: admin,
    input: z.object({ id: z.uuid(), mandateId: z.uuid() }),
    output: Account,
  }),
  createToken: operation({
    name: 'gateway.token.create',
    method: 'POST',
    path: '/api/accounts/{id}/tokens',
    summary: '为程序发放访问令牌；只显示一次',
    access: admin,
    input: z.object({ id: z.uuid(), name: z.string().min(2).max(80), until: z.iso.datetime({ offset: true }).optional() }),
    output: z.object({ tokenId: z.uuid(), token: z.string() }),
    success: 201,
    isSecret: true,
  }),
  revokeToken: operation({
    name: 'gateway.token.revoke',
    method: 'DELETE',
    path: '/api/accounts/{id}/tokens/{tokenId}',
    summary: '收回访问令牌',
    access: admin,
    input: z.object({ id: z.uuid(), tokenId: z.uuid() }),
    output: z.object({}),
  }),
  verifyAudit: operation({
    name: 'gateway.audit.verify',
    method: 'POST',
    path: '/api/audit/verify',
    summary: '核验各服务的留痕链；可附各方保存的每日摘要一并核对',
    access: { inspector: 'street', administrator: 'street' },
    input: z.object({ witness: z.array(WitnessedHead).max(5_000).default([]) }),
    output: z.object({
      services: z.array(
        z.object({
          service: z.string(),
          chains: z.number().int(),
          entries: z.number().int(),
          broken: z.array(z.object({ chainId: z.string(), seq: z.number().int(), reason: z.string() })),
        }),
      ),
    }),
    timeoutMs: 300_000,
  }),
  confirmTime: operation({
    name: 'gateway.time.confirm',
    method: 'POST',
    path: '/api/time/confirm',
    summary: '数据库时钟跳变后，由人确认现在的时间无误，时限重新开始触发',
    access: admin,
    input: z.object({}),
    output: z.object({ services: z.array(z.string()) }),
  }),
  listDeadEvents: operation({
    name: 'gateway.dead-event.list',
    method: 'GET',
    path: '/api/dead-events',
    summary: '处理不了的事件和原因',
    access: { inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({
      events: z.array(
        z.object({
          service: z.string(),
          id: z.string(),
          consumer: z.string(),
          type: z.string(),
          reason: z.string(),
          tries: z.number().int(),
          diedAt: z.string(),
        }),
      ),
    }),
  }),
  replayDeadEvents: operation({
    name: 'gateway.dead-event.replay',
    method: 'POST',
    path: '/api/dead-events/replay',
    summary: '重放处理不了的事件',
    access: admin,
    input: z.object({ service: z.string(), ids: z.array(z.string()).optional() }),
    output: z.object({ replayed: z.number().int() }),
    timeoutMs: 300_000,
  }),
  retell: operation({
    name: 'gateway.event.retell',
    method: 'POST',
    path: '/api/events/retell',
    summary: 'JetStream 丢失数据或恢复备份之后，各服务把已记录的事件重新发布一遍；已处理过的不会重复处理',
    access: admin,
    input: z.object({
      service: z.string().optional().describe('只重发这一个服务的；不填为全部'),
      sinceSeconds: z.number().int().positive().optional().describe('只重发最近这些秒的；不填为全部'),
    }),
    output: z.object({ services: z.array(z.object({ service: z.string(), events: z.number().int() })) }),
    timeoutMs: 300_000,
  }),
  metrics: operation({
    name: 'gateway.metrics.get',
    method: 'GET',
    path: '/api/metrics',
    summary: '各服务的运行指标（Prometheus 文本）',
    access: { inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.string(),
    answersText: 'text/plain; version=0.0.4; charset=utf-8',
  }),
  openApi: operation({
    name: 'gateway.open-api.get',
    method: 'GET',
    path: '/api/openapi.json',
    summary: '接口清单（OpenAPI）',
    access: 'public',
    input: z.object({}),
    output: z.record(z.string(), z.unknown()),
  }),
  health: operation({
    name: 'gateway.health.get',
    method: 'GET',
    path: '/api/health',
    summary: '各服务与服务器的真实状态',
    access: 'public',
    input: z.object({}),
    output: z.object({
      ready: z.boolean(),
      services: z.array(
        z.object({ service: z.string(), ready: z.boolean(), reasons: z.array(z.string()), version: z.string().optional() }),
      ),
    }),
  }),
};

export const gatewayEvents = {
  accountCreated: event('gateway.account.created.v1', '开设账号', z.object({ roles: z.array(z.enum(roles)) })),
  accountDisabled: event('gateway.account.disabled.v1', '停用账号', z.object({})),
  accountEnabled: event('gateway.account.enabled.v1', '重新启用账号', z.object({})),
  passwordReset: event('gateway.account.password-reset.v1', '重设密码', z.object({})),
  signingKeyMade: event(
    'gateway.account.signing-key-made.v1',
    '启用内部审批密钥',
    z.object({ keyId: z.uuid(), publicKey: z.base64().describe('Ed25519 公钥，32 字节') }),
  ),
  passwordChanged: event('gateway.account.password-changed.v1', '修改密码', z.object({})),
  mandateGranted: event(
    'gateway.mandate.granted.v1',
    '授权',
    z.object({
      mandateId: z.uuid(),
      role: z.enum(roles),
      unitId: z.uuid().nullable(),
      until: z.string().nullable(),
      limitFen: z.string().nullable().optional().describe('金额上限，分'),
    }),
  ),
  mandateEnded: event('gateway.mandate.ended.v1', '终止授权', z.object({ mandateId: z.uuid() })),
  tokenCreated: event('gateway.token.created.v1', '发放令牌', z.object({ tokenId: z.uuid() })),
  tokenRevoked: event('gateway.token.revoked.v1', '收回令牌', z.object({ tokenId: z.uuid() })),
};
