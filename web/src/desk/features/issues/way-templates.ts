import type { Filled } from './draft.js';

type Way = Filled['scenarios'][number];

const shared = { homesRule: 'STATUTORY' as const };
const parts = (...of: [string, string][]) => of.map(([payer, ratio]) => ({ payer, ratio }));

/**
 * Ways of paying that occur again and again (常见出资办法; domain rules 3.7), as starting points of a form: every ratio in them is an example, and what the parties agree on
 * takes its place. The fund ratio (售房单位与业主按维修资金交存比例) is the law's own rule, so that it names no ratios at all.
 */
export const wayTemplates: readonly { name: string; english: string; way: Way }[] = [
  {
    name: '产权单位全额出资',
    english: 'All by the rights unit',
    way: { ...shared, name: '产权单位全额出资', document: '产权单位出资函', ownersMoney: 'FUND', parts: parts(['产权单位', '100%']) },
  },
  {
    name: '产权单位与街道分担',
    english: 'Rights unit and street',
    way: {
      ...shared,
      name: '产权单位与街道分担',
      document: '产权单位与街道协议',
      ownersMoney: 'FUND',
      parts: parts(['产权单位', '50%'], ['街道', '50%']),
    },
  },
  {
    name: '按维修资金交存比例',
    english: 'By the deposits of the fund',
    way: { ...shared, name: '按维修资金交存比例', ownersMoney: 'FUND' },
  },
  {
    name: '民生项目池全额出资',
    english: 'All by the street’s pool',
    way: { ...shared, name: '民生项目池全额出资', document: '民生项目池批复', ownersMoney: 'FUND', parts: parts(['街道', '100%']) },
  },
  {
    name: '四方分担',
    english: 'Four parties',
    way: {
      ...shared,
      name: '四方分担',
      document: '四方协议',
      ownersMoney: 'FUND',
      parts: parts(['产权单位', '50%'], ['街道', '25%'], ['物业', '10%'], ['业主', '15%']),
    },
  },
];

/** The templates all of whose payers are there to choose. Example: no rights unit at the table -> none that has it pay. */
export const fittingTemplates = (payers: readonly { value: string }[]) =>
  wayTemplates.filter(({ way }) => (way.parts ?? []).every(({ payer }) => payers.some(({ value }) => value === payer)));
