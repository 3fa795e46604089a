import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import type { Output } from '@wufang/api-client';
import { dueText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useUnitName } from '../lib/names.js';
import { useWords } from '../lib/words.js';
import { Rows } from './rows.js';

type Listed = Output<'dispatch.leader-list.get'>['contents']['overdue'][number];

/** Orders as lists and agendas name them: number, matter, level, unit, due time; more columns stand before or after. */
export function OrdersTable<T extends Listed>({
  orders,
  before = [],
  after = [],
  pageSize,
}: {
  orders: readonly T[];
  before?: NonNullable<TableProps<T>['columns']>;
  after?: NonNullable<TableProps<T>['columns']>;
  pageSize?: number;
}) {
  const say = useWords();
  const unitName = useUnitName();
  return (
    <Rows<T>
      rowKey="orderId"
      dataSource={orders}
      {...(pageSize !== undefined && { pagination: { pageSize } })}
      columns={[
        ...before,
        {
          title: say('编号', 'Number'),
          render: (_, { orderId, no }) => (
            <Link to="/orders/$id" params={{ id: orderId }}>
              {no}
            </Link>
          ),
        },
        { title: say('问题分类', 'Category'), render: (_, { category }) => category.join(' / ') },
        { title: say('级别', 'Level'), render: (_, { level }) => labels.level[level] },
        { title: say('主办单位', 'Lead unit'), render: (_, { leadUnitId }) => unitName(leadUnitId) },
        { title: say('办理时限', 'Due'), render: (_, { dueAt }) => dueText(dueAt) },
        ...after,
      ]}
    />
  );
}
