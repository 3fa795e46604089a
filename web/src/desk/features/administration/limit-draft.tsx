import { Button, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { sourceInWords } from '@wufang/contracts/sources';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { DatePicker } from '../../components/date-picker.js';
import { Trouble } from '../../components/states.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { LimitRow } from './limit-row.js';
import { limitText, stageText, type Row, type Table } from './limit-words.js';

const kept = 'wufang.time-limits.draft';

interface Draft {
  /** The version it was begun from; over another one it is no longer the same change. */
  version: number;
  /** Rows that differ, by their place in the table. */
  rows: Record<number, Row>;
  /** Rows that the table does not have. */
  added: Row[];
}

function keptDraft(version: number): Draft {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? 'null') as Partial<Draft> | null;
    if (found?.version === version) return { version, rows: found.rows ?? {}, added: found.added ?? [] };
  } catch {
    // What cannot be read was never published; it is begun anew.
  }
  return { version, rows: {}, added: [] };
}

/** What is open for writing: a row of the table, one that was added, or a new one. */
type Open = { place: number } | { added: number } | 'new';

/**
 * A draft (草稿) of the next table over the newest one: rows are changed or added one by one, what has changed stands beside what it was, and all of it is
 * published with its first day. The draft waits in this browser; the server judges the whole table when it is published.
 */
export function LimitDraft({ base }: { base: Table }) {
  const say = useWords();
  const [draft, setDraft] = useState(() => keptDraft(base.version));
  const [open, setOpen] = useState<Open>();
  const publish = useCommand('registry.time-limits.publish', [['time-limits']]);
  const change = (to: Omit<Draft, 'version'>) => {
    const next = { version: base.version, rows: to.rows, added: to.added };
    if (Object.keys(next.rows).length + next.added.length === 0) localStorage.removeItem(kept);
    else localStorage.setItem(kept, JSON.stringify(next));
    setDraft(next);
    setOpen(undefined);
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
      sourceInWords(source),
    ].join('；');
  const isEmpty = changed.length + draft.added.length === 0;
  const put = (row: Row) => {
    if (open === undefined) return;
    if (open === 'new') return change({ ...draft, added: [...draft.added, row] });
    if ('place' in open) return change({ ...draft, rows: { ...draft.rows, [open.place]: row } });
    change({ ...draft, added: draft.added.map((one, i) => (i === open.added ? row : one)) });
  };
  return (
    <Card
      className="no-print"
      title={say(
        `草稿：在第 ${base.version} 版上改了 ${changed.length} 行${draft.added.length > 0 ? `，新增 ${draft.added.length} 行` : ''}`,
        `Draft: ${changed.length} rows changed, ${draft.added.length} added`,
      )}
    >
      <div className="field-row" style={{ alignItems: 'flex-end' }}>
        <Form.Item
          label={say('改哪一行', 'Which row')}
          colon={false}
          htmlFor="limit-row"
          style={{ marginBottom: 12, flex: '1 1 260px', maxWidth: 420 }}
        >
          <Select
            id="limit-row"
            showSearch
            allowClear
            optionFilterProp="label"
            value={typeof open === 'object' && 'place' in open ? open.place : undefined}
            onChange={(place?: number) => setOpen(place === undefined ? undefined : { place })}
            options={base.rows.map((row, place) => ({ value: place, label: nameOf(row) }))}
          />
        </Form.Item>
        <Button style={{ marginBottom: 12 }} aria-expanded={open === 'new'} onClick={() => setOpen(open === 'new' ? undefined : 'new')}>
          {say('新增一行', 'Add a row')}
        </Button>
      </div>
      {open !== undefined && (
        <LimitRow
          key={JSON.stringify(open)}
          {...(open !== 'new' && { row: 'place' in open ? rowAt(open.place) : draft.added[open.added]! })}
          isNew={open === 'new' || 'added' in open}
          done={put}
        />
      )}
      {!isEmpty && (
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
                  onClick={() =>
                    change({ ...draft, rows: Object.fromEntries(Object.entries(draft.rows).filter(([key]) => Number(key) !== place)) })
                  }
                >
                  {say(`不改${labels.deadlineCode[base.rows[place]!.code]}`, 'Leave it as it was')}
                </Button>
              </li>
            ))}
            {draft.added.map((row, i) => (
              <li key={`added ${i}`}>
                <b>{nameOf(row)}</b>
                <div>
                  <ins>{wordsOf(row)}</ins>
                </div>
                <div className="form-buttons">
                  <Button size="small" onClick={() => setOpen({ added: i })}>
                    {say(`改新增的${labels.deadlineCode[row.code]}`, 'Change it')}
                  </Button>
                  <Button size="small" onClick={() => change({ ...draft, added: draft.added.filter((_, other) => other !== i) })}>
                    {say(`不新增${labels.deadlineCode[row.code]}`, 'Leave it out')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          <Form
            name="publish-limits"
            layout="vertical"
            requiredMark={false}
            style={{ marginTop: 12 }}
            onFinish={({ from }: { from: Dayjs }) =>
              sendThen(
                publish,
                { from: from.format('YYYY-MM-DD'), rows: [...base.rows.map((_, place) => rowAt(place)), ...draft.added] },
                () => change({ rows: {}, added: [] }),
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
        {publish.isSuccess && isEmpty && say(`已发布第 ${publish.data.version} 版。`, `Published as version ${publish.data.version}.`)}
      </div>
    </Card>
  );
}
