import { useQueries, useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { ChoiceField } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, useDoors, useOutreach, type Incident } from './api.js';

/** Who cannot wait (重点户): a list to tick off at the door. Only door and kind; who lives there stands in the register. */
export function Households({ incident }: { incident: Incident }) {
  const say = useWords();
  const may = useMay();
  const isSeen = may('dispatch.incident.households');
  const { id } = incident;
  const households = useQuery({
    queryKey: ['incident', id, 'households'],
    queryFn: ({ signal }) => call('dispatch.incident.households', { id }, { signal }),
    enabled: isSeen,
    refetchInterval: 15_000,
  });
  const doorOf = useDoorNames(id, households.data?.households.map(({ homeId }) => homeId) ?? []);
  if (!isSeen) return null;
  return (
    <Card title={say('重点户上门', 'Households to call on')}>
      <Answered
        query={households}
        isEmpty={(found) => found.households.length === 0}
        empty={say('还没有列入重点户，请社区按名册列入', 'None listed yet: the community lists them')}
      >
        {(found) => (
          <Rows
            rowKey="homeId"
            dataSource={found.households}
            pagination={{ pageSize: 30 }}
            columns={[
              { title: say('门牌', 'Door'), render: (_, { homeId }) => doorOf(homeId) },
              { title: say('类别', 'Kind'), render: (_, { kind }) => labels.householdKind[kind] },
              {
                title: say('上门', 'Visited'),
                render: (_, { done }) => (
                  <Mark tone={done ? 'good' : 'bad'}>{done ? say('已上门', 'seen') : say('未上门', 'to be seen')}</Mark>
                ),
              },
              { title: say('时间', 'At'), render: (_, { visitedAt }) => clockText(visitedAt) },
              { title: say('记录', 'Note'), render: (_, { note }) => note ?? '—' },
              {
                title: say('处理', 'Action'),
                className: 'no-print',
                render: (_, { homeId }) => (
                  <Command
                    operation="dispatch.incident.visit-household"
                    size="small"
                    title={say('登记上门', 'Visited')}
                    about={doorOf(homeId)}
                    refreshes={incidentKeys}
                    initial={{ done: 'yes' }}
                    input={({ done, note }: { done: 'yes' | 'no'; note?: string }) => ({
                      ...{ id, homeId, done: done === 'yes' },
                      ...(note?.trim() && { note: note.trim() }),
                    })}
                  >
                    <ChoiceField
                      name="done"
                      label={say('结果', 'Result')}
                      words={{ yes: say('见到了，已安顿', 'seen'), no: say('没见到人', 'nobody in') }}
                    />
                    <Form.Item name="note" label={say('记录（不写姓名电话）', 'Note (no names, no phones)')}>
                      <Input maxLength={300} autoComplete="off" />
                    </Form.Item>
                  </Command>
                ),
              },
            ]}
          />
        )}
      </Answered>
      {incident.state === 'OPEN' && (
        <div className="acts">
          <AddHouseholds id={id} />
        </div>
      )}
    </Card>
  );
}

interface Added {
  buildingId: string;
  homeIds: string[];
  kind: keyof typeof labels.householdKind;
}

function AddHouseholds({ id }: { id: string }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.incident.add-households"
      title={say('列入重点户', 'List households')}
      refreshes={incidentKeys}
      input={({ homeIds, kind }: Added) => ({ id, households: homeIds.map((homeId) => ({ homeId, kind })) })}
    >
      <ChosenHomes id={id} />
      <ChoiceField name="kind" label={say('类别', 'Kind')} words={labels.householdKind} />
    </Command>
  );
}

function ChosenHomes({ id }: { id: string }) {
  const say = useWords();
  const [building, setBuilding] = useState<string>();
  const outreach = useOutreach(id);
  const doors = useDoors(building);
  return (
    <>
      <Form.Item
        name="buildingId"
        label={say('楼栋', 'Building')}
        rules={[{ required: true, message: say('请选择楼栋', 'Choose a building') }]}
      >
        <Select
          showSearch
          optionFilterProp="label"
          onChange={setBuilding}
          options={outreach.data?.buildings.map(({ buildingId, name }) => ({ value: buildingId, label: name ?? buildingId }))}
        />
      </Form.Item>
      <Form.Item
        name="homeIds"
        label={say('门牌', 'Doors')}
        rules={[{ required: true, type: 'array', min: 1, message: say('请选择门牌', 'Choose doors') }]}
      >
        <Select
          mode="multiple"
          showSearch
          optionFilterProp="label"
          disabled={building === undefined}
          options={doors.data?.homes.map(({ id: value, stairwell, room }) => ({ value, label: `${stairwell} ${room}` }))}
        />
      </Form.Item>
    </>
  );
}

/** One door of the incident, where it matters which; of another building another one. */
export function ChosenHome({ id }: { id: string }) {
  const say = useWords();
  const form = Form.useFormInstance<{ homeId?: string }>();
  const [building, setBuilding] = useState<string>();
  const outreach = useOutreach(id);
  const doors = useDoors(building);
  return (
    <>
      <Form.Item label={say('楼栋（送到户的才选）', 'Building (if it goes to a home)')} htmlFor="supply-building">
        <Select
          id="supply-building"
          allowClear
          showSearch
          optionFilterProp="label"
          onChange={(chosen?: string) => {
            setBuilding(chosen);
            form.resetFields(['homeId']);
          }}
          options={outreach.data?.buildings.map(({ buildingId, name }) => ({ value: buildingId, label: name ?? buildingId }))}
        />
      </Form.Item>
      <Form.Item name="homeId" label={say('门牌（送到户的才选）', 'Door (if it goes to a home)')}>
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          disabled={building === undefined}
          options={doors.data?.homes.map(({ id: value, stairwell, room }) => ({ value, label: `${stairwell} ${room}` }))}
        />
      </Form.Item>
    </>
  );
}

/** Doors of the listed homes by their ids: the incident knows their buildings, the register their doors. */
export function useDoorNames(incidentId: string, homeIds: readonly string[]): (homeId: string) => string {
  const may = useMay();
  const mayLook = may('registry.building.homes');
  const affected = useQuery({
    queryKey: ['incident-homes', incidentId],
    queryFn: ({ signal }) => call('dispatch.incident.homes', { id: incidentId, limit: 2000 }, { signal }),
    enabled: mayLook && homeIds.length > 0,
    staleTime: 300_000,
  });
  const buildingIds = [
    ...new Set(affected.data?.homes.filter(({ homeId }) => homeIds.includes(homeId)).map(({ buildingId }) => buildingId)),
  ];
  const doors = useQueries({
    queries: buildingIds.map((buildingId) => ({
      queryKey: ['doors', buildingId],
      queryFn: () => call('registry.building.homes', { buildingId }),
      enabled: mayLook,
      staleTime: 300_000,
    })),
  });
  const names = new Map(doors.flatMap(({ data }) => data?.homes ?? []).map(({ id, stairwell, room }) => [id, `${stairwell} ${room}`]));
  return (homeId) => names.get(homeId) ?? '—';
}
