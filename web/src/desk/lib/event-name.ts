import { eventNames } from '@wufang/api-client';
import { inWords } from '../../lib/in-words.js';
import { say } from './words.js';

/** What happened, in words. Example: 'dispatch.work-order.checked-in.v1' -> 'Work order: checked in'. */
export function eventName(type: string): string {
  const [, thing = type, past = ''] = type.split('.');
  return say(eventNames[type] ?? type, `${inWords(thing)}: ${inWords(past).toLowerCase()}`);
}
