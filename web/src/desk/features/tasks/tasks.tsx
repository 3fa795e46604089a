import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, untilText } from '../../lib/format.js';
import { useUnitIds } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

type Task = Output<'dispatch.assigned-task.list'>['tasks'][number];

/** What meetings, whistles and signed resolutions have entrusted units with (交办任务), the first due first; who was entrusted says here that it is done. */
export default function Tasks() {
  const say = useWords();
  const tasks = useQuery({
    queryKey: ['tasks'],
    queryFn: ({ signal }) => call('dispatch.assigned-task.list', { state: 'ENTRUSTED', limit: 200 }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="tasks-title" className="narrow">
      <PageHead id="tasks-title" title={say('交办任务', 'Tasks')} />
      <Answered
        query={tasks}
        isEmpty={(found) => found.tasks.length === 0}
        empty={say(
          '现在没有交办的任务。调度会、吹哨和决议交办的，会出现在这里。',
          'None now. What meetings, whistles and resolutions entrust appears here.',
        )}
      >
        {(found) => (
          <ul className="jobs" style={{ marginTop: 12 }}>
            {found.tasks.map((task) => (
              <Entrusted key={task.id} task={task} />
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}

function Entrusted({ task: { id, text, unitId, source, orderId, dueAt, isOverdue } }: { task: Task }) {
  const say = useWords();
  const now = useNow(30_000);
  const units = useUnitIds();
  const unitName = useUnitName();
  const from = {
    MEETING: say('调度会', 'Scheduling meeting'),
    WHISTLE: say('吹哨', 'Whistle'),
    COMMITMENT: say('决议承诺', 'Promise of a resolution'),
  };
  return (
    <li className="job" style={{ borderLeftColor: isOverdue ? colours.overdue : colours.calm }}>
      <div className="job-link">
        <span className="job-title">{text}</span>
        <span className="job-clock">
          <b style={{ color: isOverdue ? colours.overdue : colours.calm }}>{untilText(dueAt, now)}</b>
          <span>
            {say('完成时限', 'Due')} {clockText(dueAt)}
          </span>
        </span>
      </div>
      <p style={{ margin: '4px 0' }}>
        <Mark>{from[source]}</Mark> {unitName(unitId)}
        {orderId !== null && (
          <>
            {' '}
            <Link to="/orders/$id" params={{ id: orderId }}>
              {say('看工单', 'The order')}
            </Link>
          </>
        )}
      </p>
      {units.includes(unitId) && (
        <Command
          operation="dispatch.assigned-task.deliver"
          title={say('报完成', 'Report it done')}
          isPrimary
          refreshes={[['tasks'], ['meeting']]}
          input={({ evidence }: { evidence: string }) => ({ id, evidence })}
        >
          <Words name="evidence" label={say('依据', 'What shows it')} min={2} max={1000} rows={2} />
        </Command>
      )}
    </li>
  );
}
