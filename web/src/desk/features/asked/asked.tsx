import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Standing } from '../../components/supervisions.js';
import { SweepChecks } from '../../components/sweep-checks.js';
import { Answered } from '../../components/states.js';
import { Tasks, useTasks } from '../../components/tasks.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitIds } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

const every = { refetchInterval: 15_000, retry: false } as const;

/** What the street asks of one's own unit beside its orders: to report in, to reply, to do a task, to look at a place like one where something was wrong. */
export default function Asked() {
  const say = useWords();
  const may = useMay();
  return (
    <section aria-labelledby="asked-title" className="narrow order">
      <h1 id="asked-title" className="page-title">
        {say('街道交办', 'Asked by the street')}
      </h1>
      {may('dispatch.whistle.list') && <Summoned />}
      {may('dispatch.supervision.reply') && <Owed />}
      <OwnTasks />
      {may('dispatch.sweep-check.record') && <Checks />}
    </section>
  );
}

function Summoned() {
  const say = useWords();
  const units = useUnitIds();
  const unitName = useUnitName();
  const list = useQuery({
    queryKey: ['whistles', 'own'],
    queryFn: async ({ signal }) => {
      const { whistles } = await call('dispatch.whistle.list', { state: 'SOUNDED', limit: 100 }, { signal });
      return whistles.filter(({ summonedUnitIds }) => summonedUnitIds.some((id) => units.includes(id)));
    },
    ...every,
  });
  return (
    <Part id="summoned" title={say('吹哨报到', 'Whistles')}>
      <Answered
        query={list}
        isEmpty={(whistles) => whistles.length === 0}
        empty={say('没有召集本单位的吹哨。', 'No whistle summons your unit.')}
      >
        {(whistles) => (
          <ul className="decisions">
            {whistles.map(({ id, reason, level, whistlingUnitId, soundedAt, meeting }) => (
              <li key={id}>
                <Mark tone={level === 'E' ? 'bad' : 'plain'}>{labels.level[level]}</Mark>
                <Link to="/whistles/$id" params={{ id }}>
                  <b>{reason}</b>
                </Link>
                <div className="quiet">
                  {unitName(whistlingUnitId)} · {clockText(soundedAt)}
                  {meeting && ` · ${say('会商', 'meets')} ${clockText(meeting.at)} ${meeting.point}`}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

function Owed() {
  const say = useWords();
  const units = useUnitIds();
  const list = useQuery({
    queryKey: ['supervisions', 'own'],
    queryFn: async ({ signal }) => {
      const { supervisions } = await call('dispatch.supervision.list', { state: 'OWED', limit: 100 }, { signal });
      return supervisions.filter(({ leadUnitId }) => units.includes(leadUnitId));
    },
    ...every,
  });
  return (
    <Part id="supervised" title={say('督办待回复', 'Replies that are owed')}>
      <Answered query={list} isEmpty={(supervisions) => supervisions.length === 0} empty={say('没有要回复的督办。', 'No reply is owed.')}>
        {(supervisions) => (
          <ul className="decisions">
            {supervisions.map((one) => (
              <li key={one.id}>
                <Link to="/jobs/$id" params={{ id: one.orderId }}>
                  <b>{one.no}</b>
                </Link>{' '}
                <Standing one={one} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

function OwnTasks() {
  const say = useWords();
  const units = useUnitIds();
  const tasks = useTasks({ state: 'ENTRUSTED' });
  const own = (found: { tasks: Parameters<typeof Tasks>[0]['tasks'] }) => found.tasks.filter(({ unitId }) => units.includes(unitId));
  return (
    <Part id="tasks" title={say('交办任务', 'Tasks')}>
      <Answered
        query={tasks}
        isEmpty={(found) => own(found).length === 0}
        empty={say(
          '没有交办的任务。调度会、吹哨和决议交办的会出现在这里。',
          'No task. What meetings and tables give your unit appears here.',
        )}
      >
        {(found) => <Tasks tasks={own(found)} refreshes={[['tasks'], ['meeting']]} />}
      </Answered>
    </Part>
  );
}

/** Places that one's unit is to look at (举一反三). */
function Checks() {
  const say = useWords();
  const units = useUnitIds();
  const list = useQuery({
    queryKey: ['sweeps', 'own'],
    queryFn: async ({ signal }) => {
      const { sweeps } = await call('dispatch.sweep.list', { limit: 20 }, { signal });
      // What was found is owed until its demand is named, also by a sweep that was counted as done before that was asked for.
      const wanted = sweeps.filter(({ isDone, openFinds }) => !isDone || openFinds > 0);
      const open = await Promise.all(wanted.map(({ id }) => call('dispatch.sweep.get', { id }, { signal })));
      return open
        .flatMap(({ tasks }) => tasks)
        .filter(
          ({ unitId, state, demandNo, handledOnSpot }) =>
            units.includes(unitId) && (state === 'OPEN' || (state === 'FOUND' && demandNo === null && !handledOnSpot)),
        );
    },
    ...every,
  });
  return (
    <Part id="checks" title={say('举一反三排查', 'Places to be looked at')}>
      <Answered query={list} isEmpty={(checks) => checks.length === 0} empty={say('没有要排查的地点。', 'No place to be looked at.')}>
        {(checks) => <SweepChecks checks={checks} />}
      </Answered>
    </Part>
  );
}
