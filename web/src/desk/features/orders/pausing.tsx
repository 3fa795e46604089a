import type { Input } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { ChoiceField, instantOf, OneOf, When, Words } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useRoles } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import { keysOf, type Order } from './api.js';

const pausable: readonly Order['state'][] = ['ACCEPTED', 'HANDLING', 'JOINT', 'DELIBERATING'];
const statutory = ['STATUTORY_NOTICE', 'PUBLICITY', 'OWNERS_VOTE'] as const;
type Statutory = (typeof statutory)[number];

/**
 * The clock of an order stands still (暂停计时) for a period that the law sets, by word of a chief or leader, or goes on again; while the complainant is waited for
 * the lead itself stops it, on its job's page. Never for emergencies and utilities.
 */
export function Pausing({ order }: { order: Order }) {
  const say = useWords();
  const roles = useRoles();
  const { id, level, state } = order;
  if (!roles.includes('section_chief') && !roles.includes('street_leader')) return null;
  if (order.pausedSince !== null)
    return (
      <>
        <Command
          operation="dispatch.pause.end"
          title={say('恢复计时', 'Let the clock go on')}
          refreshes={keysOf(id)}
          note={say('办理时限按暂停的时长顺延。', 'The due time lies later by as long as it stood still.')}
          input={() => ({ id })}
        />
        {order.pauseToReview && <Review id={id} />}
      </>
    );
  if (order.openRequest !== null || order.openDisputeId !== null || level === 'E' || level === 'U' || !pausable.includes(state))
    return null;
  return (
    <Command
      operation="dispatch.pause.start"
      title={say('暂停计时', 'Stop the clock')}
      refreshes={keysOf(id)}
      note={say(
        '只为法定的通知、公示或表决期；到时自动恢复计时，诉求人会收到您写的话。',
        'For periods that the law sets alone; it goes on by itself, and the complainant gets your words.',
      )}
      input={({ until, ...filled }: { kind: Statutory; until: string; reason: string; publicText: string }) =>
        ({ id, ...filled, until: instantOf(until) }) satisfies Input<'dispatch.pause.start'>
      }
    >
      <ChoiceField name="kind" label={say('哪一种期间', 'Which period')} words={labels.pauseKind} only={statutory} />
      <When name="until" label={say('到什么时候', 'Until')} isMinute />
      <Words name="reason" label={say('理由', 'Why')} min={5} rows={2} />
      <Words name="publicText" label={say('写给诉求人的话', 'Words for the complainant')} min={5} max={2000} rows={2} />
    </Command>
  );
}

/** The lead has stopped the clock by itself to wait for the complainant; a chief says afterwards whether that was right (复核暂停). */
function Review({ id }: { id: string }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.pause.review"
      title={say('复核暂停', 'Look at the pause')}
      refreshes={keysOf(id)}
      note={say(
        '主办单位为等待诉求人自行暂停。不同意的立即恢复计时，已停的时间不补。',
        'The lead waits for the complainant. Refused, the clock goes on at once and nothing is given back.',
      )}
      input={({ granted, reason }: { granted: 'yes' | 'no'; reason: string }) => ({ id, granted: granted === 'yes', reason })}
    >
      <OneOf
        name="granted"
        label={say('是否同意', 'Is it right')}
        choices={[
          { value: 'yes', label: say('同意', 'yes') },
          { value: 'no', label: say('不同意，立即恢复计时', 'no: the clock goes on') },
        ]}
      />
      <Words name="reason" label={say('复核意见', 'Why')} min={5} rows={2} />
    </Command>
  );
}
