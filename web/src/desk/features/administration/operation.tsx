import { useMutation, useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Alert, Button, Form, InputNumber } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { eventName } from '../../lib/event-name.js';
import { clockText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';

/** For the person on duty: events nobody could take, and whether the records are whole. */
export default function Operation() {
  const say = useWords();
  const may = useMay();
  return (
    <section aria-labelledby="operation-title" className="order">
      <h1 id="operation-title" className="page-title">
        {say('运行与留痕', 'Operation and records')}
      </h1>
      <DeadEvents />
      <Audit />
      {may('gateway.event.retell') && <Retell />}
    </section>
  );
}

/** Everything recorded told once more, after the messages were lost or a backup was brought back; what is known already changes nothing. */
function Retell() {
  const say = useWords();
  return (
    <Card title={say('重新发布已记录的事件', 'Tell recorded events again')}>
      <Command
        operation="gateway.event.retell"
        title={say('重新发布', 'Tell again')}
        refreshes={[['dead-events']]}
        initial={{ days: 7 }}
        note={say(
          '只在消息丢失或恢复备份之后用：各服务把已记录的事件重发一遍，处理过的不会重复处理。可能要几分钟。',
          'Only after messages were lost or a backup was brought back. What was taken already is not taken twice. It may take minutes.',
        )}
        input={({ days }: { days?: number | null }) => (days ? { sinceSeconds: days * 86_400 } : {})}
        answer={({ services }) =>
          say(
            `已重发 ${services.reduce((sum, { events }) => sum + events, 0)} 条`,
            `${services.reduce((sum, { events }) => sum + events, 0)} told again`,
          )
        }
      >
        <Form.Item name="days" label={say('最近几天的（清空为全部）', 'Of the last days (empty: all)')}>
          <InputNumber min={1} max={3650} precision={0} />
        </Form.Item>
      </Command>
    </Card>
  );
}

type Dead = Output<'gateway.dead-event.list'>['events'][number];
const keyOf = ({ service, consumer, id }: Dead) => `${service} ${consumer} ${id}`;

/** Events nobody could take, each with its reason; what a replay could not apply either says why this time. */
function DeadEvents() {
  const say = useWords();
  const mayReplay = useMay()('gateway.dead-event.replay');
  const dead = useQuery({
    queryKey: ['dead-events'],
    queryFn: ({ signal }) => call('gateway.dead-event.list', {}, { signal }),
    refetchInterval: 30_000,
  });
  const replay = useMutation({
    mutationFn: async (events: readonly Dead[]) => {
      for (const service of new Set(events.map((event) => event.service))) {
        const ids = events.filter((event) => event.service === service).map(({ id }) => id);
        await call('gateway.dead-event.replay', { service, ids });
      }
      const asked = new Set(events.map(keyOf));
      const { data, error } = await dead.refetch();
      if (!data) throw error;
      return { asked: asked.size, left: data.events.filter((event) => asked.has(keyOf(event))) };
    },
  });
  return (
    <Card title={say('处理不了的事件', 'Dead events')}>
      <div role="status">
        {replay.isError && <Trouble error={replay.error} />}
        {replay.data && <Replayed {...replay.data} />}
      </div>
      <Answered
        query={dead}
        isEmpty={({ events }) => events.length === 0}
        empty={say('没有处理不了的事件，不用做什么', 'None: nothing to do')}
      >
        {({ events }) => (
          <>
            <Rows
              rowKey={keyOf}
              dataSource={events}
              pagination={{ pageSize: 20 }}
              columns={[
                { title: say('服务', 'Service'), dataIndex: 'service' },
                { title: say('事件', 'Event'), render: (_, { type }) => eventName(type) },
                { title: say('原因', 'Reason'), render: (_, { reason }) => <span className="long-text">{reason}</span> },
                { title: say('试过', 'Tries'), dataIndex: 'tries', align: 'right' },
                { title: say('时间', 'At'), render: (_, { diedAt }) => clockText(diedAt) },
                ...(mayReplay
                  ? [
                      {
                        title: say('处理', 'Action'),
                        render: (_: unknown, event: Dead) => (
                          <Button
                            size="small"
                            aria-label={say(
                              `重放 ${eventName(event.type)} ${clockText(event.diedAt)}`,
                              `Replay ${event.type} ${event.diedAt}`,
                            )}
                            loading={replay.isPending}
                            onClick={() => replay.mutate([event])}
                          >
                            {say('重放', 'Replay')}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            {mayReplay && events.length > 1 && (
              <div className="acts">
                <Button loading={replay.isPending} onClick={() => replay.mutate(events)}>
                  {say(`全部重放（${events.length} 件）`, `Replay all ${events.length}`)}
                </Button>
              </div>
            )}
          </>
        )}
      </Answered>
    </Card>
  );
}

/** What became of a replay: how many were applied, and why the others were not. */
function Replayed({ asked, left }: { asked: number; left: readonly Dead[] }) {
  const say = useWords();
  const done = asked - left.length;
  return (
    <Alert
      showIcon
      type={left.length === 0 ? 'success' : 'warning'}
      style={{ marginBottom: 12 }}
      message={
        left.length === 0
          ? say(`重放 ${asked} 件，全部处理完`, `${asked} replayed`)
          : say(
              `重放 ${asked} 件：处理完 ${done} 件，${left.length} 件仍处理不了`,
              `${done} of ${asked} replayed, ${left.length} failed again`,
            )
      }
      description={
        left.length > 0 && (
          <ul className="told">
            {left.map((event) => (
              <li key={keyOf(event)}>
                {eventName(event.type)}：{event.reason}
                {say(`（第 ${event.tries} 次）`, ` (try ${event.tries})`)}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

/** Every chain of records counted through anew, on the server; a broken one is named. */
function Audit() {
  const say = useWords();
  const verify = useMutation({ mutationFn: () => call('gateway.audit.verify', {} as never) });
  const broken = verify.data?.services.flatMap(({ service, broken: places }) => places.map((place) => ({ service, ...place }))) ?? [];
  return (
    <Card title={say('核验留痕', 'Verify the records')}>
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
