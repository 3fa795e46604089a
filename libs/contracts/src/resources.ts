import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** Who offers something in the resource library (资源服务库): units, chambers of commerce, associations, shops, social organisations, volunteers. */
export const resourceKinds = ['UNIT', 'CHAMBER', 'ASSOCIATION', 'SHOP', 'SOCIAL_ORG', 'VOLUNTEERS', 'HELPER_FIRM'] as const;
export const ResourceKind = z.enum(resourceKinds).meta({ id: 'ResourceKind' });
export type ResourceKind = z.infer<typeof ResourceKind>;

/** Where a unit is reached; nobody's mobile. */
export const OfficePhone = z
  .string()
  .trim()
  .regex(/^(0\d{2,3}-?\d{7,8}|[49]\d{4,9}|1\d{4})$/, '请填单位的固定电话或服务热线，不填个人手机');

const word = z.string().trim().min(1).max(40);
const content = {
  name: z.string().trim().min(2).max(80),
  kind: ResourceKind,
  unitId: z.uuid().nullable().describe('在单位名册中时：可以吹哨召集、可以占物业一席'),
  skills: z.array(word).min(1).max(20).describe('能做什么，例如 防水、电工、法律咨询'),
  categories: z.array(word).max(40).describe('适用的问题分类，一级或二级'),
  communityIds: z.array(z.uuid()).max(60).describe('服务的社区；空即全街道'),
  hours: z.string().trim().min(2).max(100).describe('服务时间'),
  officePhone: OfficePhone.nullable(),
};

export const ResourceView = z
  .object({
    id: z.uuid(),
    ...content,
    isWithdrawn: z.boolean(),
    fits: z.array(z.string()).describe('为什么排在这里：分类相符、就在本社区、会做'),
    version: z.number().int(),
  })
  .meta({ id: 'Resource' });
export type ResourceView = z.infer<typeof ResourceView>;

const keepers: Access = { section_chief: 'street', administrator: 'street' };
const readers: Access = {
  ...keepers,
  phone_desk: 'street',
  community_worker: 'street',
  firm_handler: 'street',
  firm_manager: 'street',
  rights_unit_rep: 'street',
  department_handler: 'street',
  street_leader: 'street',
  inspector: 'street',
};

export const resources = {
  putResource: operation({
    name: 'registry.resource.put',
    method: 'PUT',
    path: '/api/resources/{id}',
    summary: '登记或更改资源服务库中的一家',
    access: keepers,
    input: z.object({ id: z.uuid(), ...content }),
    output: ResourceView,
    errors: ['object.not-found'],
  }),
  withdrawResource: operation({
    name: 'registry.resource.withdraw',
    method: 'POST',
    path: '/api/resources/{id}/withdraw',
    summary: '不再提供，从推荐中撤下',
    access: keepers,
    input: z.object({ id: z.uuid() }),
    output: ResourceView,
    errors: ['object.not-found'],
  }),
  findResources: operation({
    name: 'registry.resource.find',
    method: 'GET',
    path: '/api/resources',
    summary: '找资源：按工单的分类和社区、按本领、按文字；最合适的在前，并说明为什么',
    access: readers,
    input: z.object({
      category1: word.optional(),
      category2: word.optional(),
      communityId: z.uuid().optional(),
      kind: ResourceKind.optional(),
      text: z.string().trim().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    output: z.object({ resources: z.array(ResourceView) }),
  }),
};

export const resourceEvents = {
  resourceKept: event(
    'registry.resource.kept.v1',
    '资源服务库登记或更改',
    z.object({
      name: z.string(),
      kind: ResourceKind,
      unitId: z.uuid().nullable(),
      categories: z.array(z.string()),
      communityIds: z.array(z.uuid()),
    }),
  ),
  resourceWithdrawn: event('registry.resource.withdrawn.v1', '资源撤下', z.object({ name: z.string() })),
};
