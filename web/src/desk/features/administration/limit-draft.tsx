import { Button, Card, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { labels } from '@wufang/contracts/labels';
import { useState } from 'react';
import { Trouble } from '../../components/states.js';
import { useCommand } from '../../lib/command.js';
import { useWords } from '../../lib/words.js';
import { limitText, stageText, type Row, type Table } from './limit-words.js';

const kept = 'wufang.time-limits.draft';

interface Draft {
  /** The version it was begun from; over another one it is no longer the same change. */
  version: number;
  /** Rows that differ, by their place in the table. */
  rows: Record<number, Row>;
}

function keptDraft(version: number): Draft {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? 'null') as Draft | null;
    if (found?.version === version) return found;
  } catch {
    // What cannot be read was never published; it is begun anew.
  }
  return { version, rows: {} };
}

/**
 * A draft (草稿) of the next table over the newest one: rows are changed one by one, what has changed stands beside what it was, and all of it is published
 * with its first day. The draft waits in this browser; the server judges the whole table when it is published.
 */
export function LimitDraft({ base }: { base: Table }) {
  const say = useWords();
  const [draft, setDraft] = useState(() => keptDraft(base.version));
  const [at, setAt] = useState<number>();
  const publish = useCommand('registry.time-limits.publish', [['time-limits']]);
  const change = (rows: Draft['rows']) => {
    const next = { version: base.version, rows };
    if (Object.keys(rows).length === 0) localStorage.removeItem(kept);
    else localStorage.setItem(kept, JSON.stringify(next));
    setDraft(next);
  };
  const changed = Object.keys(draft.rows).map(Number);
  const rowAt = (place: number): Row => draft.rows[place] ?? base.rows[place]!;
  const nameOf = (row: Row) =>
    [
      labels.deadlineCode[row.code],
      row.levels?.map((level) => labels.level[level]).join('、'),
      row.demandTypes?.map((type) => labels.demandType[type]).join('、'),
    ]
      .filter(Boolean)
      .join(' · ');
  const wordsOf = ({ limit, stages, source }: Row) =>
    [
      limitText(limit, say),
      ...stages.map((stage) => `${stageText(stage, say)}→${stage.tell.map((seat) => labels.chainSeat[seat]).join('、')}`),
      source,
    ].join('；');
  return (
    <Card
      size="small"
      className="no-print"
      title={say(`草稿：在第 ${base.version} 版上改了 ${changed.length} 行`, `Draft: ${changed.length} rows changed`)}
    >
      <Form.Item label={say('改哪一行', 'Which row')} colon={false} htmlFor="limit-row" style={{ marginBottom: 12 }}>
        <Select
          id="limit-row"
          showSearch
          allowClear
          optionFilterProp="label"
          style={{ maxWidth: 420 }}
          value={at}
          onChange={setAt}
          options={base.rows.map((row, place) => ({ value: place, label: nameOf(row) }))}
        />
      </Form.Item>
      {at !== undefined && (
        <ChangeRow
          key={at}
          row={rowAt(at)}
          done={(row) => {
            change({ ...draft.rows, [at]: row });
            setAt(undefined);
          }}
        />
      )}
      {changed.length > 0 && (
        <>
          <ul className="told" aria-label={say('改动', 'Changes')}>
            {changed.map((place) => (
              <li key={place}>
                <b>{nameOf(base.rows[place]!)}</b>
                <div>
                  <del>{wordsOf(base.rows[place]!)}</del>
                </div>
                <div>
                  <ins>{wordsOf(draft.rows[place]!)}</ins>
                </div>
                <Button
                  size="small"
                  onClick={() => change(Object.fromEntries(Object.entries(draft.rows).filter(([key]) => Number(key) !== place)))}
                >
                  {say(`不改${labels.deadlineCode[base.rows[place]!.code]}`, 'Leave it as it was')}
                </Button>
              </li>
            ))}
          </ul>
          <Form
            name="publish-limits"
            layout="vertical"
            requiredMark={false}
            style={{ marginTop: 12 }}
            onFinish={({ from }: { from: Dayjs }) =>
              publish.mutate(
                { from: from.format('YYYY-MM-DD'), rows: base.rows.map((_, place) => rowAt(place)) },
                { onSuccess: () => change({}) },
              )
            }
          >
            <Form.Item
              name="from"
              label={say('自哪天施行（已经开始的时钟仍按原来的时限）', 'In force from (clocks that run keep their limits)')}
              rules={[{ required: true, message: say('请选择施行日期', 'Choose the first day') }]}
            >
              <DatePicker minDate={dayjs()} />
            </Form.Item>
            {publish.isError && <Trouble error={publish.error} />}
            <Button type="primary" htmlType="submit" loading={publish.isPending}>
              {say('发布时限表', 'Publish the table')}
            </Button>
          </Form>
        </>
      )}
      <div role="status">
        {publish.isSuccess &&
          changed.length === 0 &&
          say(`已发布第 ${publish.data.version} 版。`, `Published as version ${publish.data.version}.`)}
      </div>
    </Card>
  );
}

interface Filled {
  minutes?: number;
  days?: number;
  at?: string;
  until?: string;
  source: string;
  stages: { minutes?: number; days?: number; afterDueMinutes?: number; tell: Row['stages'][number]['tell'] }[];
}

/** One row: its number, who is told at each stage, its source. What kind of clock it is stays; that is for those who write rules. */
function ChangeRow({ row, done }: { row: Row; done: (row: Row) => void }) {
  const say = useWords();
  const { limit } = row;
  const hasMinutes = limit.clock === 'C' || limit.clock === 'CW' || limit.clock === 'W';
  const seats = Object.entries(labels.chainSeat).map(([value, label]) => ({ value, label }));
  const hand = ({ minutes, days, at, until, source, stages }: Filled) =>
    done({
      ...row,
      source,
      limit: {
        ...limit,
        ...(minutes !== undefined && { minutes }),
        ...(days !== undefined && { days }),
        ...(at && { at }),
        ...(until && { until }),
      } as Row['limit'],
      stages: row.stages.map((stage, i) => {
        const { tell, ...when } = stages[i]!;
        return { ...stage, tell, at: { ...stage.at, ...when } as (typeof stage)['at'] };
      }),
    });
  const required = [{ required: true, message: say('请填写', 'Needed') }];
  return (
    <Form
      name="limit"
      layout="vertical"
      requiredMark={false}
      onFinish={hand}
      initialValues={{ ...limit, source: row.source, stages: row.stages.map(({ at, tell }) => ({ ...at, tell })) }}
    >
      <div className="field-row">
        {hasMinutes && (
          <Form.Item name="minutes" label={say('时限（分钟）', 'Limit (minutes)')} rules={required}>
            <InputNumber min={1} precision={0} />
          </Form.Item>
        )}
        {limit.clock === 'D' && (
          <Form.Item
            name="days"
            label={limit.unit === 'working' ? say('时限（工作日）', 'Limit (working days)') : say('时限（日）', 'Limit (days)')}
            rules={required}
          >
            <InputNumber min={1} precision={0} />
          </Form.Item>
        )}
        {limit.clock === 'SAME_DAY' && (
          <>
            <Form.Item name="at" label={say('当日截止', 'By')} rules={required}>
              <Input maxLength={5} />
            </Form.Item>
            <Form.Item name="until" label={say('此前收到', 'If in before')} rules={required}>
              <Input maxLength={5} />
            </Form.Item>
          </>
        )}
        <Form.Item name="source" label={say('依据', 'Source')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      {row.stages.map((stage, i) => (
        <div key={i} className="field-row">
          {'minutes' in stage.at && (
            <Form.Item name={['stages', i, 'minutes']} label={say(`环节 ${i + 1}：第几分钟`, `Stage ${i + 1}: minute`)} rules={required}>
              <InputNumber min={1} precision={0} />
            </Form.Item>
          )}
          {'days' in stage.at && (
            <Form.Item name={['stages', i, 'days']} label={say(`环节 ${i + 1}：第几日`, `Stage ${i + 1}: day`)} rules={required}>
              <InputNumber min={1} precision={0} />
            </Form.Item>
          )}
          {stage.kind === 'after' && 'afterDueMinutes' in stage.at && (
            <Form.Item
              name={['stages', i, 'afterDueMinutes']}
              label={say(`环节 ${i + 1}：超时几分钟`, `Stage ${i + 1}: minutes late`)}
              rules={required}
            >
              <InputNumber min={1} precision={0} />
            </Form.Item>
          )}
          <Form.Item
            name={['stages', i, 'tell']}
            label={say(`环节 ${i + 1}（${stageText(stage, say)}）告知谁`, `Stage ${i + 1} (${stageText(stage, say)}) tells`)}
            rules={[{ required: true, type: 'array', min: 1, message: say('请选择告知谁', 'Whom?') }]}
          >
            <Select mode="multiple" style={{ minWidth: 200 }} options={seats} />
          </Form.Item>
        </div>
      ))}
      <Button htmlType="submit">{say('记入草稿', 'Into the draft')}</Button>
    </Form>
  );
}
