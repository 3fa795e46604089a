import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../lib/client.js';
import { dueText, untilText } from '../../lib/format.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

/** Incidents that are under way (突发事件), the word to residents that is owed next first: an order of the wall may be a part of one, its clock is not the orders'. */
export function OpenIncidents() {
  const say = useWords();
  const now = useNow();
  const open = useQuery({
    queryKey: ['incidents', 'OPEN'],
    queryFn: ({ signal }) => call('dispatch.incident.list', { limit: 200, state: 'OPEN' }, { signal }),
    refetchInterval: 10_000,
  });
  const incidents = [...(open.data?.incidents ?? [])].sort((a, b) => (a.statusDueAt ?? '9').localeCompare(b.statusDueAt ?? '9'));
  if (incidents.length === 0) return null;
  return (
    <ul className="wall-incidents" aria-label={say('正在处置的突发事件', 'Incidents under way')}>
      {incidents.map(({ id, title, homes, reached, demands, statusDueAt }) => (
        <li key={id}>
          <Link to="/incidents/$id" params={{ id }}>
            {title}
          </Link>
          <span>
            {say(`受影响 ${homes} 户，已告知 ${reached} 户，并入 ${demands} 件`, `${homes} homes, ${reached} told, ${demands} demands`)}
          </span>
          {statusDueAt !== null && (
            <b style={{ color: Date.parse(statusDueAt) < now ? colours.overdue : colours.calm }}>
              {say('下次通报', 'Next status')} {dueText(statusDueAt)}，{untilText(statusDueAt, now)}
            </b>
          )}
        </li>
      ))}
    </ul>
  );
}
