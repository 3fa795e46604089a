import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { Output } from '@wufang/api-client';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';

type Head = Output<'dispatch.leader-list.list'>['lists'][number];

/** The leaders' three lists; day and month each come over two windows. */
const kinds = {
  day: ['DAY_NOON', 'DAY'],
  week: ['WEEK'],
  month: ['ASSESSMENT_MONTH', 'MONTH'],
} as const satisfies Record<string, readonly Head['kind'][]>;
type Which = keyof typeof kinds;

/** The daily, weekly and monthly lists (日报、周报、月报) that the system makes by itself, the newest first. */
export default function Lists() {
  const say = useWords();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const which = (Object.keys(kinds) as Which[]).find((known) => known === asked['which']) ?? 'day';
  const lists = useQuery({
    queryKey: ['leader-lists', which],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(kinds[which].map((kind) => call('dispatch.leader-list.list', { kind, limit: 60 }, { signal })));
      return found.flatMap((one) => one.lists).sort((a, b) => b.madeAt.localeCompare(a.madeAt));
    },
    refetchInterval: 60_000,
  });
  return (
    <section aria-labelledby="lists-title" className="order">
      <PageHead id="lists-title" title={say('报表', 'Lists for leaders')}>
        <Segmented
          value={which}
          onChange={(value: Which) => void navigate({ to: '/lists', search: { which: value } as never, replace: true })}
          options={[
            { value: 'day', label: say('日报', 'Daily') },
            { value: 'week', label: say('周报', 'Weekly') },
            { value: 'month', label: say('月报', 'Monthly') },
          ]}
        />
      </PageHead>
      <Answered
        query={lists}
        isEmpty={(found) => found.length === 0}
        empty={say('还没有编制过。每一期结束后系统自动编制。', 'None made yet. Each is made once its period is over.')}
      >
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found}
            pagination={{ pageSize: 30 }}
            columns={[
              {
                title: say('报表', 'List'),
                render: (_, { id, kind, from, to }) => (
                  <Link to="/lists/$id" params={{ id }}>
                    {labels.leaderListKind[kind]} {clockText(from)} — {clockText(to)}
                  </Link>
                ),
              },
              { title: say('编制时间', 'Made'), render: (_, { madeAt }) => fullText(madeAt) },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
