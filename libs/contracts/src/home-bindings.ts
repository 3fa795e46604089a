import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';

/** Owners who are told something, by their ids, and the accounts that have bound a home of theirs (绑定本户); nobody twice. */
export const toldOwners = { ownerIds: z.array(z.uuid()).max(1_000), accountIds: z.array(z.string()).optional() };

const reason = z.string().trim().min(5, '请写明理由，至少 5 个字').max(500);

/** A home an account has bound. */
export const BoundHome = z
  .object({
    homeId: z.uuid(),
    estateId: z.uuid(),
    homeLabel: z.string().describe('几号楼几单元第几户'),
    boundAt: z.string(),
    isCurrent: z.boolean().describe('登记的业主未变；房屋已转让的为否，只保留转让前的分户说明'),
  })
  .meta({ id: 'BoundHome' });
export type BoundHome = z.infer<typeof BoundHome>;

/** A binding of a home of a plan, for the community: which account, since when. */
export const HomeBinding = z.object({ homeId: z.uuid(), accountId: z.string(), boundAt: z.string() }).meta({ id: 'HomeBinding' });
export type HomeBinding = z.infer<typeof HomeBinding>;

export const homeBindings = {
  listBoundHomes: operation({
    name: 'deliberation.home-binding.mine',
    method: 'GET',
    path: '/api/my/homes',
    summary: '绑定到本账号的房屋',
    access: { resident: 'own' },
    input: z.object({}),
    output: z.object({ homes: z.array(BoundHome) }),
  }),
  unbindHome: operation({
    name: 'deliberation.home-binding.unbind',
    method: 'POST',
    path: '/api/my/homes/{homeId}/unbind',
    summary: '解除本账号对一户的绑定；以后凭编号和查询码可以再绑定',
    access: { resident: 'own' },
    input: z.object({ homeId: z.uuid() }),
    output: z.object({ homes: z.array(BoundHome) }),
    errors: ['object.not-found'],
  }),
  listHomeBindings: operation({
    name: 'deliberation.home-binding.list',
    method: 'GET',
    path: '/api/cost-plans/{id}/home-bindings',
    summary: '社区查看一版方案中哪些户已绑定、何时绑定，供核实冒绑',
    access: { community_worker: 'concerned' },
    input: z.object({ id: z.uuid() }),
    output: z.object({ bindings: z.array(HomeBinding) }),
    errors: ['object.not-found', 'seat.not-yours'],
  }),
  endBinding: operation({
    name: 'deliberation.home-binding.end',
    method: 'POST',
    path: '/api/cost-plans/{id}/home-bindings/end',
    summary: '社区解除非业主账号对一户的绑定，写明理由并留痕；该户查询码随之换新，该账号此后不能再绑定此户，除非核实后准其再绑定',
    access: { community_worker: 'concerned' },
    input: z.object({
      ...{ id: z.uuid(), homeId: z.uuid(), accountId: z.string().regex(/^[\w-]{1,60}$/), reason },
      mayBindAgain: z.boolean().default(false).describe('准其再绑定：用于误解除后的更正'),
    }),
    output: z.object({ bindings: z.array(HomeBinding) }),
    errors: ['object.not-found', 'seat.not-yours', 'issue.text-private'],
  }),
};

export const homeBindingEvents = {
  /** Ids alone; who the account is, only the gateway knows. */
  bindingEnded: event(
    'deliberation.home-binding.ended.v1',
    '一户的绑定被解除',
    z.object({
      ...{ homeId: z.uuid(), accountId: z.string(), by: z.enum(['ACCOUNT', 'COMMUNITY']) },
      ...{ reason: z.string().nullable(), mayBindAgain: z.boolean(), endedAt: z.string() },
    }),
  ),
};
