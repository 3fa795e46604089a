import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { Figures } from '../../components/figures.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { SweepChecks } from '../../components/sweep-checks.js';
import { call } from '../../lib/client.js';
import { useWords } from '../../lib/words.js';

/** One sweep of like places (举一反三): what it started from, every place with what was found there. */
export default function Sweep() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const sweep = useQuery({
    queryKey: ['sweep', id],
    queryFn: ({ signal }) => call('dispatch.sweep.get', { id }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <Answered query={sweep} heading={say('举一反三', 'Sweep of like places')}>
      {({ category, checks, found, notFound, orderId, incidentId, tasks }) => (
        <article aria-labelledby="sweep-title" className="order">
          <PageHead id="sweep-title" title={`${say('举一反三', 'Sweep')}：${category.at(-1)}`} prints />
          <Card>
            <Figures
              items={[
                { label: say('地点', 'Places'), value: checks },
                { label: say('发现问题', 'Found'), value: found, tone: found > 0 ? 'bad' : 'plain' },
                { label: say('未发现', 'Not found'), value: notFound },
              ]}
            />
            {orderId !== null && (
              <Link to="/orders/$id" params={{ id: orderId }}>
                {say('起因：这件工单', 'It started from this order')}
              </Link>
            )}
            {incidentId !== null && (
              <Link to="/incidents/$id" params={{ id: incidentId }}>
                {say('起因：这次突发事件', 'It started from this incident')}
              </Link>
            )}
          </Card>
          <Card title={say('排查地点', 'Places')}>
            <SweepChecks checks={tasks} />
          </Card>
        </article>
      )}
    </Answered>
  );
}
