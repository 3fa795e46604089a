import { z } from 'zod';
import { event } from './event.js';
import { IssueScope } from './issues.js';
import { operation } from './operation.js';
import { streetSeat, tableReaders } from './tables.js';

/** A petition of households (联名) collects support until there are enough of them; then it lies on the table as an issue. One that does not find them in time expires. */
export const petitionStates = ['OPEN', 'BROUGHT', 'EXPIRED'] as const;
export const PetitionState = z.enum(petitionStates).meta({ id: 'PetitionState' });
export type PetitionState = z.infer<typeof PetitionState>;

/** A suggestion to take repeated demands up together (聚集诉求建议): the street confirms it as an issue, or dismisses it with a reason. */
export const clusterStates = ['SUGGESTED', 'CONFIRMED', 'DISMISSED'] as const;
export const ClusterState = z.enum(clusterStates).meta({ id: 'ClusterState' });
export type ClusterState = z.infer<typeof ClusterState>;

const title = z.string().trim().min(4).max(60);
const problem = z.string().trim().min(10, '请写清问题，至少 10 个字').max(2000);

export const PetitionView = z
  .object({
    id: z.uuid(),
    estateId: z.uuid(),
    scope: IssueScope,
    state: PetitionState,
    title: z.string(),
    problem: z.string(),
    households: z.number().int().describe('已联名的户数'),
    needed: z.number().int().describe('满多少户即成为议题'),
    isMine: z.boolean().describe('本账号已联名'),
    issueId: z.uuid().nullable(),
    startedAt: z.string(),
    expiresAt: z.string().nullable().describe('到此时未满户数即过期；更早发起的没有期限'),
    version: z.number().int(),
  })
  .meta({ id: 'Petition' });
export type PetitionView = z.infer<typeof PetitionView>;

export const ClusterView = z
  .object({
    id: z.uuid(),
    estateId: z.uuid(),
    buildingId: z.uuid().nullable(),
    communityId: z.uuid(),
    group: z.array(z.string()).describe('诉求类别：一级、二级'),
    state: ClusterState,
    orderIds: z.array(z.uuid()),
    suggestedAt: z.string(),
    reason: z.string().nullable(),
    issueId: z.uuid().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Cluster' });
export type ClusterView = z.infer<typeof ClusterView>;

const byId = { id: z.uuid() };
const home = { homeId: z.uuid().optional().describe('以哪一户联名；名下只有一户的可不填') };

export const petitions = {
  startPetition: operation({
    name: 'deliberation.petition.start',
    method: 'POST',
    path: '/api/petitions',
    summary: '住户发起联名：地点、问题、涉及范围；本户即为第一户。请勿写姓名、电话、门牌号',
    access: { resident: 'own' },
    input: z.object({ ...byId, ...home, title, problem, scope: IssueScope }),
    output: PetitionView,
    errors: ['object.not-found', 'petition.home-elsewhere', 'issue.text-private', 'issue.scope-unknown'],
    success: 201,
  }),
  supportPetition: operation({
    name: 'deliberation.petition.support',
    method: 'POST',
    path: '/api/petitions/{id}/support',
    summary: '住户联名；一户一次，满规定户数即成为五方议题；过期的不能再联名',
    access: { resident: 'own' },
    input: z.object({ ...byId, ...home }),
    output: PetitionView,
    errors: ['object.not-found', 'petition.home-elsewhere', 'petition.expired'],
  }),
  listPetitions: operation({
    name: 'deliberation.petition.list',
    method: 'GET',
    path: '/api/petitions',
    summary: '联名一览，新的在前；住户看本小区的，只见户数不见谁',
    access: { ...tableReaders, resident: 'own' },
    input: z.object({ estateId: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: z.object({ petitions: z.array(PetitionView) }),
  }),
};

export const clusters = {
  listClusters: operation({
    name: 'deliberation.cluster.list',
    method: 'GET',
    path: '/api/clusters',
    summary: '建议五方共议的聚集诉求：同一地点、同一类诉求在规定时间内反复出现',
    access: { ...streetSeat, community_worker: 'concerned', inspector: 'street', administrator: 'street' },
    input: z.object({ state: ClusterState.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: z.object({ clusters: z.array(ClusterView) }),
  }),
  confirmCluster: operation({
    name: 'deliberation.cluster.confirm',
    method: 'POST',
    path: '/api/clusters/{id}/confirm',
    summary: '街道确认：这些诉求一并成为小区议事桌上的议题',
    access: streetSeat,
    input: z.object({ ...byId, issueId: z.uuid(), title, problem }),
    output: ClusterView,
    errors: ['object.not-found', 'cluster.illegal-step', 'issue.text-private', 'issue.scope-unknown'],
  }),
  dismissCluster: operation({
    name: 'deliberation.cluster.dismiss',
    method: 'POST',
    path: '/api/clusters/{id}/dismiss',
    summary: '街道不采纳，写明理由；这些诉求不再提出同一建议',
    access: streetSeat,
    input: z.object({ ...byId, reason: z.string().trim().min(5, '请写明理由，至少 5 个字').max(500) }),
    output: ClusterView,
    errors: ['object.not-found', 'cluster.illegal-step', 'issue.text-private'],
  }),
};

const petition = { estateId: z.uuid(), communityId: z.uuid(), title: z.string(), households: z.number().int() };
const cluster = { estateId: z.uuid(), communityId: z.uuid(), group: z.array(z.string()), orderIds: z.array(z.uuid()) };

/** Facts of petitions. Who supports one is in none of them. */
export const petitionEvents = {
  petitionStarted: event('deliberation.petition.started.v1', '发起联名', z.object({ ...petition, scope: IssueScope })),
  petitionSupported: event('deliberation.petition.supported.v1', '一户联名', z.object(petition)),
  petitionExpired: event('deliberation.petition.expired.v1', '到期未满户数，联名过期', z.object({ ...petition, needed: z.number().int() })),
  petitionBrought: event('deliberation.petition.brought.v1', '联名成为五方议题', z.object({ ...petition, issueId: z.uuid() })),
};

export const clusterEvents = {
  clusterSuggested: event('deliberation.cluster.suggested.v1', '建议五方共议聚集诉求', z.object({ ...cluster, suggestedAt: z.string() })),
  clusterConfirmed: event('deliberation.cluster.confirmed.v1', '街道确认聚集诉求为议题', z.object({ ...cluster, issueId: z.uuid() })),
  clusterDismissed: event('deliberation.cluster.dismissed.v1', '街道不采纳聚集诉求建议', z.object({ ...cluster, reason: z.string() })),
};
