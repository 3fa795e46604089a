import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { DutyDays, ruleOf, type FilledDays } from '../../components/duty-days.js';
import { choicesOf, UnitField, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { ruleText } from '../../lib/duty-rule.js';
import { labels } from '../../lib/labels.js';
import { useRoles, useUnitIds } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { PersonField } from '../../components/person-field.js';
import { whatColumn } from './what-column.js';
import { hoursText, rosterKeys, type Plan } from './words.js';

/** What recurs: checks (检查), reception days (民意接待日), shifts (值班), each with its days, its hours and who has it in turn. */
export function Plans({ unitId }: { unitId: string | undefined }) {
  const say = useWords();
  const unitName = useUnitName();
  const personName = usePersonName();
  const plans = useQuery({
    queryKey: ['rosters', 'plans', unitId],
    queryFn: ({ signal }) => call('dispatch.duty-plan.list', unitId === undefined ? {} : { unitId }, { signal }),
  });
  return (
    <Part id="plans" title={say('计划', 'Plans')}>
      <Answered
        query={plans}
        isEmpty={(found) => found.plans.length === 0}
        empty={say('还没有计划；可以在下面建立', 'No plan yet: make one below')}
      >
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found.plans}
            pagination={{ pageSize: 20 }}
            columns={[
              whatColumn(),
              { title: say('单位', 'Unit'), render: (_, one) => unitName(one.unitId) },
              {
                title: say('哪些日子', 'Days'),
                render: (_, { rule }) => (
                  <span className="long-text" style={{ maxWidth: '18em' }}>
                    {ruleText(rule)}
                  </span>
                ),
              },
              { title: say('时段', 'Hours'), render: (_, { rule }) => hoursText(rule) },
              {
                title: say('轮流当班', 'In turn'),
                render: (_, { rota, seat }) => (
                  <span className="long-text" style={{ maxWidth: '16em' }}>
                    {rota.map(personName).join('、') || say('本单位', 'The unit')}
                    {seat !== null && say(`，代行${labels.chainSeat[seat]}`, `, for: ${labels.chainSeat[seat]}`)}
                  </span>
                ),
              },
              {
                title: say('下次', 'Next'),
                render: (_, { isActive, nextOn }) => (isActive ? (nextOn ?? '—') : <Mark>{say('已停止', 'ended')}</Mark>),
              },
              {
                title: say('处理', 'Action'),
                render: (_, { id, title, isActive }) =>
                  isActive && (
                    <Command
                      operation="dispatch.duty-plan.end"
                      size="small"
                      title={say('停止', 'End')}
                      about={title}
                      refreshes={rosterKeys}
                      note={say('以后不再产生；已经产生的仍须完成。', 'No more of it; what has been asked for is still owed.')}
                      input={() => ({ id })}
                    />
                  ),
              },
            ]}
          />
        )}
      </Answered>
      <div className="acts">
        <NewPlan />
      </div>
    </Part>
  );
}

interface Filled extends FilledDays {
  kind: Plan['kind'];
  title: string;
  unitId: string;
  point?: string;
  rota?: string[];
  seat?: NonNullable<Plan['seat']>;
  from?: string;
  until?: string;
}

function NewPlan() {
  const say = useWords();
  const roles = useRoles();
  const units = useUnitIds();
  const [kind, setKind] = useState<Plan['kind']>('CHECK');
  // Who plans for one unit alone plans for their own.
  const isForAll = roles.includes('section_chief') || roles.includes('administrator');
  const seats = roles.includes('administrator') ? undefined : (['H'] as const);
  return (
    <Command
      operation="dispatch.duty-plan.create"
      title={say('新建计划', 'New plan')}
      isPrimary
      refreshes={rosterKeys}
      initial={{
        kind: 'CHECK' as const,
        every: 'WEEK' as const,
        onDayOff: 'KEEP' as const,
        startsAt: '09:00',
        endsAt: '17:00',
        ...(!isForAll && units[0] && { unitId: units[0] }),
      }}
      input={(
        { every, weekdays, monthDays, months, onDayOff, startsAt, endsAt, point, rota = [], seat, from, until, ...plan }: Filled,
        id,
      ) => ({
        ...{ id, ...plan },
        rule: ruleOf({ every, weekdays, monthDays, months, onDayOff, startsAt, endsAt }),
        rota: plan.kind === 'SHIFT' ? rota : [],
        ...(point && { point }),
        ...(plan.kind === 'SHIFT' && rota.length > 0 && seat && { seat }),
        ...(from && { from }),
        ...(until && { until }),
      })}
    >
      <Form.Item name="kind" label={say('做什么', 'Kind')}>
        <Select options={choicesOf(labels.dutyKind)} onChange={setKind} />
      </Form.Item>
      <Words name="title" label={say('名称', 'Name')} min={2} max={80} />
      <UnitField name="unitId" label={say('由哪个单位', 'Unit')} {...(!isForAll && { among: units })} />
      <Words name="point" label={say('地点（可不填）', 'Place (optional)')} isOptional max={120} />
      <DutyDays />
      {kind === 'SHIFT' && (
        <>
          <PersonField
            name="rota"
            label={say('轮流当班的人（可不选，即由本单位安排）', 'Who has it in turn (optional)')}
            isSome
            help={say('按选择的先后轮流', 'In the order chosen')}
          />
          <SeatField only={seats} />
        </>
      )}
      <div className="field-row">
        <When name="from" label={say('自哪天（不填为今天）', 'From (empty: today)')} isOptional />
        <When name="until" label={say('至哪天（不填为长期）', 'Until (empty: no end)')} isOptional />
      </div>
    </Command>
  );
}

/** The seat of the breach chain that who is on duty stands for; without anybody in turn there is none. */
function SeatField({ only }: { only: readonly 'H'[] | undefined }) {
  const say = useWords();
  const rota: string[] | undefined = Form.useWatch('rota');
  if (!rota || rota.length === 0) return null;
  return (
    <Form.Item name="seat" label={say('当班的人代行超时链的哪个席位（可不选）', 'Stands for a seat of the chain (optional)')}>
      <Select allowClear options={choicesOf(labels.chainSeat, only)} />
    </Form.Item>
  );
}
