import { z } from 'zod';
import { EstateType, HomeNature, UnitKind } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { OfficePhone } from './resources.js';
import { TimeLimit } from './time-limits.js';
import { AreaSource } from './votes.js';

export const Unit = z
  .object({ id: z.uuid(), name: z.string(), kind: UnitKind, parentName: z.string().nullable(), dutyPhone: z.string().nullable() })
  .meta({ id: 'Unit' });
export type Unit = z.infer<typeof Unit>;

export const Estate = z
  .object({
    id: z.uuid(),
    name: z.string(),
    communityId: z.uuid(),
    type: EstateType,
    builtYear: z.number().int().nullable(),
    firmId: z.uuid().nullable(),
    rightsUnitId: z.uuid().nullable(),
    ownersBody: z.enum(['OWNERS_COMMITTEE', 'PROPERTY_MGMT_COMMITTEE']).nullable(),
    fundCustodian: z.string().nullable(),
    homes: z.number().int(),
  })
  .meta({ id: 'Estate' });
export type Estate = z.infer<typeof Estate>;

export const Building = z
  .object({
    id: z.uuid(),
    estateId: z.uuid(),
    name: z.string(),
    stairwells: z.number().int(),
    floors: z.number().int(),
    hasLift: z.boolean(),
  })
  .meta({ id: 'Building' });
export type Building = z.infer<typeof Building>;

/** Who looks after a building (楼栋管片员), and where residents reach them. */
export const BuildingKeeper = z
  .object({ accountId: z.string(), officePhone: z.string().nullable().describe('办公电话，不是个人手机') })
  .meta({ id: 'BuildingKeeper' });
export type BuildingKeeper = z.infer<typeof BuildingKeeper>;

/** A point with a QR code: a lift, a gate, a notice board. */
export const Place = z
  .object({
    code: z.string(),
    name: z.string(),
    communityId: z.uuid().nullable(),
    estateId: z.uuid().nullable(),
    buildingId: z.uuid().nullable(),
    stairwell: z.string().nullable(),
  })
  .meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;

export const HolidayYear = z.object({
  year: z.number().int(),
  papers: z.array(z.string()),
  days: z.array(z.object({ name: z.string(), date: z.string(), isOffDay: z.boolean() })),
});
export type HolidayYear = z.infer<typeof HolidayYear>;

/** A year of the working calendar as it is published; provisional (暂定) as long as no notice is known. */
export const PublishedYear = HolidayYear.extend({ version: z.number().int(), provisional: z.boolean() }).meta({ id: 'PublishedYear' });
export type PublishedYear = z.infer<typeof PublishedYear>;

/** A time-limit table as it was published; of those whose day has come the latest counts. */
export const PublishedTimeLimits = z
  .object({ version: z.number().int(), from: z.string(), publishedAt: z.string(), publishedBy: z.string(), rows: z.array(TimeLimit) })
  .meta({ id: 'PublishedTimeLimits' });
export type PublishedTimeLimits = z.infer<typeof PublishedTimeLimits>;

export const RowFault = z.object({ sheet: z.string(), row: z.number().int(), reason: z.string() }).meta({ id: 'RowFault' });
export type RowFault = z.infer<typeof RowFault>;

export const RegistryImport = z
  .object({
    id: z.uuid(),
    state: z.enum(['RUNNING', 'DONE', 'FAILED']),
    rowsTotal: z.number().int(),
    rowsDone: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    faults: z.array(RowFault),
    error: z.string().nullable(),
  })
  .meta({ id: 'RegistryImport' });
export type RegistryImport = z.infer<typeof RegistryImport>;

/**
 * A home as the table of five parties may know it: ids, measures and money, no door and no name. `ordinal` is its rank among the homes of the estate in the
 * order of their doors, the last tie-break of shares; it is told anew where a home has come in before it.
 */
export const MeasuredHome = z
  .object({
    homeId: z.uuid(),
    stairwell: z.string(),
    ordinal: z.number().int().positive(),
    areaHundredths: z.number().int().positive(),
    areaSource: AreaSource,
    nature: HomeNature,
    ownerId: z.uuid().describe('业主编号；单位即单位编号'),
    isUnit: z.boolean().describe('业主是登记的单位'),
    ownerDepositFen: z.string(),
    sellerDepositFen: z.string(),
  })
  .meta({ id: 'MeasuredHome' });
export type MeasuredHome = z.infer<typeof MeasuredHome>;

const overseers = { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' } as const;
const everyone = {
  phone_desk: 'street',
  community_worker: 'street',
  firm_handler: 'street',
  firm_manager: 'street',
  rights_unit_rep: 'street',
  owners_body_rep: 'street',
  department_handler: 'street',
  section_chief: 'street',
  street_leader: 'street',
  callback_desk: 'street',
  inspector: 'street',
  administrator: 'street',
} as const;

export const registry = {
  openStreet: operation({
    name: 'registry.street.open',
    method: 'POST',
    path: '/api/streets',
    summary: '登记一个街道，带上工作日历和时限表',
    access: { administrator: 'street' },
    input: z.object({
      id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
      name: z.string().min(2),
      district: z.string().min(2),
      timeLimits: z.array(TimeLimit).optional(),
    }),
    output: z.object({ id: z.string(), name: z.string() }),
    errors: ['street.exists'],
    success: 201,
    streetIn: 'id',
  }),
  listUnits: operation({
    name: 'registry.unit.list',
    method: 'GET',
    path: '/api/units',
    summary: '单位名册',
    access: everyone,
    input: z.object({ kind: UnitKind.optional() }),
    output: z.object({ units: z.array(Unit) }),
  }),
  listEstates: operation({
    name: 'registry.estate.list',
    method: 'GET',
    path: '/api/estates',
    summary: '小区名册',
    access: everyone,
    input: z.object({ communityId: z.uuid().optional() }),
    output: z.object({ estates: z.array(Estate) }),
  }),
  estateNames: operation({
    name: 'registry.estate.names',
    method: 'GET',
    path: '/api/estate-names',
    summary: '小区的名称，供看不到小区名册的业主、计票小组和市民监督员；名册的其他内容不在其中',
    access: { resident: 'street', counting_group: 'street', citizen_supervisor: 'street' },
    input: z.object({}),
    output: z.object({ estates: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  }),
  buildingNames: operation({
    name: 'registry.building.names',
    method: 'GET',
    path: '/api/estates/{estateId}/building-names',
    summary: '小区楼栋的名称，供看不到小区名册的业主、计票小组和市民监督员',
    access: { resident: 'street', counting_group: 'street', citizen_supervisor: 'street' },
    input: z.object({ estateId: z.uuid() }),
    output: z.object({ buildings: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  }),
  listBuildings: operation({
    name: 'registry.building.list',
    method: 'GET',
    path: '/api/estates/{estateId}/buildings',
    summary: '小区的楼栋',
    access: everyone,
    input: z.object({ estateId: z.uuid() }),
    output: z.object({ buildings: z.array(Building.extend({ keeper: BuildingKeeper.nullable().describe('楼栋管片员') })) }),
  }),
  setKeeper: operation({
    name: 'registry.building.set-keeper',
    method: 'PUT',
    path: '/api/buildings/{buildingId}/keeper',
    summary: '指定楼栋管片员和办公电话，居民扫码看得到；写 null 即撤下。社区只管本社区的楼',
    access: { community_worker: 'concerned', section_chief: 'street', administrator: 'street' },
    input: z.object({
      buildingId: z.uuid(),
      accountId: z.string().min(1).max(100).nullable().describe('街道账号；null 即撤下'),
      officePhone: OfficePhone.nullable().default(null),
    }),
    output: z.object({ buildingId: z.uuid(), keeper: BuildingKeeper.nullable() }),
    errors: ['object.not-found'],
  }),
  listHomes: operation({
    name: 'registry.building.homes',
    method: 'GET',
    path: '/api/buildings/{buildingId}/homes',
    summary: '一栋楼的房屋编号与门牌，供电话受理员问清楼门户、社区列重点户；没有户主信息',
    access: { phone_desk: 'street', community_worker: 'concerned', section_chief: 'street', administrator: 'street' },
    input: z.object({ buildingId: z.uuid() }),
    output: z.object({ homes: z.array(z.object({ id: z.uuid(), stairwell: z.string(), room: z.string() })) }),
    errors: ['object.not-found'],
  }),
  estateRoll: operation({
    name: 'registry.estate.roll',
    method: 'GET',
    path: '/api/estates/{estateId}/roll',
    summary: '小区房屋、面积与业主人数合计（同名同电话为同一业主）',
    access: overseers,
    input: z.object({ estateId: z.uuid() }),
    output: z.object({
      homes: z.number().int(),
      areaHundredths: z.number().int().describe('以 0.01 平方米为单位的整数'),
      heads: z.number().int(),
      byNature: z.array(z.object({ nature: HomeNature, homes: z.number().int(), areaHundredths: z.number().int() })),
    }),
  }),
  importRegistry: operation({
    name: 'registry.import.start',
    method: 'POST',
    path: '/api/registry/imports',
    summary: '导入单位、小区、楼栋、房屋（.xlsx）；重复导入不产生变化',
    access: { administrator: 'street' },
    input: z.object({ fileName: z.string(), file: z.base64() }),
    output: RegistryImport,
    errors: ['file.unreadable', 'file.old-excel', 'file.no-header'],
    success: 202,
    upload: true,
    timeoutMs: 60_000,
  }),
  importProgress: operation({
    name: 'registry.import.progress',
    method: 'GET',
    path: '/api/registry/imports/{id}',
    summary: '导入进度与有误的行',
    access: { administrator: 'street' },
    input: z.object({ id: z.uuid() }),
    output: RegistryImport,
  }),
  createPlace: operation({
    name: 'registry.place.create',
    method: 'POST',
    path: '/api/places',
    summary: '登记一个点位，得到它的二维码编号',
    access: { administrator: 'street', community_worker: 'street' },
    input: z.object({
      id: z.uuid(),
      name: z.string().min(2).max(80),
      communityId: z.uuid().optional(),
      estateId: z.uuid().optional(),
      buildingId: z.uuid().optional(),
      stairwell: z.string().max(20).optional(),
    }),
    output: Place,
    success: 201,
  }),
  getPlace: operation({
    name: 'registry.place.get',
    method: 'GET',
    path: '/api/public/{streetId}/places/{code}',
    summary: '扫码得到点位，用来预填地点',
    access: 'public',
    input: z.object({ streetId: z.string(), code: z.string().max(40) }),
    output: Place.extend({
      communityName: z.string().nullable(),
      estateName: z.string().nullable(),
      keeper: z.object({ name: z.string(), officePhone: z.string().nullable() }).nullable().describe('这栋楼的管片员'),
    }),
    errors: ['place.unknown'],
    namesPeople: true,
  }),
  listTimeLimits: operation({
    name: 'registry.time-limits.list',
    method: 'GET',
    path: '/api/time-limits',
    summary: '发布过的时限表，新的在前，最多二十版',
    access: overseers,
    input: z.object({}),
    output: z.object({ tables: z.array(PublishedTimeLimits) }),
  }),
  publishTimeLimits: operation({
    name: 'registry.time-limits.publish',
    method: 'PUT',
    path: '/api/time-limits',
    summary: '发布时限表，自某日起生效；已有时限不变',
    access: { administrator: 'street' },
    input: z.object({ from: z.iso.date(), rows: z.array(TimeLimit).min(1) }),
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['time-limits.invalid'],
  }),
  listCalendars: operation({
    name: 'registry.calendar.list',
    method: 'GET',
    path: '/api/calendars',
    summary: '各年的节假日与调休；没有放假通知的年份为暂定',
    access: overseers,
    input: z.object({}),
    output: z.object({ calendars: z.array(PublishedYear) }),
  }),
  publishCalendar: operation({
    name: 'registry.calendar.publish',
    method: 'PUT',
    path: '/api/calendars/{year}',
    summary: '发布一年的节假日与调休；触及该年的暂定时限重新计算并留痕',
    access: { administrator: 'street' },
    input: HolidayYear.extend({ year: z.coerce.number().int().min(2007).max(2100) }),
    output: z.object({ year: z.number().int(), version: z.number().int(), provisional: z.boolean() }),
  }),
};

export const registryEvents = {
  streetOpened: event('registry.street.opened.v1', '街道登记', z.object({ name: z.string(), district: z.string() })),
  unitRegistered: event('registry.unit.registered.v1', '单位登记或变更', Unit.omit({ dutyPhone: true })),
  estateRegistered: event('registry.estate.registered.v1', '小区登记或变更', Estate),
  buildingRegistered: event('registry.building.registered.v1', '楼栋登记或变更', Building),
  keeperSet: event(
    'registry.building.keeper-set.v1',
    '指定或撤下楼栋管片员',
    z.object({ buildingId: z.uuid(), estateId: z.uuid(), accountId: z.string().nullable(), setAt: z.string() }),
  ),
  placeRegistered: event('registry.place.registered.v1', '点位登记', Place),
  homesImported: event(
    'registry.homes.imported.v1',
    '房屋导入完成（只有数量，和全部房屋的摘要）',
    z.object({ estateId: z.uuid(), homes: z.number().int(), rollHash: z.string() }),
  ),
  homesListed: event(
    'registry.estate.homes-listed.v1',
    '一栋楼各楼门的房屋（只有编号）',
    z.object({
      estateId: z.uuid(),
      buildingId: z.uuid(),
      stairwells: z.array(z.object({ stairwell: z.string(), homeIds: z.array(z.uuid()) })),
    }),
  ),
  homesMeasured: event(
    'registry.estate.homes-measured.v1',
    '一栋楼房屋的面积、性质、业主编号与交存（没有门牌和姓名），有变化才再说；大楼分几次说',
    z.object({ estateId: z.uuid(), buildingId: z.uuid(), hash: z.string(), homes: z.array(MeasuredHome).max(500) }),
  ),
  timeLimitsPublished: event(
    'registry.time-limits.published.v1',
    '时限表发布',
    z.object({ limitsVersion: z.number().int(), from: z.string(), rows: z.array(TimeLimit) }),
  ),
  calendarPublished: event(
    'registry.calendar.published.v1',
    '工作日历发布',
    HolidayYear.extend({ calendarVersion: z.number().int(), provisional: z.boolean() }),
  ),
};
