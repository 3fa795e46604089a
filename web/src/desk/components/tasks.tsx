import { useQuery, type QueryKey } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Input, Output } from '@wufang/api-client';
import { call } from '../lib/client.js';
import { dueText, untilText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useUnitIds } from '../lib/me.js';
import { useUnitName } from '../lib/names.js';
import { useNow } from '../lib/now.js';
import { colours } from '../lib/theme.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { Words } from './fields.js';
import { Mark } from './mark.js';
import { PhotoField } from './photo-field.js';

export type Task = Output<'dispatch.assigned-task.list'>['tasks'][number];

/** Tasks that meetings, whistles and tables have given units (交办任务), those due first first. */
export const useTasks = (which: Omit<Input<'dispatch.assigned-task.list'>, 'limit'>) =>
  useQuery({
    queryKey: ['tasks', which],
    queryFn: ({ signal }) => call('dispatch.assigned-task.list', { ...which, limit: 100 }, { signal }),
    refetchInterval: 15_000,
    retry: false,
  });

/** Each task: whose, what, until when; its unit shows that it is done, the street may take it back. */
export function Tasks({ tasks, refreshes }: { tasks: readonly Task[]; refreshes: readonly QueryKey[] }) {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const units = useUnitIds();
  const from = {
    MEETING: say('调度会', 'Scheduling meeting'),
    WHISTLE: say('吹哨', 'Whistle'),
    COMMITMENT: say('决议承诺', 'Promise of a resolution'),
  };
  return (
    <ul className="decisions">
      {tasks.map(({ id, unitId, text, state, dueAt, isOverdue, evidence, orderId, source }) => (
        <li key={id}>
          <Mark tone={state === 'DELIVERED' ? 'good' : isOverdue ? 'bad' : 'plain'}>{labels.taskState[state]}</Mark>
          <Mark>{from[source]}</Mark>
          <b>{unitName(unitId)}</b>：{text}
          {orderId !== null && (
            <>
              {' '}
              <Link to="/orders/$id" params={{ id: orderId }}>
                {say('看工单', 'The order')}
              </Link>
            </>
          )}
          {state === 'ENTRUSTED' && (
            <div style={{ color: isOverdue ? colours.overdue : colours.quiet }}>
              {say('时限', 'Due')} {dueText(dueAt)}（{untilText(dueAt, now)}）
            </div>
          )}
          {evidence !== null && (
            <div>
              {say('依据', 'Evidence')}：{evidence}
            </div>
          )}
          {state === 'ENTRUSTED' && (
            <div className="acts">
              {units.includes(unitId) && (
                <Command
                  operation="dispatch.assigned-task.deliver"
                  title={say('报完成', 'Report it done')}
                  about={text}
                  isPrimary
                  refreshes={refreshes}
                  input={({ evidence: shown, photoIds = [] }: { evidence: string; photoIds?: string[] }) => ({
                    id,
                    evidence: shown,
                    photoIds,
                  })}
                >
                  <Words name="evidence" label={say('做了什么、依据', 'What was done, and what proves it')} min={2} max={1000} rows={2} />
                  {orderId !== null && (
                    <PhotoField name="photoIds" label={say('照片（可不选）', 'Photos (optional)')} isOptional keeper={{ orderId }} />
                  )}
                </Command>
              )}
              <Command
                operation="dispatch.assigned-task.drop"
                title={say('取消任务', 'Drop')}
                about={text}
                refreshes={refreshes}
                input={({ reason }: { reason: string }) => ({ id, reason })}
              >
                <Words name="reason" label={say('理由', 'Reason')} min={2} rows={2} />
              </Command>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
