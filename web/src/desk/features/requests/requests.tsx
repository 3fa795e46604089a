import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Descriptions } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, fullText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';

type Order = Output<'dispatch.work-order.list'>['workOrders'][number];
type Kind = NonNullable<Order['openRequest']>;
const kinds: readonly Kind[] = ['EXTENSION', 'SUSPENSION'];
const decides = { EXTENSION: 'dispatch.extension.decide', SUSPENSION: 'dispatch.suspension.decide' } as const;
const refreshes = [['requests'], ['order'], ['explanation'], ['ledger']] as const;

/** What units ask for beside their work, more time (延期) or a suspension (挂账), the first due first; one is opened beside the list and decided. */
export default function Requests() {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['requests'],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(kinds.map((request) => call('dispatch.work-order.list', { request, limit: 200 }, { signal })));
      return found.flatMap(({ workOrders }) => workOrders).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
    },
    refetchInterval: 10_000,
  });
  return (
    <section aria-labelledby="requests-title">
      <PageHead id="requests-title" title={say('待审申请', 'Requests')} />
      <Answered
        query={list}
        isEmpty={(orders) => orders.length === 0}
        empty={say(
          '现在没有待审的申请。承办单位申请延期或挂账时，会出现在这里。',
          'None now. When a unit asks for more time or a suspension, it appears here.',
        )}
      >
        {(orders) => {
          const open = orders.find(({ id }) => id === chosen) ?? orders[0]!;
          return (
            <div className="two-panes" style={{ marginTop: 12 }}>
              <ol className="pick" aria-label={say('待审申请', 'Requests')}>
                {orders.map((order) => (
                  <li key={order.id}>
                    <button type="button" className="pick-button" aria-current={order.id === open.id} onClick={() => setChosen(order.id)}>
                      <b>
                        {unitName(order.leadUnitId)}：{labels.orderRequest[order.openRequest!]}
                      </b>
                      <span>
                        {order.no} · {say('办理时限', 'due')} {untilText(order.dueAt, now)}
                      </span>
                    </button>
                  </li>
                ))}
              </ol>
              <Asked key={open.id} order={open} kind={open.openRequest!} />
            </div>
          );
        }}
      </Answered>
    </section>
  );
}

/** What is asked for and why, and the decision. */
function Asked({ order, kind }: { order: Order; kind: Kind }) {
  const say = useWords();
  const unitName = useUnitName();
  const why = useQuery({
    queryKey: ['explanation', order.id],
    queryFn: ({ signal }) => call('dispatch.work-order.explain', { id: order.id }, { signal }),
  });
  return (
    <Card title={order.title}>
      <Answered query={why}>
        {({ extensions, suspensions }) => {
          const extension = kind === 'EXTENSION' ? extensions.at(-1) : undefined;
          const suspension = kind === 'SUSPENSION' ? suspensions.at(-1) : undefined;
          return (
            <>
              <Descriptions
                size="small"
                column={1}
                items={[
                  {
                    key: 'order',
                    label: say('工单', 'Order'),
                    children: (
                      <span>
                        <Link to="/orders/$id" params={{ id: order.id }}>
                          {order.no}
                        </Link>{' '}
                        <Mark>{labels.level[order.level]}</Mark>
                      </span>
                    ),
                  },
                  { key: 'unit', label: say('申请单位', 'Unit'), children: unitName(order.leadUnitId) },
                  { key: 'due', label: say('办理时限', 'Due'), children: fullText(order.dueAt) },
                  ...(extension ? [{ key: 'to', label: say('希望延至', 'Asks for'), children: fullText(extension.newDueAt) }] : []),
                  ...(suspension
                    ? [
                        { key: 'ground', label: say('客观原因', 'Ground'), children: labels.suspensionGround[suspension.ground] },
                        { key: 'review', label: say('复核日期', 'Review'), children: dateText(suspension.reviewOn) },
                      ]
                    : []),
                  { key: 'asked', label: say('提出', 'Asked'), children: fullText((extension ?? suspension)?.askedAt ?? null) },
                ]}
              />
              <blockquote className="script" style={{ marginTop: 8 }}>
                {(extension ?? suspension)?.reason}
              </blockquote>
              <Decide orderId={order.id} kind={kind} />
            </>
          );
        }}
      </Answered>
    </Card>
  );
}

/** Granted, the complainant is told why it takes longer; refused, the unit goes on as before. */
function Decide({ orderId: id, kind }: { orderId: string; kind: Kind }) {
  const say = useWords();
  const reason = <Words name="reason" label={say('审核意见', 'Decision')} min={5} max={500} rows={2} />;
  const asked = labels.orderRequest[kind];
  return (
    <div className="acts">
      <Command
        operation={decides[kind]}
        isPrimary
        title={say(`同意${asked}`, `Grant: ${asked}`)}
        refreshes={refreshes}
        note={
          kind === 'EXTENSION'
            ? say(
                '单位时限顺延，诉求人的时钟不变；只能在到期前同意。',
                'The unit gets more time, the complainant’s clock runs on; only before it is due.',
              )
            : say(
                '到复核日期自动恢复办理；诉求人会看到下面的话。',
                'It is taken up again on the review date; the complainant reads the words below.',
              )
        }
        input={(filled: { reason: string; publicText: string }) => ({ id, granted: true, ...filled })}
      >
        {reason}
        <Words name="publicText" label={say('写给诉求人的话', 'Words for the complainant')} min={5} max={2000} rows={3} />
      </Command>
      <Command
        operation={decides[kind]}
        title={say('不同意', 'Refuse')}
        refreshes={refreshes}
        input={(filled: { reason: string }) => ({ id, granted: false, ...filled })}
      >
        {reason}
      </Command>
    </div>
  );
}
