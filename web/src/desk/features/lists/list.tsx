import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Card } from '../../components/card.js';
import { Figures } from '../../components/figures.js';
import { OrdersTable } from '../../components/orders-table.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { useChargesToday } from '../../lib/charges.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';

type List = Output<'dispatch.leader-list.get'>;
const counts = ['received', 'closed', 'overdue', 'dueSoon', 'problem', 'supervised', 'unplanned'] as const;
const parts = ['overdue', 'dueSoon', 'problem', 'supervised', 'unplanned'] as const;

/** One list as it was made, to be read on the screen or printed and laid on a leader's desk. */
export default function ListPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const list = useQuery({ queryKey: ['leader-list', id], queryFn: ({ signal }) => call('dispatch.leader-list.get', { id }, { signal }) });
  return (
    <Answered query={list} heading={say('报表', 'List')}>
      {(found) => <OneList list={found} />}
    </Answered>
  );
}

function OneList({ list: { kind, from, to, madeAt, contents } }: { list: List }) {
  const say = useWords();
  const unitName = useUnitName();
  const personName = usePersonName();
  const charges = useChargesToday();
  const words = {
    received: say('受理', 'Received'),
    closed: say('办结', 'Closed'),
    overdue: say('超时', 'Overdue'),
    dueSoon: say('24 小时内到期', 'Due in 24 h'),
    problem: say('问题工单', 'Problem orders'),
    supervised: say('督办', 'Supervised'),
    unplanned: say('未填措施', 'Without a measure'),
  };
  // What lists of earlier days did not count is not shown as none.
  const counted = counts.filter((what) => contents.total[what] !== undefined);
  const named = parts.flatMap((what) => {
    const orders = contents[what];
    return orders ? [{ what, orders, total: contents.total[what] ?? orders.length }] : [];
  });
  return (
    <article aria-labelledby="list-title" className="order">
      <PageHead id="list-title" title={labels.leaderListKind[kind]} prints>
        <span>
          {fullText(from)} — {fullText(to)}
        </span>
      </PageHead>
      <Card title={say('合计', 'Total')} extra={say(`编制于 ${fullText(madeAt)}`, `Made ${fullText(madeAt)}`)}>
        <Figures
          items={counted.map((what) => ({
            label: words[what],
            value: contents.total[what] ?? 0,
            tone: what === 'overdue' && contents.total.overdue > 0 ? 'bad' : 'plain',
          }))}
        />
      </Card>
      <Card title={say('各单位', 'Unit by unit')}>
        <Rows
          rowKey="unitId"
          dataSource={contents.byUnit}
          columns={[
            { title: say('单位', 'Unit'), render: (_, { unitId }) => unitName(unitId) },
            ...(charges.length === 0
              ? []
              : [
                  {
                    title: say('包片领导（今日分工）', 'Leader in charge today'),
                    render: (_: unknown, { unitId }: { unitId: string }) =>
                      personName(charges.find(({ unitIds }) => unitIds.includes(unitId))?.accountId ?? null),
                  },
                ]),
            ...counted.map((what) => ({ title: words[what], dataIndex: what, align: 'right' as const })),
          ]}
        />
      </Card>
      {named.map(({ what, orders, total }) => (
        <Card key={what} title={say(`${words[what]} ${total} 件`, `${words[what]}: ${total}`)}>
          {orders.length === 0 ? (
            say('没有', 'None')
          ) : (
            <>
              <OrdersTable orders={orders} />
              {orders.length < total && <p>{say(`只列出前 ${orders.length} 件`, `The first ${orders.length} are named`)}</p>}
            </>
          )}
        </Card>
      ))}
      {contents.untaken && contents.untaken.length > 0 && (
        <Card title={say('问题工单、疑难工单中尚无科长领办的', 'Problem and hard orders that no section chief has taken up')}>
          <OrdersTable orders={contents.untaken} />
        </Card>
      )}
    </article>
  );
}
