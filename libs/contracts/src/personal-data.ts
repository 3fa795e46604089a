import { z } from 'zod';
import { CallbackState, Channel, DemandState, ErasureBasis, ErasureState, HomeNature, Satisfaction } from './enums.js';
import { event } from './event.js';
import { Category, PlaceRef } from './intake.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** Everything kept about one person who called, as it is handed to that person; whoever else took part is not in it. */
export const PersonalCopy = z
  .object({
    demands: z.array(
      z.object({
        id: z.uuid(),
        no: z.string(),
        channel: Channel,
        state: DemandState,
        receivedAt: z.string(),
        callerName: z.string().nullable(),
        callerPhone: z.string().nullable(),
        room: z.string().nullable(),
        title: z.string().nullable(),
        content: z.string().nullable(),
        point: z.string().nullable(),
        otherCells: z.record(z.string(), z.string()).describe('热线导出表中其余的列'),
        category: Category.nullable(),
        place: PlaceRef,
        told: z.string().nullable().describe('研判时的告知'),
        erasure: ErasureState.nullable(),
        photos: z.array(z.object({ id: z.uuid(), bytes: z.number().int(), addedAt: z.string() })),
        callbacks: z.array(
          z.object({
            openedAt: z.string(),
            state: CallbackState,
            contacted: z.boolean().nullable(),
            solved: z.boolean().nullable(),
            satisfaction: Satisfaction.nullable(),
            recordedAt: z.string().nullable(),
            remark: z.string().nullable(),
            attempts: z.array(z.object({ at: z.string(), note: z.string().nullable() })),
          }),
        ),
        timeline: z.array(z.object({ at: z.string(), text: z.string() })),
        readBy: z.array(z.object({ at: z.string(), roles: z.array(z.string()), purpose: z.string() })).describe('谁在何时因何看过明文'),
      }),
    ),
    waitingRows: z.array(z.object({ sheetRow: z.number().int(), cells: z.record(z.string(), z.string()) })).describe('导入时待更正的行'),
  })
  .meta({ id: 'PersonalCopy' });
export type PersonalCopy = z.infer<typeof PersonalCopy>;

/** What the register keeps of one person: as owner of homes, and as the contact person of units. */
export const RegisteredPerson = z
  .object({
    records: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['OWNER', 'CONTACT']).describe('业主，或单位联系人'),
        name: z.string().nullable(),
        phone: z.string().nullable(),
        erasure: ErasureState.nullable(),
        homes: z.array(
          z.object({
            homeId: z.uuid(),
            estateName: z.string(),
            buildingName: z.string(),
            stairwell: z.string(),
            room: z.string(),
            areaHundredths: z.number().int(),
            nature: HomeNature,
            ownerDepositFen: z.string(),
            sellerDepositFen: z.string(),
          }),
        ),
        contactOf: z.array(z.string()).describe('作为联系人的单位'),
      }),
    ),
    readBy: z.array(z.object({ at: z.string(), roles: z.array(z.string()), purpose: z.string() })).describe('谁在何时因何看过明文'),
  })
  .meta({ id: 'RegisteredPerson' });
export type RegisteredPerson = z.infer<typeof RegisteredPerson>;

/** Clear data in bulk, and what cannot be taken back: the chief of the section answers for it, not the administrator of the system. */
const chief: Access = { section_chief: 'street' };
const person = {
  phone: z.string().trim().min(5).max(20).optional().describe('来电人电话：他的全部诉求；与 no 二选一'),
  no: z.string().trim().max(40).optional().describe('诉求编号：只这一件；与 phone 二选一'),
  identityCheck: z.string().trim().min(2).max(200).describe('怎样核验了申请人就是本人；留痕'),
};
const registered = {
  phone: z.string().trim().min(5).max(20).optional().describe('登记的电话；与 homeId 二选一'),
  homeId: z.uuid().optional().describe('房屋：登记的业主没有电话时；与 phone 二选一'),
  identityCheck: person.identityCheck,
};

export const personalData = {
  exportPerson: operation({
    name: 'intake.person.export',
    method: 'POST',
    path: '/api/persons/export',
    summary: '应本人请求，导出其全部个人信息（个人信息保护法第四十五条）；每件留痕',
    access: chief,
    input: z.object(person),
    output: PersonalCopy,
    errors: ['person.unknown'],
    isSecret: true,
    timeoutMs: 30_000,
  }),
  erasePerson: operation({
    name: 'intake.person.erase',
    method: 'POST',
    path: '/api/persons/erase',
    summary: '删除诉求人的个人信息（个人信息保护法第四十七条）；未办结的先限制处理，办结后自动删除；不可撤回',
    access: chief,
    input: z.object({ ...person, basis: ErasureBasis }),
    output: z.object({
      erased: z.array(z.string()).describe('已删除的诉求编号'),
      restricted: z.array(z.string()).describe('尚未办结、办结后自动删除的诉求编号'),
      waitingRows: z.number().int().describe('导入时待更正的行：先更正，再删除'),
    }),
    errors: ['person.unknown'],
    timeoutMs: 30_000,
  }),
  exportRegistered: operation({
    name: 'registry.person.export',
    method: 'POST',
    path: '/api/persons/register/export',
    summary: '应本人请求，导出名册中关于其本人的全部信息（业主、单位联系人）；留痕',
    access: chief,
    input: z.object(registered),
    output: RegisteredPerson,
    errors: ['person.unknown'],
    isSecret: true,
    timeoutMs: 30_000,
  }),
  eraseRegistered: operation({
    name: 'registry.person.erase',
    method: 'POST',
    path: '/api/persons/register/erase',
    summary: '删除名册中的个人信息；仍有房屋的业主先限制处理，全部房屋转移登记后自动删除；不可撤回',
    access: chief,
    input: z.object({ ...registered, basis: ErasureBasis }),
    output: z.object({
      erased: z.number().int().describe('已删除的登记'),
      restricted: z.number().int().describe('仍是业主、房屋全部转移后自动删除的登记'),
      homes: z.number().int().describe('其名下的房屋'),
    }),
    errors: ['person.unknown'],
    timeoutMs: 30_000,
  }),
};

export const personalDataEvents = {
  personExported: event('intake.demand.person-exported.v1', '应本人请求导出其个人信息', z.object({ identityCheck: z.string() })),
  personRestricted: event(
    'intake.demand.person-restricted.v1',
    '本人请求删除，办结前限制处理',
    z.object({ basis: ErasureBasis, identityCheck: z.string() }),
  ),
  personErased: event(
    'intake.demand.person-erased.v1',
    '个人信息已删除：密钥销毁，照片、回访备注和检索码一并删除',
    z.object({ basis: ErasureBasis.nullable(), identityCheck: z.string().nullable() }),
  ),
  registeredExported: event(
    'registry.street.person-exported.v1',
    '应本人请求导出名册中的个人信息',
    z.object({ personIds: z.array(z.uuid()), identityCheck: z.string() }),
  ),
  registeredRestricted: event(
    'registry.street.person-restricted.v1',
    '业主请求删除，房屋全部转移前限制处理',
    z.object({ personIds: z.array(z.uuid()), basis: ErasureBasis, identityCheck: z.string() }),
  ),
  registeredErased: event(
    'registry.street.person-erased.v1',
    '名册中的个人信息已删除：密钥和检索码一并销毁',
    z.object({ personIds: z.array(z.uuid()), basis: ErasureBasis.nullable(), identityCheck: z.string().nullable() }),
  ),
  remarkErased: event('intake.callback.remark-erased.v1', '回访备注已删除', z.object({})),
};
