import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { labels } from '../../lib/labels.js';
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

/** What one's own unit owes other leads (协办), the next due first. */
export default function Legs() {
  const say = useWords();
  const now = useNow();
  const units = useUnitIds();
  const unitName = useUnitName();
  const legs = useQuery({
    queryKey: ['legs', units.join()],
    queryFn: async ({ signal }) => {
      const asked = units.map((unitId) => call('dispatch.leg.list', { open: 'true', unitId, limit: 200 }, { signal }));
      const found = (await Promise.all(asked)).flatMap((answer) => answer.legs);
      return found.sort((a, b) => a.dueAt.localeCompare(b.dueAt));
    },
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="legs-title" className="narrow">
      <PageHead id="legs-title" title={say('协办事项', 'Helping others')} />
      <Answered
        query={legs}
        isEmpty={(found) => found.length === 0}
        empty={say('现在没有要协办的。主办单位请本单位协办时，会出现在这里。', 'Nothing now. What a lead asks of your unit appears here.')}
      >
        {(found) => (
          <ul className="jobs" style={{ marginTop: 12 }}>
            {found.map((leg) => (
              <li key={leg.id} className="job" style={{ borderLeftColor: leg.isOverdue ? colours.overdue : colours.calm }}>
                <Link to="/jobs/$id" params={{ id: leg.orderId }} className="job-link">
                  <span className="job-title">
                    {leg.task ?? say(`协助${unitName(leg.leadUnitId)}`, `Help ${unitName(leg.leadUnitId)}`)}
                  </span>
                  <span className="job-clock">
                    <b style={{ color: leg.isOverdue ? colours.overdue : colours.calm }}>{untilText(leg.dueAt, now)}</b>
                    <span>
                      {labels.deadlineCode.CO_RETURN} · {clockText(leg.dueAt)}
                    </span>
                  </span>
                </Link>
                <Mark>{labels.legState[leg.state]}</Mark>
                {leg.no} · {say('主办', 'Lead')} {unitName(leg.leadUnitId)}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
