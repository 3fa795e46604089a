import { z } from 'zod';
import { HomeNature } from './enums.js';
import { AreaSource } from './votes.js';

/** Who may pay (出资方). OWNERS stands for all owners together; their part is spread over the homes. */
export const payerKinds = [
  'OWNERS',
  'MAINTENANCE_FUND',
  'PROPERTY_RIGHTS_UNIT',
  'DEVELOPER',
  'PROPERTY_FIRM',
  'STREET',
  'COMMUNITY_FUND',
  'DONOR',
  'UTILITY',
  'LIABLE_PERSON',
] as const;
export const PayerKind = z.enum(payerKinds).meta({ id: 'PayerKind' });
export type PayerKind = z.infer<typeof PayerKind>;

/** As what a payer pays: one unit may pay as owner of unsold homes, as selling unit and of its own will. */
export const payerCapacities = ['DUTY', 'GRANT', 'AGREED', 'SELLING_UNIT', 'OWNER'] as const;
export const PayerCapacity = z.enum(payerCapacities).meta({ id: 'PayerCapacity' });
export type PayerCapacity = z.infer<typeof PayerCapacity>;

/** What the works are; changing the use of common parts and rebuilding need the owners' vote whoever pays (民法典第二百七十八条). */
export const workKinds = ['REPAIR', 'CHANGE_USE', 'REBUILD'] as const;
export const WorkKind = z.enum(workKinds).meta({ id: 'WorkKind' });
export type WorkKind = z.infer<typeof WorkKind>;

/** Why an item is one body's own duty and is shared with nobody (住宅专项维修资金管理办法第二十五条). */
export const soleDuties = ['UTILITY_NETWORK', 'WARRANTY', 'CONTRACT', 'DAMAGE'] as const;
export const SoleDuty = z.enum(soleDuties).meta({ id: 'SoleDuty' });
export type SoleDuty = z.infer<typeof SoleDuty>;

/** How the homes share: by law, or as they agreed otherwise. */
export const homesRules = ['STATUTORY', 'AREA', 'EQUAL', 'WEIGHTS'] as const;
export const HomesRule = z.enum(homesRules).meta({ id: 'HomesRule' });
export type HomesRule = z.infer<typeof HomesRule>;

/**
 * To whom a left-over fen goes first among homes of equal remainders: to the larger area. A plan that names no rule was drawn before there was one to name,
 * and keeps what it was computed by, the larger weight of its level: its amounts have been posted and signed.
 */
export const TieRule = z.enum(['AREA']).meta({ id: 'TieRule' });
export type TieRule = z.infer<typeof TieRule>;

export const grantKinds = ['FIXED', 'UP_TO', 'RATIO'] as const;
export const GrantKind = z.enum(grantKinds).meta({ id: 'GrantKind' });
export type GrantKind = z.infer<typeof GrantKind>;

/** Where the owners' money comes from: what is deposited in the fund, or new money. */
export const ownersMoney = ['FUND', 'DIRECT'] as const;
export const OwnersMoney = z.enum(ownersMoney).meta({ id: 'OwnersMoney' });
export type OwnersMoney = z.infer<typeof OwnersMoney>;

export const fundCustodians = ['CITY_FUND_CENTRE', 'OWNERS_ASSEMBLY', 'PROPERTY_RIGHTS_UNIT', 'NONE'] as const;
export const FundCustodian = z.enum(fundCustodians).meta({ id: 'FundCustodian' });
export type FundCustodian = z.infer<typeof FundCustodian>;

export const scopeLevels = ['STAIRWELL', 'BUILDING', 'ESTATE'] as const;
export const ScopeLevel = z.enum(scopeLevels).meta({ id: 'ScopeLevel' });
export type ScopeLevel = z.infer<typeof ScopeLevel>;

/** What a party said of the plan (表态). */
export const positions = ['AGREE', 'AGREE_WITH_CONDITION', 'DISAGREE', 'ABSTAIN', 'ABSENT'] as const;
export const Position = z.enum(positions).meta({ id: 'Position' });
export type Position = z.infer<typeof Position>;

/** The six cases of emergency use of the fund and old lifts (应急使用维修资金). */
export const emergencyCases = [
  'ROOF_LEAK',
  'LIFT_DANGER',
  'WATER_PUMP',
  'FACADE_FALLING',
  'DRAIN_BURST',
  'FIRE_SYSTEM',
  'OLD_LIFT',
] as const;
export const EmergencyCase = z.enum(emergencyCases).meta({ id: 'EmergencyCase' });
export type EmergencyCase = z.infer<typeof EmergencyCase>;

/** What is laid on the table for a line (凭据). */
export const paperKinds = ['APPROVAL', 'LETTER', 'POOL_APPROVAL', 'GRANT_LETTER', 'SIGNED_NOT_IN_CONTRACT', 'OWNER_CONSENT'] as const;
export const PaperKind = z.enum(paperKinds).meta({ id: 'PaperKind' });
export type PaperKind = z.infer<typeof PaperKind>;

/** Gates that have to be passed before a line counts as confirmed. */
export const gateCodes = [
  'VOTE_FUND',
  'VOTE_NEW_MONEY',
  'VOTE_REBUILD',
  'VOTE_CHANGE_USE',
  'COUNTED_AS_OWNER',
  'UNIT_APPROVAL',
  'UNIT_LETTER',
  'POOL_APPROVAL',
  'FIRM_SIGNED',
  'GRANT_LETTER',
  'POSITION',
  'HOMES_NAMED',
] as const;
export const GateCode = z.enum(gateCodes).meta({ id: 'GateCode' });
export type GateCode = z.infer<typeof GateCode>;

const name = z.string().trim().min(1).max(100);
const FenText = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})$/, '金额是以分为单位的整数文本，例如 "1234567" 即 ¥12,345.67')
  .describe('以分为单位的十进制文本');
export const RatioText = z
  .string()
  .regex(/^(\d{1,3}(\.\d{1,4})?%|[1-9]\d{0,8}\/[1-9]\d{0,8})$/, '比例写成 "12.5%" 或 "1/3"')
  .describe('百分数或分数，例如 12.5%、1/3');
const AreaHundredths = z.number().int().min(0).max(99_999_999_999).describe('以 0.01 平方米为单位的整数；0 或不填即面积不明');

export const PlanPayer = z.strictObject({ code: name, kind: PayerKind, name });
export const PlanItem = z.strictObject({
  name,
  amountFen: FenText,
  work: WorkKind,
  duty: z.strictObject({ kind: SoleDuty, payer: name }).nullable(),
});
/** Homes of one nature and one owner or selling unit (产权归属). */
export const PlanGroup = z.strictObject({
  code: name,
  name,
  nature: HomeNature,
  /** Who owns all homes of the group: the unit of unsold public homes, the developer of unsold commodity homes. */
  owner: name.nullable(),
  deposits: z.strictObject({ sellingUnit: name, sellingUnitFen: FenText, ownersFen: FenText }).nullable(),
});
export const PlanHome = z.strictObject({
  code: name,
  building: name.nullable(),
  stairwell: name.nullable(),
  group: name,
  areaHundredths: AreaHundredths.nullable(),
  areaSource: AreaSource.nullable(),
  weight: z.number().int().min(0).max(1_000_000).nullable().optional().describe('约定系数'),
  fundBalanceFen: FenText.nullable().optional().describe('本户维修资金余额；不填即不按户核对余额'),
});
export const PlanGrant = z.strictObject({
  priority: z.number().int().min(1).max(99),
  payer: name,
  kind: GrantKind,
  amountFen: FenText.nullable().optional().describe('定额'),
  ratio: RatioText.nullable().optional().describe('占分摊总额的比例'),
  capFen: FenText.nullable().optional().describe('上限'),
});
export const PlanScenario = z.strictObject({
  name,
  grants: z.array(PlanGrant).max(50),
  agreement: z
    .strictObject({
      document: name,
      parts: z
        .array(z.strictObject({ payer: name, ratio: RatioText }))
        .min(1)
        .max(50),
    })
    .nullable(),
  homesRule: HomesRule,
  /** The agreement by which homes share otherwise than by law. */
  homesAgreement: name.nullable(),
  ownersMoney: OwnersMoney,
});
export const PlanEvidence = z.strictObject({
  positions: z.array(z.strictObject({ payer: name, position: Position })).max(100),
  votes: z
    .array(
      z.strictObject({
        item: z.number().int().min(5).max(8).describe('民法典第二百七十八条第一款的项'),
        isPassed: z.boolean(),
        countsUnsold: z.boolean(),
        document: name,
      }),
    )
    .max(20),
  emergency: z.strictObject({ case: EmergencyCase, proof: name, noticePostedOn: z.iso.date().nullable() }).nullable(),
  papers: z
    .array(
      z.strictObject({
        payer: name.describe('出资方；OWNER_CONSENT 时为房屋代码'),
        kind: PaperKind,
        document: name,
        amountFen: FenText.nullable().optional(),
        budgetSource: name.nullable().optional(),
      }),
    )
    .max(20_000),
});

/** A cost-share plan (分摊方案) as it is stored, sent and read from a file: what the shares are computed from, and nothing that is computed. */
export const CostSharePlan = z
  .strictObject({
    title: name,
    scope: z.strictObject({ level: ScopeLevel, estate: name, building: name.nullable(), stairwell: name.nullable() }),
    fundCustodian: FundCustodian,
    items: z.array(PlanItem).min(1).max(200),
    payers: z.array(PlanPayer).max(100),
    groups: z.array(PlanGroup).max(50),
    homes: z.array(PlanHome).max(50_000),
    /** Ways of paying for it, to be laid side by side; one of them is signed. */
    scenarios: z.array(PlanScenario).min(1).max(12),
    tieRule: TieRule.optional().describe('分到户的尾差，余数相同时先补面积大者；没有这一项的旧方案先补权数大者'),
    evidence: PlanEvidence.nullable().optional(),
  })
  .meta({ id: 'CostSharePlan' });
export type CostSharePlan = z.infer<typeof CostSharePlan>;

/** From what total on how many offers have to be laid on the table (比价). */
export const quotesNeeded = {
  from: '2020-01-01',
  value: { aboveFen: '5000000', quotes: 2 },
  unit: 'offers above so many fen',
  source: 'P (domain rules 4.7)',
} as const;

/** The most that may be kept back until the warranty ends (质保金), and how far a settlement may exceed the plan before it goes back to the table. */
export const retentionCap = {
  from: '2017-07-01',
  value: { num: 3, den: 100 },
  unit: 'of the settled price',
  source: '建质〔2017〕138号-7, K',
} as const;
export const settlementTolerance = { from: '2020-01-01', value: { num: 1, den: 10 }, unit: 'of the planned amount', source: 'P' } as const;
