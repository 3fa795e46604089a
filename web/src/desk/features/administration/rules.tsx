import { useMutation, useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

type Row = Output<'dispatch.directory.get'>['rows'][number];

/** The dispatch directory (派单目录) in force, as a table that can be searched, and what it would do with the orders there are. */
export default function Rules() {
  const say = useWords();
  const unitName = useUnitName();
  const [text, setText] = useState('');
  const directory = useQuery({ queryKey: ['directory'], queryFn: ({ signal }) => call('dispatch.directory.get', {}, { signal }) });
  const leadOf = ({ lead }: Row) =>
    lead.kind === 'UNIT'
      ? unitName(lead.unitId)
      : lead.kind === 'COMMUNITY'
        ? say('所在社区', 'The community there')
        : say(`小区的物业公司（没有的由${unitName(lead.elseUnitId)}）`, `The estate's firm (else ${unitName(lead.elseUnitId)})`);
  const coOf = ({ coUnits = [] }: Row) =>
    coUnits
      .map((unit) =>
        unit.kind === 'UNIT'
          ? unitName(unit.unitId)
          : { COMMUNITY: say('所在社区', 'community'), ESTATE_FIRM: say('物业公司', 'firm'), RIGHTS_UNIT: say('产权单位', 'rights unit') }[
              unit.kind
            ],
      )
      .join('、') || '—';
  return (
    <section aria-labelledby="rules-title" className="order">
      <h1 id="rules-title" className="page-title">
        {say('派单目录', 'Dispatch directory')}
      </h1>
      <DryRun />
      <Answered
        query={directory}
        isEmpty={({ rows }) => rows.length === 0}
        empty={say('还没有发布派单目录，请管理员发布', 'No directory yet: ask the administrator to publish one')}
      >
        {({ version, from, rows }) => {
          const shown = rows.filter((row) => [row.id, ...row.category, leadOf(row)].join(' ').includes(text.trim()));
          return (
            <Card title={say(`第 ${version} 版，自 ${dateText(from)} 施行，${rows.length} 行`, `Version ${version}, ${rows.length} rows`)}>
              <Input
                allowClear
                aria-label={say('查找一行', 'Find a row')}
                placeholder={say('分类或单位', 'Category or unit')}
                value={text}
                onChange={({ target }) => setText(target.value)}
                style={{ maxWidth: 320, marginBottom: 12 }}
              />
              <Rows
                rowKey="id"
                dataSource={shown}
                pagination={{ pageSize: 50 }}
                columns={[
                  { title: say('问题分类', 'Category'), render: (_, { category }) => category.join(' / ') || say('全部', 'All') },
                  {
                    title: say('条件', 'Only if'),
                    render: (_, { level, estateType, demandTypes }) =>
                      [
                        level && labels.level[level],
                        estateType && labels.estateType[estateType],
                        demandTypes?.map((type) => labels.demandType[type]).join('、'),
                      ]
                        .filter(Boolean)
                        .join('；') || '—',
                  },
                  { title: say('主办', 'Lead'), render: (_, row) => leadOf(row) },
                  { title: say('协办', 'Co-units'), render: (_, row) => coOf(row) },
                  { title: say('定级', 'Level'), render: (_, { setLevel }) => (setLevel ? labels.level[setLevel] : '—') },
                  { title: say('依据', 'Source'), dataIndex: 'source' },
                ]}
              />
            </Card>
          );
        }}
      </Answered>
    </section>
  );
}

/** Where the directory would send the orders there are, beside where they went; nothing is moved. */
function DryRun() {
  const say = useWords();
  const run = useMutation({ mutationFn: () => call('dispatch.directory.dry-run', {}) });
  return (
    <Card title={say('试派', 'Dry run')}>
      <p style={{ marginTop: 0 }}>
        {say(
          '用现行目录把已有工单重派一遍，与当时去向比较；不改变任何工单。',
          'Sends all orders anew on paper and compares; nothing is moved.',
        )}
      </p>
      <Button onClick={() => run.mutate()} loading={run.isPending}>
        {say('开始试派', 'Start the dry run')}
      </Button>
      <div role="status" style={{ marginTop: 12 }}>
        {run.isError && <Trouble error={run.error} again={() => run.mutate()} />}
        {run.data && (
          <>
            <p>
              {say(
                `${run.data.orders} 件中，${run.data.same} 件去向不变，${run.data.elsewhere} 件会派往别处，${run.data.levelChanged} 件级别会变。`,
                `Of ${run.data.orders}: ${run.data.same} the same, ${run.data.elsewhere} elsewhere, ${run.data.levelChanged} of another level.`,
              )}
            </p>
            {run.data.moves.length > 0 && (
              <Rows
                rowKey={({ fromUnitId, toUnitId }) => `${fromUnitId} ${toUnitId}`}
                dataSource={run.data.moves}
                pagination={{ pageSize: 10 }}
                columns={[
                  { title: say('当时派给', 'Went to'), dataIndex: 'from' },
                  { title: say('现在会派给', 'Would go to'), dataIndex: 'to' },
                  { title: say('件数', 'Orders'), dataIndex: 'orders', align: 'right' },
                  { title: say('例如', 'Such as'), render: (_, { examples }) => examples.join('、') },
                ]}
              />
            )}
          </>
        )}
      </div>
    </Card>
  );
}
