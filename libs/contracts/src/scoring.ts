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
};

/** Scoring tells nobody anything yet: rates are asked for. */
export const scoringEvents: Record<string, EventType> = {};
