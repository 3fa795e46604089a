import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { eventNames } from '@wufang/api-client';
import { Alert, Button, Card, Typography } from 'antd';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { useRoles } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';

/** For the person on duty: events nobody could take, and whether the records are whole. */
export default function Operation() {
  const say = useWords();
  return (
    <section aria-labelledby="operation-title" className="order">
      <Typography.Title level={1} id="operation-title" style={{ fontSize: 20, margin: 0 }}>
        {say('运行与留痕', 'Operation and records')}
      </Typography.Title>
      <DeadEvents />
      <Audit />
    </section>
  );
}

function DeadEvents() {
  const say = useWords();
  const queries = useQueryClient();
  const mayReplay = useRoles().includes('administrator');
  const dead = useQuery({
    queryKey: ['dead-events'],
    queryFn: ({ signal }) => call('gateway.dead-event.list', {}, { signal }),
    refetchInterval: 30_000,
  });
  const replay = useMutation({
    mutationFn: ({ service, id }: { service: string; id: string }) => call('gateway.dead-event.replay', { service, ids: [id] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['dead-events'] }),
  });
  return (
    <Card size="small" title={say('处理不了的事件', 'Dead events')}>
      {replay.isError && <Trouble error={replay.error} />}
      <Answered query={dead} isEmpty={({ events }) => events.length === 0} empty={say('没有处理不了的事件', 'None')}>
        {({ events }) => (
          <Rows
            rowKey={({ service, consumer, id }) => `${service} ${consumer} ${id}`}
            dataSource={events}
            pagination={{ pageSize: 20 }}
            columns={[
              { title: say('服务', 'Service'), dataIndex: 'service' },
              { title: say('事件', 'Event'), render: (_, { type }) => eventNames[type] ?? type },
              { title: say('原因', 'Reason'), dataIndex: 'reason' },
              { title: say('试过', 'Tries'), dataIndex: 'tries', align: 'right' },
              { title: say('时间', 'At'), render: (_, { diedAt }) => clockText(diedAt) },
              ...(mayReplay
                ? [
                    {
                      title: say('处理', 'Action'),
                      render: (_: unknown, event: (typeof events)[number]) => (
                        <Button size="small" loading={replay.isPending} onClick={() => replay.mutate(event)}>
                          {say('重放', 'Replay')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}

/** Every chain of records counted through anew, on the server; a broken one is named. */
function Audit() {
  const say = useWords();
  const verify = useMutation({ mutationFn: () => call('gateway.audit.verify', {} as never) });
  const broken = verify.data?.services.flatMap(({ service, broken: places }) => places.map((place) => ({ service, ...place }))) ?? [];
  return (
    <Card size="small" title={say('核验留痕', 'Verify the records')}>
      <Button onClick={() => verify.mutate()} loading={verify.isPending}>
        {say('核验全部留痕链', 'Verify all chains')}
      </Button>
      <div role="status" style={{ marginTop: 12 }}>
        {verify.isError && <Trouble error={verify.error} again={() => verify.mutate()} />}
        {verify.data && (
          <>
            <Alert
              showIcon
              type={broken.length === 0 ? 'success' : 'error'}
              message={
                broken.length === 0
                  ? say('全部完好', 'All whole')
                  : say(`${broken.length} 处不符，请勿再改动，立即报告`, `${broken.length} broken: change nothing, report at once`)
              }
              description={broken.map(({ service, chainId, seq, reason }) => (
                <div key={`${service} ${chainId} ${seq}`}>
                  {service} {chainId} #{seq}：{reason}
                </div>
              ))}
            />
            <Rows
              rowKey="service"
              dataSource={verify.data.services}
              columns={[
                { title: say('服务', 'Service'), dataIndex: 'service' },
                { title: say('链', 'Chains'), dataIndex: 'chains', align: 'right' },
                { title: say('条目', 'Entries'), dataIndex: 'entries', align: 'right' },
              ]}
            />
          </>
        )}
      </div>
    </Card>
  );
}
