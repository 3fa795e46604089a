import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/**
 * A session of the residents' council (居民议事会): round one on the problem, round two on a plan. It is no statutory body: its result is a record
 * of consensus, not a vote of the residents' meeting or of the owners (domain rules 3.2).
 */
export const councilStates = ['ROUND_ONE', 'PLANNING', 'ROUND_TWO', 'CONSENSUS', 'NO_CONSENSUS', 'CANCELLED'] as const;
export const CouncilState = z.enum(councilStates).meta({ id: 'CouncilState' });
export type CouncilState = z.infer<typeof CouncilState>;

/** Who sits there (大红门：社区、产权单位、物业、居民或业主代表). */
export const councilParties = ['COMMUNITY', 'RIGHTS_UNIT', 'FIRM', 'RESIDENTS', 'OWNERS', 'EXPERTS'] as const;
export const CouncilParty = z.enum(councilParties).meta({ id: 'CouncilParty' });
export type CouncilParty = z.infer<typeof CouncilParty>;

/** What a party said of the plan; what it said when it does not agree has to be answered, not outvoted. */
export const councilVoices = ['AGREE', 'CONCERN', 'DISAGREE'] as const;
export const CouncilVoice = z.enum(councilVoices).meta({ id: 'CouncilVoice' });
export type CouncilVoice = z.infer<typeof CouncilVoice>;

const text = z.string().trim().min(2).max(2_000);
const Attendance = z
  .array(z.object({ party: CouncilParty, people: z.number().int().min(1).max(1_000) }))
  .min(1)
  .max(councilParties.length);

export const CouncilRound = z
  .object({
    no: z.number().int(),
    heldAt: z.string(),
    attendance: Attendance,
    minutes: z.string(),
    voices: z.array(z.object({ party: CouncilParty, voice: CouncilVoice, words: z.string() })),
  })
  .meta({ id: 'CouncilRound' });
export type CouncilRound = z.infer<typeof CouncilRound>;

export const CouncilSessionView = z
  .object({
    id: z.uuid(),
    state: CouncilState,
    communityId: z.uuid(),
    estateId: z.uuid().nullable(),
    issueId: z.uuid().nullable().describe('由议题提起时'),
    topic: z.string(),
    plan: z.string().nullable(),
    rounds: z.array(CouncilRound),
    result: z.string().nullable(),
    nature: z.string().describe('性质声明：协商共识记录，不是表决'),
    openedAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'CouncilSession' });
export type CouncilSessionView = z.infer<typeof CouncilSessionView>;

const convenors: Access = { community_worker: 'concerned', section_chief: 'street' };
const readers: Access = {
  ...convenors,
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  owners_body_rep: 'concerned',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const illegal = ['council.illegal-step', 'object.not-found', 'issue.text-private'] as const;
const byId = { id: z.uuid() };
const held = { heldAt: z.iso.datetime({ offset: true }), attendance: Attendance, minutes: text };

export const council = {
  openCouncil: operation({
    name: 'deliberation.council-session.open',
    method: 'POST',
    path: '/api/council-sessions',
    summary: '召集居民议事会；两轮：先议问题，再议方案',
    access: convenors,
    input: z.object({
      ...byId,
      communityId: z.uuid(),
      estateId: z.uuid().optional(),
      issueId: z.uuid().optional(),
      unitIds: z.array(z.uuid()).max(20).default([]).describe('到场并可查看记录的产权单位、物业等'),
      topic: z.string().trim().min(2).max(200),
    }),
    output: CouncilSessionView,
    errors: ['object.not-found', 'unit.unknown', 'issue.text-private'],
    success: 201,
  }),
  closeRoundOne: operation({
    name: 'deliberation.council-session.close-round-one',
    method: 'POST',
    path: '/api/council-sessions/{id}/round-one',
    summary: '记录第一轮：到场各方、查明的问题和原因',
    access: convenors,
    input: z.object({ ...byId, ...held }),
    output: CouncilSessionView,
    errors: [...illegal, 'council.party-missing', 'time.future'],
  }),
  layPlan: operation({
    name: 'deliberation.council-session.lay-plan',
    method: 'POST',
    path: '/api/council-sessions/{id}/plan',
    summary: '提出方案；有了方案才能开第二轮',
    access: convenors,
    input: z.object({ ...byId, plan: text }),
    output: CouncilSessionView,
    errors: [...illegal],
  }),
  closeRoundTwo: operation({
    name: 'deliberation.council-session.close-round-two',
    method: 'POST',
    path: '/api/council-sessions/{id}/round-two',
    summary: '记录第二轮：各方表示；在场各方一致认可才是共识，有保留的须写明意见',
    access: convenors,
    input: z.object({
      ...byId,
      ...held,
      voices: z
        .array(z.object({ party: CouncilParty, voice: CouncilVoice, words: z.string().trim().max(500).default('') }))
        .min(1)
        .max(councilParties.length),
    }),
    output: CouncilSessionView,
    errors: [...illegal, 'council.party-missing', 'council.voice-missing', 'council.words-missing', 'time.future'],
  }),
  cancelCouncil: operation({
    name: 'deliberation.council-session.cancel',
    method: 'POST',
    path: '/api/council-sessions/{id}/cancel',
    summary: '不再议，说明原因',
    access: convenors,
    input: z.object({ ...byId, reason: text }),
    output: CouncilSessionView,
    errors: [...illegal],
  }),
  getCouncil: operation({
    name: 'deliberation.council-session.get',
    method: 'GET',
    path: '/api/council-sessions/{id}',
    summary: '一次居民议事会',
    access: readers,
    input: z.object(byId),
    output: CouncilSessionView,
    errors: ['object.not-found'],
  }),
  listCouncils: operation({
    name: 'deliberation.council-session.list',
    method: 'GET',
    path: '/api/council-sessions',
    summary: '居民议事会，新的在前',
    access: readers,
    input: z.object({
      communityId: z.uuid().optional(),
      state: CouncilState.optional(),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ sessions: z.array(CouncilSessionView) }),
  }),
};

const told = { communityId: z.uuid(), unitIds: z.array(z.uuid()), topic: z.string() };
export const councilEvents = {
  councilOpened: event('deliberation.council-session.opened.v1', '召集居民议事会', z.object({ ...told, issueId: z.uuid().nullable() })),
  roundOneClosed: event('deliberation.council-session.round-one-closed.v1', '第一轮议事结束', z.object(told)),
  planLaid: event('deliberation.council-session.plan-laid.v1', '提出方案', z.object(told)),
  roundTwoClosed: event(
    'deliberation.council-session.round-two-closed.v1',
    '第二轮议事结束：是否一致认可',
    z.object({ ...told, isConsensus: z.boolean(), issueId: z.uuid().nullable() }),
  ),
  councilCancelled: event('deliberation.council-session.cancelled.v1', '居民议事会取消', z.object(told)),
};
