import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { Standing, type Supervision } from '../../components/supervisions.js';
import { call } from '../../lib/client.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { Triggers } from './triggers.js';

const states = Object.keys(labels.supervisionState) as Supervision['state'][];

/** Supervisions of the street (督办), the reply that is due next first; and whether figures of the city call for one. */
export default function SupervisionsPage() {
  const say = useWords();
  const unitName = useUnitName();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const state = states.find((known) => known === asked['state']) ?? 'OWED';
  const list = useQuery({
    queryKey: ['supervisions', 'all', state],
    queryFn: ({ signal }) => call('dispatch.supervision.list', { state, limit: 200 }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="supervisions-title" className="order">
      <PageHead id="supervisions-title" title={say('督办', 'Supervision')}>
        <Select
          aria-label={say('状态', 'State')}
          style={{ width: 140 }}
          value={state}
          onChange={(value: Supervision['state']) =>
            void navigate({ to: '/supervisions', search: { state: value === 'OWED' ? undefined : value } as never, replace: true })
          }
          options={states.map((value) => ({ value, label: labels.supervisionState[value] }))}
        />
      </PageHead>
      <Triggers />
      <Answered
        query={list}
        isEmpty={({ supervisions }) => supervisions.length === 0}
        empty={say('没有这样的督办。在工单页面可以督办一件工单。', 'None such. An order is supervised on its own page.')}
      >
        {({ supervisions }) => (
          <ul className="jobs">
            {supervisions.map((one) => (
              <li key={one.id} className="card card-body">
                <Link to="/orders/$id" params={{ id: one.orderId }} hash="supervision">
                  <b>
                    {one.no} {unitName(one.leadUnitId)}
                  </b>
                </Link>
                <div>
                  <Standing one={one} />
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
