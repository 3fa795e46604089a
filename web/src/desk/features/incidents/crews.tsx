import { Form, InputNumber } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { UnitField, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { clockText, spanText } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, type Incident } from './api.js';

const MINUTE_MS = 60_000;

/** Crews on site (班组): who came, hands over, leaves; hours to the minute. */
export function Crews({ incident }: { incident: Incident }) {
  const say = useWords();
  const unitName = useUnitName();
  const { id, shifts } = incident;
  const isOver = incident.state !== 'OPEN' && incident.state !== 'RESTORED';
  return (
    <Card title={say('抢修班组', 'Crews')}>
      {shifts.length === 0 ? (
        <p style={{ marginTop: 0 }}>{say('还没有班组到岗。', 'No crew has come yet.')}</p>
      ) : (
        <Rows
          rowKey="id"
          dataSource={shifts}
          columns={[
            { title: say('单位', 'Unit'), render: (_, { unitId }) => unitName(unitId) },
            { title: say('人数', 'Persons'), dataIndex: 'persons', align: 'right' },
            { title: say('到岗', 'On'), render: (_, { onAt }) => clockText(onAt) },
            {
              title: say('撤离', 'Off'),
              render: (_, { offAt, relieveBy }) =>
                offAt === null
                  ? say(`在岗，${clockText(relieveBy)} 前换班`, `on site, relief by ${clockText(relieveBy)}`)
                  : clockText(offAt),
            },
            {
              title: say('历时', 'Time'),
              align: 'right',
              render: (_, { minutes, isOverLong }) => (
                <>
                  {spanText(minutes * MINUTE_MS)}
                  {isOverLong && (
                    <div>
                      <Mark tone="bad">{say('连续作业过久，请换班', 'too long without relief')}</Mark>
                    </div>
                  )}
                </>
              ),
            },
            { title: say('人时', 'Person-time'), align: 'right', render: (_, { personMinutes }) => spanText(personMinutes * MINUTE_MS) },
            { title: say('交接事项', 'Hand-over'), render: (_, { note }) => note ?? '—' },
          ]}
        />
      )}
      {shifts.length > 0 && (
        <p>
          {say(
            `合计 ${spanText(incident.crewMinutes * MINUTE_MS)}，${spanText(incident.personMinutes * MINUTE_MS)}（人时）`,
            `${spanText(incident.crewMinutes * MINUTE_MS)} in all, ${spanText(incident.personMinutes * MINUTE_MS)} of persons`,
          )}
        </p>
      )}
      {!isOver && (
        <div className="acts">
          {incident.state === 'OPEN' && <Arrive id={id} />}
          {shifts
            .filter(({ offAt }) => offAt === null)
            .map((shift) => (
              <OnSite key={shift.id} id={id} shift={shift} name={unitName(shift.unitId)} />
            ))}
        </div>
      )}
    </Card>
  );
}

interface Crew {
  unitId: string;
  persons: number;
}

function CrewFields() {
  const say = useWords();
  return (
    <>
      <UnitField name="unitId" label={say('班组单位', 'Unit')} />
      <Form.Item name="persons" label={say('人数', 'Persons')} rules={[{ required: true, message: say('请填写人数', 'How many?') }]}>
        <InputNumber min={1} max={500} precision={0} />
      </Form.Item>
    </>
  );
}

function Arrive({ id }: { id: string }) {
  const say = useWords();
  // A shift has its number before it is sent; the next one takes another.
  const [shiftId, setShiftId] = useState(() => crypto.randomUUID());
  return (
    <Command
      operation="dispatch.incident.shift-start"
      title={say('班组到岗', 'A crew comes')}
      refreshes={incidentKeys}
      input={(filled: Crew) => ({ id, shiftId, ...filled })}
      onDone={() => setShiftId(crypto.randomUUID())}
    >
      <CrewFields />
    </Command>
  );
}

function OnSite({ id, shift, name }: { id: string; shift: Incident['shifts'][number]; name: string }) {
  const say = useWords();
  const [nextShiftId] = useState(() => crypto.randomUUID());
  const at = { id, shiftId: shift.id };
  return (
    <>
      <Command
        operation="dispatch.incident.hand-over"
        title={say(`${name}交班`, `${name} hands over`)}
        refreshes={incidentKeys}
        initial={{ unitId: shift.unitId, persons: shift.persons }}
        input={(filled: Crew & { note: string }) => ({ ...at, nextShiftId, ...filled })}
      >
        <CrewFields />
        <Words name="note" label={say('交接事项', 'What the next crew has to know')} rows={3} min={2} />
      </Command>
      <Command
        operation="dispatch.incident.shift-end"
        title={say(`${name}撤离`, `${name} leaves`)}
        refreshes={incidentKeys}
        note={say('不再有人接班时登记撤离。', 'Only when no crew follows.')}
        input={() => at}
      />
    </>
  );
}
