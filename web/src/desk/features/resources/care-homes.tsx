import { useQueries, useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { ChoiceField } from '../../components/fields.js';
import { OnlyOne } from '../../components/only-one.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useBuildingName, useEstates } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

const doorsOf = (buildingId: string, enabled: boolean) => ({
  queryKey: ['doors', buildingId],
  queryFn: ({ signal }: { signal: AbortSignal }) => call('registry.building.homes', { buildingId }, { signal }),
  staleTime: 300_000,
  enabled,
});

/** The homes of an estate that are called on first when something happens (重点户名册); only door and kind. Nothing for whoever may not look. */
export function CareHomes() {
  const say = useWords();
  const may = useMay()('dispatch.care-home.list');
  const estates = useEstates();
  const [estateId, choose] = useState<string>();
  if (!may) return null;
  return (
    <Part id="care-homes" title={say('重点户名册', 'Homes to be called on first')}>
      <OnlyOne
        label={say('哪个小区的名册', 'The list of which estate')}
        all={say('请选择小区', 'Choose an estate')}
        width={220}
        isLong
        value={estateId}
        onChange={choose}
        choices={estates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {estateId !== undefined && <ListOf key={estateId} estateId={estateId} />}
    </Part>
  );
}

function ListOf({ estateId }: { estateId: string }) {
  const say = useWords();
  const buildingName = useBuildingName(estateId);
  const list = useQuery({
    queryKey: ['care-homes', estateId],
    queryFn: ({ signal }) => call('dispatch.care-home.list', { estateId }, { signal }),
    retry: false,
  });
  const doorOf = useDoorText(list.data?.homes.map(({ buildingId }) => buildingId) ?? []);
  const refreshes = [['care-homes', estateId]];
  return (
    <>
      <Answered
        query={list}
        isEmpty={(found) => found.homes.length === 0}
        empty={say(
          '还没有列入。列入后，突发事件波及的自动进入上门清单；只记门牌和类别，不写姓名电话。',
          'None yet. Once listed, an incident that reaches them has them on its list; only door and kind are kept.',
        )}
      >
        {({ homes }) => (
          <Rows
            rowKey="homeId"
            dataSource={homes}
            pagination={{ pageSize: 30 }}
            columns={[
              { title: say('门牌', 'Door'), render: (_, { buildingId, homeId }) => `${buildingName(buildingId)} ${doorOf(homeId)}` },
              { title: say('类别', 'Kind'), render: (_, { kind }) => labels.householdKind[kind] },
              { title: say('列入', 'Since'), render: (_, { since }) => dateText(since) },
              {
                title: say('处理', 'Action'),
                className: 'no-print',
                render: (_, { buildingId, homeId }) => (
                  <Command
                    operation="dispatch.care-home.drop"
                    size="small"
                    title={say('移出', 'Take off')}
                    about={`${buildingName(buildingId)} ${doorOf(homeId)}`}
                    refreshes={refreshes}
                    note={say('移出后，突发事件不再自动把它列入上门清单。', 'No incident has it on its list by itself any more.')}
                    input={() => ({ estateId, homeId })}
                  />
                ),
              },
            ]}
          />
        )}
      </Answered>
      {list.data && (
        <div className="acts">
          <Command
            operation="dispatch.care-home.keep"
            title={say('列入名册', 'Put on the list')}
            refreshes={refreshes}
            input={({ homeIds, kind }: { homeIds: string[]; kind: keyof typeof labels.householdKind }) => ({
              ...{ estateId, homes: homeIds.map((homeId) => ({ homeId, kind })) },
            })}
          >
            <ChosenHomes estateId={estateId} />
            <ChoiceField name="kind" label={say('类别', 'Kind')} words={labels.householdKind} />
          </Command>
        </div>
      )}
    </>
  );
}

function ChosenHomes({ estateId }: { estateId: string }) {
  const say = useWords();
  const [building, setBuilding] = useState<string>();
  const mayLook = useMay()('registry.building.homes');
  const buildings = useQuery({ queryKey: ['buildings', estateId], queryFn: () => call('registry.building.list', { estateId }) });
  const doors = useQuery(doorsOf(building ?? '', building !== undefined && mayLook));
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
          options={buildings.data?.buildings.map(({ id, name }) => ({ value: id, label: name }))}
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

/** Stairwell and door of homes in these buildings, for whoever may look into them; others see a dash. */
function useDoorText(buildingIds: readonly string[]): (homeId: string) => string {
  const mayLook = useMay()('registry.building.homes');
  const doors = useQueries({ queries: [...new Set(buildingIds)].map((id) => doorsOf(id, mayLook)) });
  const names = new Map(doors.flatMap(({ data }) => data?.homes ?? []).map(({ id, stairwell, room }) => [id, `${stairwell} ${room}`]));
  return (homeId) => names.get(homeId) ?? '—';
}
