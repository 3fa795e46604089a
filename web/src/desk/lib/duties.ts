import type { Output } from '@wufang/api-client';

type Duty = NonNullable<Output<'dispatch.directory.get'>['rows'][number]['duties']>[number];

/** Duties that a row of the directory, or a category, may add beside those of the order's level. */
export const addableDuties = [
  'EMERG_FEEDBACK',
  'UTIL_ONSITE',
  'POLICY_ANSWER',
  'RAIN_DRAIN',
  'LIFT_TRAPPED',
  'LIFT_ONSITE',
  'LIFT_OUT',
] as const satisfies readonly Duty[];
