import { useParams } from '@tanstack/react-router';
import { eventNames } from '@wufang/api-client';
import { Card, Descriptions, Table, Tag, Timeline, Typography } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { Answered } from '../../components/states.js';
import { clockText, fullText, untilText } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { useOrder } from './api.js';

/** One work order: what it is, why this unit, every clock, everything that happened. */
export default function OrderPage() {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow();
  const { id } = useParams({ strict: false });
  const order = useOrder(id!);
  return (
    <Answered query={order}>
      {(found) => (
        <article aria-labelledby="order-title">
          <Typography.Title level={1} id="order-title" style={{ fontSize: 20 }}>
            {found.title} <Tag>{labels.workOrderState[found.state]}</Tag>
          </Typography.Title>
          <Card size="small" title={say('工单', 'Work order')} style={{ marginBottom: 16 }}>
            <Descriptions
              size="small"
              column={{ xs: 1, md: 2 }}
              items={[
                { key: 'no', label: say('编号', 'Number'), children: found.no },
                { key: 'level', label: say('级别', 'Level'), children: labels.level[found.level] },
                { key: 'lead', label: say('主办单位', 'Lead unit'), children: unitName(found.leadUnitId) },
                { key: 'due', label: say('办理时限', 'Due'), children: `${fullText(found.dueAt)}（${untilText(found.dueAt, now)}）` },
              ]}
            />
          </Card>
          <Card size="small" title={say('时限', 'Clocks')} style={{ marginBottom: 16 }}>
            <Table
              size="small"
              rowKey={(clock) => `${clock.code} ${clock.startedAt}`}
              pagination={false}
              dataSource={found.clocks}
              scroll={{ x: true }}
              columns={[
                { title: say('责任', 'Duty'), render: (_, { code }) => labels.deadlineCode[code] },
                { title: say('开始', 'Started'), render: (_, { startedAt }) => clockText(startedAt) },
                { title: say('到期', 'Due'), render: (_, { dueAt }) => clockText(dueAt) },
              ]}
            />
          </Card>
          <Card size="small" title={say('经过', 'What happened')}>
            <Timeline
              items={found.timeline.map(({ at, type, publicText }) => ({
                children: `${clockText(at)} ${eventNames[type] ?? type}${publicText ? `：${publicText}` : ''}`,
              }))}
            />
          </Card>
        </article>
      )}
    </Answered>
  );
}
