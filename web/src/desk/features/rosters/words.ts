import type { Output } from '@wufang/api-client';
import { say } from '../../lib/words.js';

export type Plan = Output<'dispatch.duty-plan.list'>['plans'][number];
export type Duty = Output<'dispatch.duty.list'>['duties'][number];
type Rule = Plan['rule'];

/** Everything of duties and their plans: asked anew after a change. */
export const rosterKeys = [['rosters']] as const;

/** Example: 18:00 至次日 08:00. */
export const hoursText = ({ startsAt, endsAt }: Rule): string =>
  endsAt > startsAt ? `${startsAt}–${endsAt}` : say(`${startsAt} 至次日 ${endsAt}`, `${startsAt} until ${endsAt} the next day`);
