import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { sourceInWords } from '@wufang/contracts/sources';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { limitText, stageText, type Row, type Table } from './limit-words.js';
import { LimitDraft } from './limit-draft.js';
import { LimitFindings } from './limit-findings.js';

/** The time-limit tables (时限表) that were published: every duty, how long it may take, who is told when, and where that comes from. */
export default function TimeLimits() {
  const say = useWords();
  const tables = useQuery({ queryKey: ['time-limits'], queryFn: ({ signal }) => call('registry.time-limits.list', {}, { signal }) });
  return (
    <Answered
      query={tables}
      heading={say('时限表', 'Time limits')}
      isEmpty={(found) => found.tables.length === 0}
      empty={say('还没有发布时限表，请管理员发布', 'No table yet: ask the administrator to publish one')}
    >
      {(found) => <Tables tables={found.tables} />}
    </Answered>
  );
}

function Tables({ tables }: { tables: readonly Table[] }) {
  const say = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
  const inForce = tables.find(({ from }) => from <= today) ?? tables.at(-1)!;
  const table = tables.find(({ version }) => version === Number(asked['version'])) ?? inForce;
  const [text, setText] = useState('');
  const nameOf = ({ version, from }: Table) =>
    version === inForce.version
      ? say(`第 ${version} 版（现行）`, `Version ${version} (in force)`)
      : from > today
        ? say(`第 ${version} 版（${dateText(from)} 起）`, `Version ${version} (from ${dateText(from)})`)
        : say(`第 ${version} 版`, `Version ${version}`);
  const appliesTo = ({ levels, demandTypes }: Row) =>
    [
      levels &&
        (levels.length === 0 ? say('目录指明的', 'where the directory says so') : levels.map((level) => labels.level[level]).join('、')),
      demandTypes?.map((type) => labels.demandType[type]).join('、'),
    ]
      .filter(Boolean)
      .join('；') || say('全部', 'all');
  const shown = table.rows.filter((row) =>
    [labels.deadlineCode[row.code], sourceInWords(row.source), appliesTo(row)].join(' ').includes(text.trim()),
  );
  return (
    <section aria-labelledby="limits-title" className="order">
      <PageHead id="limits-title" title={say('时限表', 'Time limits')} prints>
        <Select
          aria-label={say('版本', 'Version')}
          style={{ width: 200 }}
          value={table.version}
          onChange={(version: number) => void navigate({ to: '/time-limits', search: { version } as never, replace: true })}
          options={tables.map((one) => ({ value: one.version, label: nameOf(one) }))}
        />
      </PageHead>
      {may('dispatch.time-limit.findings') && <LimitFindings />}
      {may('registry.time-limits.publish') && <LimitDraft key={inForce.version} base={tables[0]!} />}
      <Card
        title={say(`自 ${dateText(table.from)} 施行，${table.rows.length} 行`, `From ${dateText(table.from)}, ${table.rows.length} rows`)}
        extra={say(`发布于 ${fullText(table.publishedAt)}`, `Published ${fullText(table.publishedAt)}`)}
      >
        <Input
          allowClear
          className="no-print"
          aria-label={say('查找一行', 'Find a row')}
          placeholder={say('责任、级别或依据', 'Duty, level or source')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          style={{ maxWidth: 320, marginBottom: 12 }}
        />
        <Rows
          rowKey={(row) => `${row.code} ${row.levels?.join() ?? ''} ${row.demandTypes?.join() ?? ''}`}
          dataSource={shown}
          columns={[
            { title: say('责任', 'Duty'), render: (_, { code }) => labels.deadlineCode[code] },
            { title: say('适用', 'For'), render: (_, row) => appliesTo(row) },
            { title: say('时限', 'Limit'), render: (_, { limit }) => limitText(limit, say) },
            {
              title: say('环节与告知', 'Stages, and who is told'),
              render: (_, { stages }) => (
                <span className="long-text">
                  {stages
                    .map((stage) => `${stageText(stage, say)} → ${stage.tell.map((seat) => labels.chainSeat[seat]).join('、')}`)
                    .join('；')}
                </span>
              ),
            },
            {
              title: say('依据', 'Source'),
              render: (_, { source }) => (
                <span lang="zh-CN" className="long-text" style={{ maxWidth: '20em' }}>
                  {sourceInWords(source)}
                </span>
              ),
            },
          ]}
        />
      </Card>
    </section>
  );
}
