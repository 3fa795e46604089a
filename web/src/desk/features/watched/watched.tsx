import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dueText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

/** What a citizen supervisor (特约监督员) watches: the orders of their community, the first due first, with nothing about a person or a home. */
export default function Watched() {
  const say = useWords();
  const orders = useQuery({
    queryKey: ['watched'],
    queryFn: ({ signal }) => call('dispatch.watched-order.list', { open: 'true', limit: 200 }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <section aria-labelledby="watched-title" className="narrow">
      <PageHead id="watched-title" title={say('本社区工单', 'Orders of my community')} />
      <Answered
        query={orders}
        isEmpty={(found) => found.orders.length === 0}
        empty={say(
          '本社区现在没有在办的工单；新派给本社区的会自己出现在这里',
          'No open order in your community; new ones appear here by themselves',
        )}
      >
        {(found) => (
          <ul className="jobs" style={{ marginTop: 12 }}>
            {found.orders.map(({ id, no, category, level, state, dueAt, isOverdue, invitation }) => (
              <li key={id} className="job" style={{ borderLeftColor: isOverdue ? colours.overdue : colours.calm }}>
                <Link to="/watched/$id" params={{ id }} className="job-link">
                  <span className="job-title">{category.join(' / ')}</span>
                  <span className="job-clock">
                    {isOverdue && <b style={{ color: colours.overdue }}>{say('已超时', 'overdue')}</b>}
                    <span>
                      {say('办理时限', 'Due')} {dueText(dueAt)}
                    </span>
                  </span>
                </Link>
                {invitation && <Mark tone="soon">{say('请您监督', 'you are asked')}</Mark>}
                <Mark>{labels.level[level]}</Mark>
                <Mark>{labels.workOrderState[state]}</Mark> {no}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
