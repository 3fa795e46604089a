import { aggregate } from '@wufang/service';
import type { DutyPlanRow, DutyRow } from './watching.schema.js';

export const dutyPlans = aggregate<DutyPlanRow>('duty_plans', 'duty-plan');
export const duties = aggregate<DutyRow>('duties', 'duty');
