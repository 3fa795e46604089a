import { z } from 'zod';
import { PlanStatement } from './cost-plans.js';
import { InstalmentView } from './instalments.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** Units that may pay in a plan without sitting at its table: another property-rights unit, a firm, a utility. */
const payingUnits = {
  rights_unit_rep: 'concerned',
  firm_manager: 'concerned',
  department_handler: 'concerned',
} as const satisfies Access;

const part = {
  ...{ planId: z.uuid(), issueId: z.uuid(), estateId: z.uuid(), title: z.string().describe('方案'), numberText: z.string() },
  ...{ payer: z.string().describe('出资方代码'), payerName: z.string(), unitId: z.uuid().describe('出资的单位') },
  amountFen: z.string().describe('本方份额'),
};

/** What a unit pays in a plan at whose table it has no seat (本单位没有席位的出资). */
export const CostPart = z.object(part).meta({ id: 'CostPart' });
export type CostPart = z.infer<typeof CostPart>;

export const OwnCostPart = z
  .object({ ...part, statement: PlanStatement, instalments: z.array(InstalmentView).describe('签署后的分期付款；未签署的没有') })
  .meta({ id: 'OwnCostPart' });
export type OwnCostPart = z.infer<typeof OwnCostPart>;

export const costParts = {
  listMyParts: operation({
    name: 'deliberation.cost-plan.my-parts',
    method: 'GET',
    path: '/api/my/cost-parts',
    summary: '本单位没有席位、但要出资的方案及本方份额；看不到议事桌',
    access: payingUnits,
    input: z.object({}),
    output: z.object({ parts: z.array(CostPart) }),
  }),
  getMyPart: operation({
    name: 'deliberation.cost-plan.my-part',
    method: 'GET',
    path: '/api/my/cost-parts/{planId}',
    summary: '本单位没有席位的一份出资：逐行列出算式的分摊说明，何时付多少；别的出资方查无此项',
    access: payingUnits,
    input: z.object({ planId: z.uuid() }),
    output: z.object({ parts: z.array(OwnCostPart) }),
    errors: ['object.not-found'],
  }),
};
