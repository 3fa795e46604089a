import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Mark } from '../../components/mark.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, untilText } from '../../lib/format.js';
import { seen } from '../../lib/kept.js';
import { labels } from '../../lib/labels.js';
import { useAccountId } from '../../lib/me.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { onArrival, send } from './steps.js';
import { Waiting } from './waiting.js';

const colourOf = { RED: colours.overdue, YELLOW: colours.soon, GREEN: colours.calm } as const;

/** The orders of one's own unit, the next due first: a phone in a stairwell. */
export default function Jobs() {
  const say = useWords();
  const now = useNow();
  const queries = useQueryClient();
  const accountId = useAccountId();
  const jobs = useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => seen(`jobs ${accountId}`, () => call('dispatch.ledger.list', { limit: 100 }, { signal })),
    refetchInterval: 10_000,
  });
  useEffect(() => onArrival(() => queries.invalidateQueries({ queryKey: ['jobs'] })), [queries]);
  // The first jobs are what a handler walks to next: kept whole, for the basement.
  const first = jobs.data?.entries.slice(0, 10).map(({ orderId }) => orderId);
  const wanted = first?.join();
  useEffect(() => {
    for (const id of wanted?.split(',').filter(Boolean) ?? [])
      void queries.prefetchQuery({
        queryKey: ['job', id],
        queryFn: () => seen(`job ${accountId} ${id}`, () => call('dispatch.work-order.get', { id }, {})),
        staleTime: 60_000,
      });
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
        isEmpty={({ entries }) => entries.length === 0}
        empty={say('现在没有要办的工单；新派来的会自己出现在这里', 'Nothing to do now; new jobs appear here by themselves')}
      >
        {({ entries }) => (
          <ul className="jobs">
            {entries.map((entry) => (
              <li key={entry.orderId} className="job" style={{ borderLeftColor: colourOf[entry.colour] }}>
                <Link to="/jobs/$id" params={{ id: entry.orderId }} className="job-link">
                  <span className="job-title">{entry.title}</span>
                  <span className="job-clock">
                    <b style={{ color: colourOf[entry.colour] }}>{untilText(entry.next.dueAt, now)}</b>
                    <span>
                      {entry.next.code === null ? say('办理时限', 'Handling limit') : labels.deadlineCode[entry.next.code]} ·{' '}
                      {clockText(entry.next.dueAt)}
                    </span>
                  </span>
                </Link>
                <Mark>{labels.level[entry.level]}</Mark>
                <Mark>{labels.workOrderState[entry.state]}</Mark>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
