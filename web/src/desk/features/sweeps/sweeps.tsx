import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';

/** Sweeps of like places (举一反三), the newest first, and what each has found. */
export default function Sweeps() {
  const say = useWords();
  const list = useQuery({
    queryKey: ['sweeps'],
    queryFn: ({ signal }) => call('dispatch.sweep.list', { limit: 200 }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <section aria-labelledby="sweeps-title" className="order">
      <PageHead id="sweeps-title" title={say('举一反三', 'Sweeps of like places')} />
      <Answered
        query={list}
        isEmpty={({ sweeps }) => sweeps.length === 0}
        empty={say(
          '还没有发起过。工单结案后，在它的页面可以排查相像的地点。',
          'None so far. Once an order is closed, like places are looked at from its page.',
        )}
      >
        {({ sweeps }) => (
          <Rows
            rowKey="id"
            dataSource={sweeps}
            pagination={{ pageSize: 30 }}
            columns={[
              {
                title: say('事项', 'Matter'),
                render: (_, { id, category }) => (
                  <Link to="/sweeps/$id" params={{ id }}>
                    {category.join(' / ')}
                  </Link>
                ),
              },
              {
                title: say('进展', 'How far'),
                render: (_, { isDone }) => (
                  <Mark tone={isDone ? 'good' : 'plain'}>{isDone ? say('已排查完', 'done') : say('排查中', 'going on')}</Mark>
                ),
              },
              { title: say('地点', 'Places'), dataIndex: 'checks', align: 'right' },
              { title: say('发现问题', 'Found'), dataIndex: 'found', align: 'right' },
              { title: say('未发现', 'Not found'), dataIndex: 'notFound', align: 'right' },
              { title: say('发起', 'Opened'), render: (_, { openedAt }) => clockText(openedAt) },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
