import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../lib/client.js';
import { clockText, dueText, untilText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useAccountId, useUnitIds } from '../lib/me.js';
import { useNow } from '../lib/now.js';
import { colours } from '../lib/theme.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { instantOf, When, Words } from './fields.js';
import { Mark } from './mark.js';

export type Supervision = Output<'dispatch.supervision.list'>['supervisions'][number];
type Order = Pick<Output<'dispatch.work-order.get'>, 'id' | 'leadUnitId' | 'aboutUnitId'>;

/** What is asked anew after a step of a supervision. */
export const supervisionKeys = (orderId: string) => [['supervisions'], ['hands', orderId], ['decisions']];

/** The supervisions of an order (督办), the newest first; not every role may look, and a page then does without. */
export const useSupervisions = (orderId: string) =>
  useQuery({
    queryKey: ['supervisions', orderId],
    queryFn: async ({ signal }) => {
      const { supervisions } = await call('dispatch.supervision.list', { orderId, limit: 50 }, { signal });
      return [...supervisions].sort((a, b) => b.issuedAt.localeCompare(a.issuedAt));
    },
    refetchInterval: 15_000,
    retry: false,
  });

/** Each supervision with its own clock, what was demanded and replied, and what one may do about it: the lead replies; who supervises lifts it or sends it back. */
export function Supervisions({ order, supervisions }: { order: Order; supervisions: readonly Supervision[] }) {
  return (
    <ul className="decisions">
      {supervisions.map((one) => (
        <li key={one.id}>
          <Standing one={one} />
          <Acts one={one} order={order} />
        </li>
      ))}
    </ul>
  );
}

/** How a supervision stands: its clock while a reply is owed, what was asked, what was said. */
export function Standing({ one }: { one: Supervision }) {
  const say = useWords();
  const now = useNow(30_000);
  const accountId = useAccountId();
  const { state, trigger, demand, dueAt, reply, repliedAt, isRepliedInTime, issuedAt, issuedBy } = one;
  const isLate = state === 'OWED' && Date.parse(dueAt) < now;
  return (
    <>
      <Mark tone={isLate ? 'bad' : state === 'LIFTED' ? 'good' : 'plain'}>{labels.supervisionState[state]}</Mark>
      <Mark>{labels.supervisionTrigger[trigger]}</Mark>
      <span className="quiet">
        {trigger === 'URGED'
          ? say('自动督办于', 'Supervised by itself since')
          : issuedBy === accountId
            ? say('您督办于', 'You supervise since')
            : say('街道督办于', 'The street supervises since')}{' '}
        {clockText(issuedAt)}
      </span>
      <div>
        {say('要求', 'Demand')}：{demand}
      </div>
      {state === 'OWED' && (
        <div style={{ color: isLate ? colours.overdue : colours.quiet }}>
          {say('应于', 'Reply due')} {dueText(dueAt)} {say('前回复', '')}（{untilText(dueAt, now)}）
        </div>
      )}
      {reply !== null && (
        <div>
          {say('回复', 'Reply')} {clockText(repliedAt)}
          {isRepliedInTime === false && <> {say('（逾期）', '(late)')}</>}：{reply}
        </div>
      )}
    </>
  );
}

function Acts({ one: { id, state }, order }: { one: Supervision; order: Order }) {
  const say = useWords();
  const units = useUnitIds();
  const refreshes = supervisionKeys(order.id);
  const isKeptOut = order.aboutUnitId !== null && units.includes(order.aboutUnitId);
  return (
    <div className="acts">
      {state === 'OWED' && units.includes(order.leadUnitId) && (
        <Command
          operation="dispatch.supervision.reply"
          title={say('回复督办', 'Reply')}
          isPrimary
          refreshes={refreshes}
          input={({ reply }: { reply: string }) => ({ id, reply })}
        >
          <Words name="reply" label={say('办了什么、何时办完', 'What was done, when it will be done')} min={2} rows={3} />
        </Command>
      )}
      {state === 'REPLIED' && !isKeptOut && (
        <>
          <Command
            operation="dispatch.supervision.lift"
            title={say('销号', 'Take it off the list')}
            isPrimary
            refreshes={refreshes}
            note={say('回复符合要求，此件督办结束。', 'The reply does; the supervision ends.')}
            input={() => ({ id })}
          />
          <Command
            operation="dispatch.supervision.send-back"
            title={say('退回重新回复', 'Send back')}
            refreshes={refreshes}
            note={say('另定回复时限，此前逾期的仍记在案。', 'With a new due time; what was late stays on record.')}
            input={({ demand, dueAt }: { demand: string; dueAt?: string }) => ({ id, demand, ...(dueAt && { dueAt: instantOf(dueAt) }) })}
          >
            <Words name="demand" label={say('还要说明什么', 'What is still wanted')} min={2} rows={2} />
            <When name="dueAt" label={say('回复时限（不填按时限表）', 'Until (empty: by the time limits)')} isOptional isMinute />
          </Command>
        </>
      )}
      {(state === 'OWED' || state === 'REPLIED') && !isKeptOut && (
        <Command
          operation="dispatch.supervision.revoke"
          title={say('撤销督办', 'Revoke')}
          refreshes={refreshes}
          input={({ reason }: { reason: string }) => ({ id, reason })}
        >
          <Words name="reason" label={say('理由', 'Reason')} min={2} rows={2} />
        </Command>
      )}
    </div>
  );
}
