import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState, type Key } from 'react';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, type Incident } from './api.js';

/** The demands that are about this incident, and the open ones that may be. */
export function Attached({ incident }: { incident: Incident }) {
  const say = useWords();
  const may = useMay();
  const { id, orders } = incident;
  const mayDetach = may('dispatch.incident.detach') && incident.state === 'OPEN';
  return (
    <Card title={say(`并入的诉求 ${orders.length} 件`, `${orders.length} demands attached`)}>
      {orders.length === 0 ? (
        <p style={{ marginTop: 0 }}>{say('还没有并入的诉求。', 'None yet.')}</p>
      ) : (
        <Rows
          rowKey="orderId"
          dataSource={orders}
          pagination={{ pageSize: 20 }}
          columns={[
            {
              title: say('编号', 'Number'),
              render: (_, { orderId, no }) => (
                <Link to="/orders/$id" params={{ id: orderId }}>
                  {no}
                </Link>
              ),
            },
            { title: say('并入时间', 'Attached'), render: (_, { attachedAt }) => clockText(attachedAt) },
            { title: say('怎样并入', 'How'), render: (_, { byHand }) => (byHand ? say('人工', 'by hand') : say('自动', 'by itself')) },
            ...(mayDetach
              ? [
                  {
                    title: say('处理', 'Action'),
                    render: (_: unknown, { orderId, no }: (typeof orders)[number]) => (
                      <Command
                        operation="dispatch.incident.detach"
                        size="small"
                        title={say('撤销并入', 'Detach')}
                        about={no}
                        refreshes={incidentKeys}
                        note={say('工单按派单目录照常派给单位，诉求人的时钟不变。', 'It goes to its unit as usual; its clock goes on.')}
                        input={({ reason }: { reason: string }) => ({ id, orderId, reason })}
                      >
                        <Words name="reason" label={say('理由', 'Reason')} max={300} rows={2} min={2} />
                      </Command>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {may('dispatch.incident.candidates') && incident.state === 'OPEN' && <Candidates id={id} />}
    </Card>
  );
}

function Candidates({ id }: { id: string }) {
  const say = useWords();
  const [chosen, setChosen] = useState<readonly Key[]>([]);
  const candidates = useQuery({
    queryKey: ['incident', id, 'candidates'],
    queryFn: ({ signal }) => call('dispatch.incident.candidates', { id }, { signal }),
    refetchInterval: 30_000,
  });
  const attach = useCommand('dispatch.incident.attach', incidentKeys);
  const refused = attach.data?.results.filter(({ attached }) => !attached) ?? [];
  return (
    <section aria-label={say('可以并入的工单', 'Orders that may be attached')} className="no-print">
      <h2 style={{ fontSize: 14 }}>{say('可以并入的在办工单', 'Open orders that may be about it')}</h2>
      <div role="status">
        {attach.isError && <Trouble error={attach.error} />}
        {attach.data && (
          <Alert
            showIcon
            type={refused.length > 0 ? 'warning' : 'success'}
            message={say(
              `已并入 ${attach.data.results.length - refused.length} 件${refused.length > 0 ? `，${refused.length} 件没有并入：状态已变，请刷新后再看` : ''}`,
              `${attach.data.results.length - refused.length} attached, ${refused.length} not`,
            )}
          />
        )}
      </div>
      <Answered
        query={candidates}
        isEmpty={({ orders }) => orders.length === 0}
        empty={say('没有别的在办工单在这个范围内', 'No other open order lies within it')}
      >
        {({ orders }) => (
          <>
            <Rows
              rowKey="orderId"
              dataSource={orders}
              pagination={{ pageSize: 20 }}
              rowSelection={{
                selectedRowKeys: [...chosen],
                onChange: setChosen,
                columnTitle: say('选', 'Pick'),
                getCheckboxProps: ({ no }) => ({ 'aria-label': say(`选中 ${no}`, `Choose ${no}`) }) as object,
              }}
              columns={[
                { title: say('编号', 'Number'), dataIndex: 'no' },
                { title: say('事由', 'Title'), dataIndex: 'title' },
                { title: say('地点', 'Place'), render: (_, { place }) => place.point ?? '—' },
                { title: say('来电', 'Received'), render: (_, { receivedAt }) => clockText(receivedAt) },
                {
                  title: say('判断', 'Judged'),
                  render: (_, { isCertain }) => <Mark>{isCertain ? say('在范围内', 'within') : say('请人判断', 'judge yourself')}</Mark>,
                },
              ]}
            />
            <Button
              style={{ marginTop: 8 }}
              disabled={chosen.length === 0}
              loading={attach.isPending}
              onClick={() => sendThen(attach, { id, orderIds: chosen.map(String) }, () => setChosen([]))}
            >
              {say(`并入选中的 ${chosen.length} 件`, `Attach the ${chosen.length} chosen`)}
            </Button>
          </>
        )}
      </Answered>
    </section>
  );
}
