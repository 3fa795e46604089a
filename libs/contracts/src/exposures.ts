import { z } from 'zod';
import { event } from './event.js';
import { KeptPhoto, PhotoFile } from './intake.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** An entry of the exposure board (曝光台): proposed, on the board, refused, taken down as wrong, put right. */
export const exposureStates = ['PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN', 'FIXED'] as const;
export const ExposureState = z.enum(exposureStates).meta({ id: 'ExposureState' });
export type ExposureState = z.infer<typeof ExposureState>;

export const compassPoints = ['EAST', 'SOUTH', 'WEST', 'NORTH'] as const;
export const CompassPoint = z.enum(compassPoints).meta({ id: 'CompassPoint' });
export type CompassPoint = z.infer<typeof CompassPoint>;

/** For how many days an entry stays on the public board after it was put right. */
export const exposureShownDays = [{ from: '2020-01-01', value: 90, unit: 'days', source: 'P (S2)' }] as const;

/** A place anybody can walk to: from which crossing, in which direction, how far, on which side of the road (S2). */
export const ExposurePlace = z
  .object({
    communityId: z.uuid(),
    crossing: z.string().trim().min(2).max(60).describe('路口，例如 青云路与南岗街交叉口'),
    direction: CompassPoint.describe('从路口往哪个方向'),
    metres: z.number().int().min(0).max(5000),
    side: CompassPoint.describe('路的哪一侧'),
  })
  .meta({ id: 'ExposurePlace' });
export type ExposurePlace = z.infer<typeof ExposurePlace>;

const compassWords: Record<CompassPoint, string> = { EAST: '东', SOUTH: '南', WEST: '西', NORTH: '北' };

/** The place as the board says it. Examples: 青云路与南岗街交叉口向东 200 米路北侧; at the crossing itself: 青云路与南岗街交叉口路北侧. */
export function exposurePlaceText({ crossing, direction, metres, side }: Omit<ExposurePlace, 'communityId'>): string {
  const way = metres === 0 ? '' : `向${compassWords[direction]} ${metres} 米`;
  return `${crossing}${way}路${compassWords[side]}侧`;
}

export const ExposureView = z
  .object({
    id: z.uuid(),
    state: ExposureState,
    place: ExposurePlace,
    placeText: z.string(),
    problem: z.string(),
    photoIds: z.array(z.uuid()),
    unitId: z.uuid().describe('由谁整改'),
    proposedAt: z.string(),
    isMine: z.boolean().describe('由本人提出，不能自己批准'),
    publishedAt: z.string().nullable(),
    fixedAt: z.string().nullable(),
    result: z.string().nullable().describe('整改结果，公开'),
    reason: z.string().nullable().describe('不予曝光或撤下的理由，不公开'),
    version: z.number().int(),
  })
  .meta({ id: 'Exposure' });
export type ExposureView = z.infer<typeof ExposureView>;

const readers: Access = {
  community_worker: 'concerned',
  department_handler: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  phone_desk: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const proposers: Access = { phone_desk: 'street', section_chief: 'street', community_worker: 'street', department_handler: 'street' };
const approvers: Access = { section_chief: 'street', street_leader: 'street' };
const one = { id: z.uuid() };
const publicText = z.string().trim().min(5).max(500);
const reason = z.string().trim().min(2).max(300);
const refusals = ['object.not-found', 'exposure.state', 'work-order.text-private'] as const;
const onBoard = { streetId: z.string() };

export const exposures = {
  addExposurePhoto: operation({
    name: 'dispatch.exposure.add-photo',
    method: 'POST',
    path: '/api/exposures/{id}/photos',
    summary: '为要提出的曝光添加照片；重新编码并去除位置信息',
    access: proposers,
    input: z.object({ ...one, fileName: z.string(), file: z.base64() }),
    output: KeptPhoto,
    errors: ['exposure.state', 'image.unreadable', 'image.too-many', 'request.too-many'],
    success: 201,
    upload: true,
  }),
  getExposurePhoto: operation({
    name: 'dispatch.exposure.get-photo',
    method: 'GET',
    path: '/api/exposures/{id}/photos/{photoId}',
    summary: '查看照片（base64 JPEG）',
    access: readers,
    input: z.object({ ...one, photoId: z.uuid() }),
    output: PhotoFile,
    errors: ['object.not-found'],
  }),
  proposeExposure: operation({
    name: 'dispatch.exposure.propose',
    method: 'POST',
    path: '/api/exposures',
    summary: '提出曝光：写明路口、方向、米数、哪一侧，问题和照片，由谁整改；批准之前不公开',
    access: proposers,
    input: z.object({
      id: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
      place: ExposurePlace,
      problem: publicText.describe('问题，公开；不写人'),
      photoIds: z.array(z.uuid()).min(1, '请附照片').max(3),
      unitId: z.uuid(),
    }),
    output: ExposureView,
    errors: ['object.not-found', 'unit.unknown', 'work-order.text-private', 'work-order.text-needed', 'image.not-kept'],
    success: 201,
  }),
  decideExposure: operation({
    name: 'dispatch.exposure.decide',
    method: 'POST',
    path: '/api/exposures/{id}/decide',
    summary: '批准曝光或不予曝光；由提出人以外的人批准，批准前确认照片和文字里没有人',
    access: approvers,
    input: z.object({
      ...one,
      publish: z.boolean(),
      noPersons: z.boolean().default(false).describe('批准时须为真：已看过，没有人脸、姓名、车牌、门牌'),
      reason: reason.optional().describe('不予曝光的理由'),
    }),
    output: ExposureView,
    errors: [...refusals, 'exposure.own', 'exposure.unchecked', 'exposure.reason-needed'],
  }),
  withdrawExposure: operation({
    name: 'dispatch.exposure.withdraw',
    method: 'POST',
    path: '/api/exposures/{id}/withdraw',
    summary: '撤下一条曝光（例如地点写错），写明理由',
    access: approvers,
    input: z.object({ ...one, reason }),
    output: ExposureView,
    errors: refusals,
  }),
  fixExposure: operation({
    name: 'dispatch.exposure.fix',
    method: 'POST',
    path: '/api/exposures/{id}/fix',
    summary: '登记整改完成，公开结果；由街道核实后登记',
    access: { phone_desk: 'street', section_chief: 'street' },
    input: z.object({ ...one, result: publicText }),
    output: ExposureView,
    errors: [...refusals, 'work-order.text-needed'],
  }),
  listExposures: operation({
    name: 'dispatch.exposure.list',
    method: 'GET',
    path: '/api/exposures',
    summary: '曝光台，新的在前，含待批准的',
    access: readers,
    input: z.object({ state: ExposureState.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ exposures: z.array(ExposureView) }),
  }),
  exposureBoard: operation({
    name: 'dispatch.exposure.board',
    method: 'GET',
    path: '/api/public/{streetId}/exposures',
    summary: '曝光台（公开）：地点、问题、照片、整改状态；没有人',
    access: 'public',
    input: z.object({ ...onBoard, limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: z.object({
      exposures: z.array(
        z.object({
          id: z.uuid(),
          placeText: z.string(),
          problem: z.string(),
          photoIds: z.array(z.uuid()),
          publishedAt: z.string(),
          fixedAt: z.string().nullable(),
          result: z.string().nullable(),
        }),
      ),
    }),
    errors: ['street.unknown'],
  }),
  boardPhoto: operation({
    name: 'dispatch.exposure.board-photo',
    method: 'GET',
    path: '/api/public/{streetId}/exposures/{id}/photos/{photoId}',
    summary: '曝光台上的照片（base64 JPEG）；没有公开或已撤下的看不到',
    access: 'public',
    input: z.object({ ...onBoard, ...one, photoId: z.uuid() }),
    output: PhotoFile,
    errors: ['street.unknown', 'object.not-found'],
  }),
};

const about = { unitId: z.uuid(), communityId: z.uuid() };
export const exposureEvents = {
  exposureProposed: event(
    'dispatch.exposure.proposed.v1',
    '提出曝光，待批准',
    z.object({ ...about, placeText: z.string(), photoIds: z.array(z.uuid()), proposedAt: z.string() }),
  ),
  exposurePublished: event(
    'dispatch.exposure.published.v1',
    '批准曝光，上台公开',
    z.object({ ...about, placeText: z.string(), problem: z.string(), publishedAt: z.string() }),
  ),
  exposureRefused: event('dispatch.exposure.refused.v1', '不予曝光', z.object({ ...about, refusedAt: z.string() })),
  exposureWithdrawn: event('dispatch.exposure.withdrawn.v1', '撤下曝光', z.object({ ...about, withdrawnAt: z.string() })),
  exposureFixed: event('dispatch.exposure.fixed.v1', '曝光的问题已整改', z.object({ ...about, result: z.string(), fixedAt: z.string() })),
};
