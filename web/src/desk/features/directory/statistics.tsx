import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Input } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { DocumentButton } from '../../components/document-button.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { todayOf } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { categoryText, directoryKeys } from './words.js';

/** How the rows have done (各行的成效): what each sent, how far it travelled, who objected and with what success; and a draft of what that speaks for. */
export default function Statistics() {
  const say = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const unitName = useUnitName();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const day = (name: 'from' | 'to') => (/^\d{4}-\d\d-\d\d$/.test(String(asked[name])) ? String(asked[name]) : undefined);
  const [from, to] = [day('from'), day('to')];
  const days = { ...(from && { from }), ...(to && { to }) };
  const statistics = useQuery({
    queryKey: ['directory', 'statistics', from, to],
    queryFn: ({ signal }) => call('dispatch.directory.statistics', days, { signal }),
  });
  // What a row is about is told for the version in force; of an older one its number must do.
  const directory = useQuery({
    queryKey: ['directory', 'rows', 'in force'],
    queryFn: ({ signal }) => call('dispatch.directory.get', {}, { signal }),
  });
  const rowOf = (id: string) => directory.data?.rows.find((row) => row.id === id);
  const part = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);
  const choose = (name: 'from' | 'to', value: string) =>
    void navigate({ to: '/rules/statistics', search: { from, to, [name]: value || undefined } as never, replace: true });
  return (
    <section aria-labelledby="statistics-title" className="order">
      <PageHead id="statistics-title" title={say('各行的成效', 'How rows have done')} prints>
        <Link to="/rules">{say('回到派单目录', 'To the directory')}</Link>
      </PageHead>
      <div className="field-row no-print" style={{ gap: '8px 16px' }}>
        <label>
          {say('派单自', 'Sent from')}{' '}
          <Input type="date" style={{ width: 160 }} defaultValue={from} onChange={({ target }) => choose('from', target.value)} />
        </label>
        <label>
          {say('至', 'until')}{' '}
          <Input type="date" style={{ width: 160 }} defaultValue={to} onChange={({ target }) => choose('to', target.value)} />
        </label>
        {may('dispatch.work-order.export-dispatched') && (
          <DocumentButton
            name="dispatch.work-order.export-dispatched"
            input={{ on: to ?? todayOf(Date.now()) }}
            label={say(`${to ?? '今日'}派单，抄送区中心`, `Sent on ${to ?? 'this day'}, for the district`)}
            kind="Excel"
            note={({ rows, isCut }) =>
              isCut ? say(`只保存了前 ${rows} 件`, `The first ${rows} are saved`) : say(`已保存 ${rows} 件到下载`, `${rows} saved`)
            }
          />
        )}
      </div>
      <Command
        operation="dispatch.directory-draft.suggest"
        title={say('依统计起草', 'Draft what this speaks for')}
        refreshes={directoryKeys}
        note={say(
          '找出工单多经异议改派到别处的行，起草改由那里主办；只起草，不发布。',
          'Finds rows whose orders mostly ended elsewhere after an objection, and drafts that lead; nothing is published.',
        )}
        input={(_, id) => ({ id, ...days })}
        answer={({ draft, suggestions }) => (
          <Alert
            style={{ marginTop: 8 }}
            type="info"
            showIcon
            message={
              draft ? (
                <Link to="/rules/drafts/$id" params={{ id: draft.id }}>
                  {say(`已起草：${draft.title}，去看`, `Drafted: ${draft.title}`)}
                </Link>
              ) : (
                say('没有可以起草的改动', 'Nothing to draft')
              )
            }
            description={
              suggestions.length > 0 && (
                <ul className="told">
                  {suggestions.map(({ ruleId, text }) => (
                    <li key={`${ruleId} ${text}`}>{text}</li>
                  ))}
                </ul>
              )
            }
          />
        )}
      />
      <Card>
        <Answered
          query={statistics}
          isEmpty={({ rules }) => rules.length === 0}
          empty={say('这段时间没有按目录派出的工单，请换一段时间', 'No orders were sent by the directory then: choose other days')}
        >
          {({ rules }) => (
            <Rows
              rowKey={({ directoryVersion, ruleId }) => `${directoryVersion} ${ruleId}`}
              dataSource={rules}
              pagination={{ pageSize: 50 }}
              columns={[
                { title: say('版', 'Version'), dataIndex: 'directoryVersion', align: 'right' },
                {
                  title: say('行', 'Row'),
                  render: (_, { ruleId, directoryVersion }) => {
                    const row = directoryVersion === directory.data?.version ? rowOf(ruleId) : undefined;
                    return row ? `${ruleId} ${categoryText(row.category)}` : ruleId;
                  },
                },
                { title: say('派出', 'Orders'), dataIndex: 'orders', align: 'right' },
                {
                  title: say('经手单位（平均、最多）', 'Hops (mean, most)'),
                  align: 'right',
                  render: (_, { hops }) => (hops === null ? '—' : `${hops.mean.toFixed(2)}、${hops.max}`),
                },
                {
                  title: say('首派准确率', 'First dispatch right'),
                  align: 'right',
                  render: (_, one) => `${part(one.firstDispatchAccuracy)}（${one.settledByFirst}/${one.settled}）`,
                },
                {
                  title: say('异议率', 'Objected'),
                  align: 'right',
                  render: (_, one) => `${part(one.objectionRate)}（${one.objected}/${one.orders}）`,
                },
                {
                  title: say('异议成立率', 'Upheld'),
                  align: 'right',
                  render: (_, one) => `${part(one.objectionSuccess)}（${one.upheld}/${one.upheld + one.rejected}）`,
                },
                {
                  title: say('最后在别处', 'Ended elsewhere'),
                  render: (_, { endedElsewhere }) => (
                    <span className="long-text">
                      {endedElsewhere.map(({ unitId, orders }) => `${unitName(unitId)} ${orders}`).join('、') || '—'}
                    </span>
                  ),
                },
              ]}
            />
          )}
        </Answered>
      </Card>
    </section>
  );
}
