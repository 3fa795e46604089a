import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import type { Input } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, dueText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName, useUnits } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { PersonField } from '../../components/person-field.js';
import { Plans } from './plans.js';
import { whatColumn } from './what-column.js';
import { rosterKeys, type Duty } from './words.js';

const shows = ['owed', 'now', 'all'] as const;
type Shows = (typeof shows)[number];

/** Recurring duties (周期任务) and rosters (值班表): what is owed today, who is on duty now, and the plans behind that. */
export default function Rosters() {
  const say = useWords();
  const navigate = useNavigate();
  const units = useUnits();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const shown = shows.find((one) => one === asked['show']) ?? 'owed';
  const unitId = typeof asked['unit'] === 'string' ? asked['unit'] : undefined;
  const show = (next: { show?: Shows | undefined; unit?: string | undefined }) =>
    void navigate({
      to: '/rosters',
      search: { show: shown === 'owed' ? undefined : shown, unit: unitId, ...next } as never,
      replace: true,
    });
  return (
    <section aria-labelledby="rosters-title" className="order">
      <PageHead id="rosters-title" title={say('周期任务与值班', 'Duties and rosters')} prints>
        <Segmented<Shows>
          className="no-print"
          aria-label={say('显示哪些', 'Which')}
          value={shown}
          onChange={(value) => show({ show: value === 'owed' ? undefined : value })}
          options={[
            { value: 'owed', label: say('待完成', 'Owed') },
            { value: 'now', label: say('现在在岗', 'On duty now') },
            { value: 'all', label: say('全部', 'All') },
          ]}
        />
        <Select
          allowClear
          showSearch
          className="no-print"
          optionFilterProp="label"
          aria-label={say('单位', 'Unit')}
          placeholder={say('全部单位', 'All units')}
          style={{ width: 220 }}
          value={unitId}
          onChange={(unit?: string) => show({ unit })}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </PageHead>
      <Duties shown={shown} unitId={unitId} />
      <Plans unitId={unitId} />
    </section>
  );
}

function Duties({ shown, unitId }: { shown: Shows; unitId: string | undefined }) {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow(30_000);
  const duties = useQuery({
    queryKey: ['rosters', 'duties', shown, unitId],
    queryFn: ({ signal }) => {
      const of: Input<'dispatch.duty.list'> = {
        limit: 200,
        ...(unitId && { unitId }),
        ...(shown === 'owed' && { state: 'OPEN' as const }),
        ...(shown === 'now' && { at: new Date().toISOString() }),
      };
      return call('dispatch.duty.list', of, { signal });
    },
    refetchInterval: 60_000,
  });
  const empty = {
    owed: say('现在没有待完成的。按下面的计划，到日子会自己出现在这里', 'Nothing is owed now; what plans ask for appears here on its day'),
    now: say('现在没有人在岗。值班表在下面安排', 'Nobody is on duty now; shifts are planned below'),
    all: say('还没有产生过任务。先在下面建立计划', 'Nothing yet: make a plan below'),
  }[shown];
  return (
    <Part id="duties" title={{ owed: say('待完成', 'Owed'), now: say('现在在岗', 'On duty now'), all: say('全部', 'All') }[shown]}>
      <Answered query={duties} isEmpty={(found) => found.duties.length === 0} empty={empty}>
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found.duties}
            pagination={{ pageSize: 20 }}
            columns={[
              whatColumn(),
              { title: say('单位', 'Unit'), render: (_, one) => unitName(one.unitId) },
              { title: say('时间', 'When'), render: (_, { startsAt, dueAt }) => `${clockText(startsAt)} – ${dueText(dueAt)}` },
              { title: say('当班', 'On duty'), render: (_, duty) => <Turns duty={duty} /> },
              {
                title: say('状态', 'State'),
                render: (_, { state, note }) => (
                  <span className="long-text">
                    <Mark tone={state === 'MISSED' ? 'bad' : state === 'OPEN' ? 'plain' : 'good'}>{labels.dutyState[state]}</Mark>
                    {note}
                  </span>
                ),
              },
              { title: say('处理', 'Action'), render: (_, duty) => <Acts duty={duty} now={now} /> },
            ]}
          />
        )}
      </Answered>
    </Part>
  );
}

/** Who has it, and who had it before a relief. */
function Turns({ duty: { turns, seat } }: { duty: Duty }) {
  const say = useWords();
  const personName = usePersonName();
  if (turns.length === 0) return say('本单位', 'The unit');
  return (
    <>
      {turns.map(({ accountId, from, until }) => (
        <div key={from}>
          {personName(accountId)}
          {turns.length > 1 && ` ${clockText(from)}–${clockText(until)}`}
        </div>
      ))}
      {seat !== null && <Mark>{say(`代行：${labels.chainSeat[seat]}`, `for: ${labels.chainSeat[seat]}`)}</Mark>}
    </>
  );
}

function Acts({ duty: { id, kind, title, state, startsAt, dueAt }, now }: { duty: Duty; now: number }) {
  const say = useWords();
  const isOwed = state === 'OPEN' || state === 'MISSED';
  return (
    <div className="form-buttons" style={{ flexWrap: 'wrap' }}>
      {isOwed && Date.parse(startsAt) <= now && (
        <Command
          operation="dispatch.duty.done"
          size="small"
          title={state === 'MISSED' ? say('补做', 'Do it late') : say('登记完成', 'Done')}
          about={title}
          refreshes={rosterKeys}
          input={({ note }: { note: string }) => ({ id, note })}
        >
          <Words name="note" label={say('做了什么、发现什么', 'What was done and found')} min={2} rows={3} />
        </Command>
      )}
      {kind === 'SHIFT' && Date.parse(dueAt) > now && (
        <Command
          operation="dispatch.duty.relieve"
          size="small"
          title={say('替班', 'Relief')}
          about={title}
          refreshes={rosterKeys}
          note={say(
            '从现在起（还没开始的，从开始起）由下面的人当班，此前的仍记在案。',
            'From now on, or from its beginning; who had it stays on record.',
          )}
          input={({ accountId }: { accountId: string }) => ({ id, accountId })}
        >
          <PersonField name="accountId" label={say('由谁接班', 'Who takes over')} />
        </Command>
      )}
    </div>
  );
}
