import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** Which matter a practice is about: one to three levels of the category tree. */
const Matter = z.array(z.string().trim().min(1).max(40)).min(1).max(3);

/** Whose practice it is: an area's (片区, with its 治理服务站), or a community's. */
export const ExperienceOf = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('AREA'), name: z.string().trim().min(2).max(20) }),
    z.object({ kind: z.literal('COMMUNITY'), communityId: z.uuid() }),
  ])
  .meta({ id: 'ExperienceOf' });
export type ExperienceOf = z.infer<typeof ExperienceOf>;

/** A practice that worked (经验做法; domain rules part 1, row 96): how an area or a community handled one kind of matter, for those who meet the next. */
export const ExperienceView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    text: z.string(),
    category: z.array(z.string()),
    of: ExperienceOf,
    publishedAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'Experience' });
export type ExperienceView = z.infer<typeof ExperienceView>;

const street: Access = { section_chief: 'street', administrator: 'street' };
const readers: Access = {
  ...street,
  phone_desk: 'street',
  callback_desk: 'street',
  community_worker: 'street',
  department_handler: 'street',
  street_leader: 'street',
  inspector: 'street',
};

export const experiences = {
  listExperiences: operation({
    name: 'dispatch.experience.list',
    method: 'GET',
    path: '/api/experiences',
    summary: '经验做法，新的在前；写明分类的，列出同类的，越近的越前',
    access: readers,
    input: z.object({
      category: z.string().max(130).optional().describe('分类路径，用 / 分开：城市管理/市容环境/占道经营'),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      before: z.uuid().optional().describe('上一页最后一条的 id；写明分类的不分页'),
    }),
    output: z.object({ experiences: z.array(ExperienceView) }),
  }),
  publishExperience: operation({
    name: 'dispatch.experience.publish',
    method: 'POST',
    path: '/api/experiences',
    summary: '发布一条经验做法：哪个片区或社区、哪一类事、怎么办成的；不写个人信息',
    access: street,
    input: z.object({
      id: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
      title: z.string().trim().min(4).max(60),
      text: z.string().trim().min(20, '请写明做法，至少 20 个字').max(2000),
      category: Matter,
      of: ExperienceOf,
    }),
    output: ExperienceView,
    errors: ['unit.unknown', 'experience.area-unknown', 'work-order.text-private'],
    success: 201,
  }),
  withdrawExperience: operation({
    name: 'dispatch.experience.withdraw',
    method: 'POST',
    path: '/api/experiences/{id}/withdraw',
    summary: '撤下一条经验做法，写明理由；已撤下的不再列出',
    access: street,
    input: z.object({ id: z.uuid(), reason: z.string().trim().min(2).max(200) }),
    output: ExperienceView,
    errors: ['object.not-found', 'work-order.text-private'],
  }),
};

export const experienceEvents = {
  experiencePublished: event(
    'dispatch.experience.published.v1',
    '发布经验做法',
    z.object({ title: z.string(), category: z.array(z.string()), of: ExperienceOf, publishedAt: z.string() }),
  ),
  experienceWithdrawn: event(
    'dispatch.experience.withdrawn.v1',
    '撤下经验做法',
    z.object({ title: z.string(), reason: z.string(), withdrawnAt: z.string() }),
  ),
};
