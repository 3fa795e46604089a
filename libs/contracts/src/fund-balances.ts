import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';
import { FenAmount, streetSeat, tableReaders } from './tables.js';

/** Below which part of what was first deposited the maintenance fund of a building has to be topped up (续筹); at it, it has not. */
export const fundFloor = {
  from: '2020-05-01',
  value: { num: 30, den: 100 },
  unit: 'of the first deposit',
  source: 'L2-83',
} as const;

/** How much of the income from common parts goes to a fund below its floor before anything else. */
export const fundFirstIncome = {
  from: '2020-05-01',
  value: { num: 50, den: 100 },
  unit: 'of public income',
  source: 'L2-74',
} as const;

/** What the maintenance fund of a building, or of a whole estate, was on a day (维修资金余额), as its custodian said. */
export const FundBalance = z
  .object({
    ...{ id: z.uuid(), tableId: z.uuid(), estateId: z.uuid(), buildingId: z.uuid().nullable().describe('空为整个小区一本账') },
    ...{ firstDepositFen: z.string(), balanceFen: z.string(), statedOn: z.string(), source: z.string() },
    isBelowFloor: z.boolean().describe('低于首期应筹集金额的规定比例，应当续筹'),
    toFloorFen: z.string().describe('补足到规定比例至少还差多少'),
    isLatest: z.boolean(),
    recordedAt: z.string(),
  })
  .meta({ id: 'FundBalance' });
export type FundBalance = z.infer<typeof FundBalance>;

export const fundBalances = {
  stateFundBalance: operation({
    name: 'deliberation.fund-balance.state',
    method: 'POST',
    path: '/api/tables/{tableId}/fund-balances',
    summary: '街道录入维修资金余额：哪一栋、截至哪一天、依据什么；不足首期规定比例的，业主一方应当续筹',
    access: streetSeat,
    input: z.object({
      ...{ tableId: z.uuid(), id: z.uuid(), buildingId: z.uuid().nullable().default(null) },
      firstDepositFen: FenAmount.describe('首期应筹集金额'),
      ...{ balanceFen: FenAmount, statedOn: z.iso.date().describe('余额截至日') },
      source: z.string().trim().min(2).max(200).describe('依据，例如维修资金管理部门的对账单'),
    }),
    output: FundBalance,
    errors: ['object.not-found', 'fund.no-deposit', 'time.future', 'issue.text-private'],
    success: 201,
  }),
  listFundBalances: operation({
    name: 'deliberation.fund-balance.list',
    method: 'GET',
    path: '/api/tables/{tableId}/fund-balances',
    summary: '一个小区的维修资金余额，新的在前',
    access: tableReaders,
    input: z.object({ tableId: z.uuid() }),
    output: z.object({ balances: z.array(FundBalance) }),
    errors: ['object.not-found'],
  }),
};

export const fundBalanceEvents = {
  fundStated: event(
    'deliberation.fund-balance.stated.v1',
    '录入维修资金余额',
    z.object({
      ...{ tableId: z.uuid(), estateId: z.uuid(), buildingId: z.uuid().nullable(), place: z.string() },
      ...{ firstDepositFen: z.string(), balanceFen: z.string(), statedOn: z.string() },
      ...{ isBelowFloor: z.boolean(), toFloorFen: z.string(), dutyUnitId: z.uuid(), unitIds: z.array(z.uuid()) },
    }),
  ),
};
