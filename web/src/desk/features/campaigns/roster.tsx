import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { PersonField } from '../../components/person-field.js';
import { Rows } from '../../components/rows.js';
import { clockText, dueText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { campaignKeys, type Campaign } from './api.js';

interface Shift {
  unitId: string;
  startsAt: string;
  endsAt: string;
  rota?: string[];
}

/** Who is on duty (两班倒): an early and a late shift every day of the campaign; reliefs and records are those of all rosters. */
export function Roster({ campaign }: { campaign: Campaign }) {
  const say = useWords();
  const unitName = useUnitName();
  const personName = usePersonName();
  const { id, shifts, state, leadUnitId } = campaign;
  const [planIds, setPlanIds] = useState(() => [crypto.randomUUID(), crypto.randomUUID()] as const);
  const needed = [{ required: true, message: say('请填写', 'Needed') }];
  const names = [say('早班', 'Early shift'), say('晚班', 'Late shift')] as const;
  return (
    <Part id="roster" title={say('排班', 'Roster')}>
      {shifts.length === 0 ? (
        <p className="quiet">{say('没有排班。', 'No roster.')}</p>
      ) : (
        <Rows
          rowKey="id"
          dataSource={shifts}
          pagination={{ pageSize: 6 }}
          columns={[
            { title: say('时间', 'When'), render: (_, { startsAt, dueAt }) => `${clockText(startsAt)} – ${dueText(dueAt)}` },
            { title: say('单位', 'Unit'), render: (_, { unitId }) => unitName(unitId) },
            {
              title: say('当班', 'On duty'),
              render: (_, { onDuty }) => (onDuty === null ? say('本单位', 'The unit') : personName(onDuty)),
            },
            { title: say('状态', 'State'), render: (_, { state: done }) => <Mark>{labels.dutyState[done]}</Mark> },
          ]}
        />
      )}
      {state === 'OPEN' && (
        <Command
          operation="dispatch.campaign.roster"
          title={say('排两班', 'Draw up two shifts')}
          refreshes={campaignKeys}
          note={say(
            '每天一早一晚两班，到结束那天为止；重新排班时，原来的两班停止。',
            'Two shifts a day until the last one; drawn up anew, the old ones end.',
          )}
          initial={{
            shifts: [
              { unitId: leadUnitId, startsAt: '06:00', endsAt: '14:00' },
              { unitId: leadUnitId, startsAt: '14:00', endsAt: '22:00' },
            ],
          }}
          onDone={() => setPlanIds([crypto.randomUUID(), crypto.randomUUID()])}
          input={({ shifts: filled }: { shifts: Shift[] }) => ({
            id,
            shifts: filled.map(({ rota = [], ...shift }, at) => ({ planId: planIds[at]!, name: names[at]!, ...shift, rota })),
          })}
        >
          {names.map((name, at) => (
            <fieldset key={name} className="stack">
              <legend>{name}</legend>
              <Form.Item name={['shifts', at, 'unitId']} label={say(`${name}由哪个单位`, `Unit of the ${name}`)}>
                <Select options={campaign.unitIds.map((value) => ({ value, label: unitName(value) }))} />
              </Form.Item>
              <div className="field-row">
                <Form.Item name={['shifts', at, 'startsAt']} label={say(`${name}开始`, `${name} begins`)} rules={needed}>
                  <Input type="time" />
                </Form.Item>
                <Form.Item name={['shifts', at, 'endsAt']} label={say(`${name}结束`, `${name} ends`)} rules={needed}>
                  <Input type="time" />
                </Form.Item>
              </div>
              <PersonField name={['shifts', at, 'rota']} label={say(`${name}轮值的人（可不选）`, `People of the ${name}`)} isSome />
            </fieldset>
          ))}
        </Command>
      )}
    </Part>
  );
}
