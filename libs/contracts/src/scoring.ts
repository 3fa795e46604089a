import { z } from 'zod';
import type { EventType } from './event.js';
import { operation } from './operation.js';

/** The three rates (三率) of one unit and period, with the counts they come from. Null when no callback is valid. */
export const Rates = z
  .object({
    unitId: z.uuid().nullable().describe('不详为 null'),
    name: z.string(),
    received: z.number().int(),
    V: z.number().int().describe('有效回访'),
    C: z.number().int().describe('联系'),
    S: z.number().int().describe('解决'),
    M: z.number().int().describe('满意'),
    B: z.number().int().describe('基本满意'),
    responseRate: z.number().nullable(),
    resolutionRate: z.number().nullable(),
    satisfactionRate: z.number().nullable(),
    composite: z.string().nullable().describe('综合成绩，两位小数'),
    note: z.enum(['ZERO_DEMAND', 'TOO_FEW']).nullable(),
  })
  .meta({ id: 'Rates' });
export type Rates = z.infer<typeof Rates>;

/** What a unit was late with: a promise (承诺) or a payment (分期付款) of a signed resolution. */
export const LateCase = z.object({
  kind: z.enum(['COMMITMENT', 'INSTALMENT']),
  id: z.uuid(),
  issueId: z.uuid().nullable().describe('较早的记录没有'),
  title: z.string().nullable().describe('议题；较早的记录没有'),
  dueAt: z.string(),
  points: z.number().int().describe('失几分'),
});

/** A unit that was late with what was signed (逾期失分), and what each figure comes from. */
export const LateParty = z
  .object({
    unitId: z.uuid(),
    name: z.string(),
    commitments: z.number().int().describe('逾期的承诺'),
    instalments: z.number().int().describe('逾期的付款'),
    points: z.number().int().describe('共失几分'),
    cases: z.array(LateCase),
  })
  .meta({ id: 'LateParty' });
export type LateParty = z.infer<typeof LateParty>;

export const scoring = {
  rates: operation({
    name: 'scoring.rates.get',
    method: 'GET',
    path: '/api/rates',
    summary: '一个考核周期内各社区或各主办单位的三率与综合成绩',
    access: {
      community_worker: 'street',
      firm_manager: 'street',
      department_handler: 'street',
      section_chief: 'street',
      street_leader: 'street',
      callback_desk: 'street',
      inspector: 'street',
      administrator: 'street',
    },
    input: z.object({ period: z.string(), by: z.enum(['community', 'unit']).default('community') }),
    output: z.object({
      period: z.string(),
      from: z.string(),
      to: z.string(),
      formulaVersion: z.string(),
      by: z.enum(['community', 'unit']),
      rows: z.array(Rates),
    }),
    errors: ['period.invalid'],
  }),
  lateParties: operation({
    name: 'scoring.late-parties.get',
    method: 'GET',
    path: '/api/late-parties',
    summary: '一个考核周期内逾期的承诺与付款：各单位几件、失几分、出自哪件议题；单位只看本单位',
    access: {
      community_worker: 'own',
      firm_manager: 'own',
      rights_unit_rep: 'own',
      owners_body_rep: 'own',
      department_handler: 'own',
      section_chief: 'street',
      street_leader: 'street',
      inspector: 'street',
    },
    input: z.object({ period: z.string() }),
    output: z.object({
      ...{ period: z.string(), from: z.string(), to: z.string() },
      pointsSource: z.string().describe('失分依据'),
      rows: z.array(LateParty),
    }),
    errors: ['period.invalid'],
  }),
};

/** Scoring tells nobody anything yet: rates are asked for. */
export const scoringEvents: Record<string, EventType> = {};
