import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CallOptions, Output } from '@wufang/api-client';
import { useEffect, useState } from 'react';
import { Mark } from '../../components/mark.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dueText, untilText } from '../../lib/format.js';
import { seen } from '../../lib/kept.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useAccountId, useUnitIds } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { fetchAhead } from './api.js';
import { Helping } from './helping.js';
import { onArrival, send } from './steps.js';
import { Offered } from './offered.js';
import { Waiting } from './waiting.js';

const colourOf = { RED: colours.overdue, YELLOW: colours.soon, GREEN: colours.calm } as const;

type Entry = Output<'dispatch.ledger.list'>['entries'][number];
type Leg = Output<'dispatch.leg.list'>['legs'][number];

/** One thing that one's own unit has to do: an order that it leads, or its part (协办) of another's. */
type Task = { orderId: string; dueAt: string } & ({ entry: Entry } | { leg: Leg });

/** What one's own units have to do, the next due first. */
async function tasksOf(unitIds: readonly string[], options: CallOptions): Promise<Task[]> {
  const found = await Promise.all(
    unitIds.map(async (unitId) => {
      const [led, helped] = await Promise.all([
        call('dispatch.ledger.list', { unitId, limit: 100 }, options),
        call('dispatch.leg.list', { open: 'true', unitId, limit: 100 }, options),
      ]);
      return [
        ...led.entries.map((entry): Task => ({ orderId: entry.orderId, dueAt: entry.next.dueAt, entry })),
        ...helped.legs.filter(({ role }) => role === 'CO').map((leg): Task => ({ orderId: leg.orderId, dueAt: leg.dueAt, leg })),
      ];
    }),
  );
  return found.flat().sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
}

/** What one's own unit has to do, the next due first: a phone in a stairwell. */
export default function Jobs() {
  const say = useWords();
  const now = useNow();
  const queries = useQueryClient();
  const accountId = useAccountId();
  const unitIds = useUnitIds();
  const jobs = useQuery({
    queryKey: ['jobs', unitIds.join()],
    queryFn: ({ signal }) => seen(`tasks ${accountId}`, () => tasksOf(unitIds, { signal })),
    refetchInterval: 10_000,
  });
  useEffect(() => onArrival(() => queries.invalidateQueries({ queryKey: ['jobs'] })), [queries]);
  // The first jobs are what a handler walks to next: kept whole, with the complainant's words, for the basement.
  const first = jobs.data?.slice(0, 20).map(({ orderId }) => orderId);
  const wanted = first?.join();
  useEffect(() => {
    void fetchAhead(queries, accountId, wanted?.split(',').filter(Boolean) ?? []);
    if (accountId) void send(accountId);
  }, [wanted, accountId, queries]);
  // Once the list is there come the pages of its jobs, so that they open in a basement too.
  useEffect(() => {
    if (jobs.isSuccess) void import('./job.js').catch(() => undefined);
  }, [jobs.isSuccess]);
  return (
    <section aria-labelledby="jobs-title" className="narrow">
      <h1 id="jobs-title" className="page-title page-title-alone">
        {say('我的工单', 'My jobs')}
      </h1>
      <Waiting />
      <Answered
        query={jobs}
        isEmpty={(tasks) => tasks.length === 0}
        empty={say('现在没有要办的工单；新派来的会自己出现在这里', 'Nothing to do now; new jobs appear here by themselves')}
      >
        {(tasks) => (
          <ul className="jobs">
            {tasks.map((task) =>
              'leg' in task ? (
                <Helping key={task.leg.id} leg={task.leg} now={now} />
              ) : (
                <Led key={task.orderId} entry={task.entry} now={now} />
              ),
            )}
          </ul>
        )}
      </Answered>
      <Offered unitIds={unitIds} />
      <ToLookAt unitIds={unitIds} now={now} />
      <Others mine={jobs.data ?? []} unitIds={unitIds} now={now} />
    </section>
  );
}

function Led({ entry, now }: { entry: Entry; now: number }) {
  return (
    <li className="job" style={{ borderLeftColor: colourOf[entry.colour] }}>
      <Link to="/jobs/$id" params={{ id: entry.orderId }} className="job-link">
        <WhatAndWhen entry={entry} now={now} />
      </Link>
      <Mark>{labels.level[entry.level]}</Mark>
      <Mark>{labels.workOrderState[entry.state]}</Mark>
    </li>
  );
}

function WhatAndWhen({ entry: { title, colour, next }, now }: { entry: Entry; now: number }) {
  const say = useWords();
  return (
    <>
      <span className="job-title">{title}</span>
      <span className="job-clock">
        <b style={{ color: colourOf[colour] }}>{untilText(next.dueAt, now)}</b>
        <span>
          {next.code === null ? say('办理时限', 'Handling limit') : labels.deadlineCode[next.code]} · {dueText(next.dueAt)}
        </span>
      </span>
    </>
  );
}

/** What others say they have done in one's own area, and somebody goes to look at the same day (网格核实); nothing where there is none. */
function ToLookAt({ unitIds, now }: { unitIds: readonly string[]; now: number }) {
  const say = useWords();
  const may = useMay()('dispatch.work-order.grid-check');
  const unitName = useUnitName();
  const done = useQuery({
    queryKey: ['jobs', 'to look at'],
    queryFn: ({ signal }) => call('dispatch.ledger.list', { state: 'COMPLETED', limit: 100 }, { signal }),
    enabled: may,
    refetchInterval: 30_000,
  });
  const owed = done.data?.entries.filter(({ next, leadUnitId }) => next.code === 'GRID_VERIFY' && !unitIds.includes(leadUnitId)) ?? [];
  if (owed.length === 0) return null;
  return (
    <section aria-labelledby="to-look-at">
      <h2 id="to-look-at" className="hindered">
        {say('待现场核实（网格核实）', 'To be looked at on the spot')}
      </h2>
      <ul className="jobs">
        {owed.map((entry) => (
          <LedByOthers key={entry.orderId} entry={entry} lead={unitName(entry.leadUnitId)} now={now} />
        ))}
      </ul>
    </section>
  );
}

function LedByOthers({ entry, lead, now }: { entry: Entry; lead: string; now: number }) {
  const say = useWords();
  return (
    <li className="job">
      <Link to="/orders/$id" params={{ id: entry.orderId }} className="job-link">
        <WhatAndWhen entry={entry} now={now} />
      </Link>
      <Mark>{labels.workOrderState[entry.state]}</Mark>
      {say('主办', 'Lead')} {lead}
    </li>
  );
}

/** How many orders that concern a unit are looked through for those of others: as many as one answer holds. */
const OTHERS = 200;

/** Orders that other units lead and that concern one's own by their place alone: to be read, not to be done. */
function Others({ mine, unitIds, now }: { mine: readonly Task[]; unitIds: readonly string[]; now: number }) {
  const say = useWords();
  const unitName = useUnitName();
  const [isOpen, setOpen] = useState(false);
  const orders = useQuery({
    queryKey: ['jobs', 'others'],
    queryFn: ({ signal }) => call('dispatch.ledger.list', { limit: OTHERS }, { signal }),
    enabled: isOpen,
  });
  const helped = new Set(mine.map(({ orderId }) => orderId));
  const others = ({ entries }: Output<'dispatch.ledger.list'>) =>
    entries.filter(({ orderId, leadUnitId }) => !unitIds.includes(leadUnitId) && !helped.has(orderId));
  return (
    <details className="others" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('辖区内其他单位主办的（只看，不用办）', 'Led by other units here (to read, not to do)')}</summary>
      {isOpen && (
        <Answered
          query={orders}
          isEmpty={(found) => others(found).length === 0}
          empty={say('没有其他单位主办的未结工单', 'No open order of other units')}
        >
          {(found) => (
            <ul className="jobs">
              {found.entries.length === OTHERS && <li className="quiet">{say('只列出最先到期的', 'Only those that are due first')}</li>}
              {others(found).map((entry) => (
                <LedByOthers key={entry.orderId} entry={entry} lead={unitName(entry.leadUnitId)} now={now} />
              ))}
            </ul>
          )}
        </Answered>
      )}
    </details>
  );
}
