import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Space, Tag, Typography } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, untilText } from '../../lib/format.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

const colourOf = { RED: colours.overdue, YELLOW: colours.soon, GREEN: colours.calm } as const;

/** The orders of one's own unit, the next due first: a phone in a stairwell. */
export default function Jobs() {
  const say = useWords();
  const now = useNow();
  const jobs = useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => call('dispatch.ledger.list', { limit: 100 }, { signal }),
    refetchInterval: 10_000,
  });
  return (
    <section aria-labelledby="jobs-title">
      <Typography.Title level={1} id="jobs-title" style={{ fontSize: 20 }}>
        {say('我的工单', 'My jobs')}
      </Typography.Title>
      <Answered query={jobs} isEmpty={({ entries }) => entries.length === 0} empty={say('现在没有要办的工单', 'Nothing to do now')}>
        {({ entries }) => (
          <Space direction="vertical" style={{ width: '100%' }}>
            {entries.map((entry) => (
              <Card key={entry.orderId} size="small" style={{ borderLeft: `4px solid ${colourOf[entry.colour]}` }}>
                <Link to="/orders/$id" params={{ id: entry.orderId }}>
                  <b>{entry.title}</b>
                </Link>
                <div>
                  <span style={{ color: colourOf[entry.colour], fontWeight: 600 }}>{untilText(entry.next.dueAt, now)}</span>{' '}
                  {entry.next.code === null ? say('办理时限', 'Handling limit') : labels.deadlineCode[entry.next.code]} ·{' '}
                  {clockText(entry.next.dueAt)}
                </div>
                <Tag>{labels.level[entry.level]}</Tag>
                <Tag>{labels.workOrderState[entry.state]}</Tag>
              </Card>
            ))}
          </Space>
        )}
      </Answered>
    </section>
  );
}
