import { useMutation } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { ChoiceField } from '../../components/fields.js';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { openPage } from '../../lib/html-page.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useEstateName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, useOutreach, type Incident } from './api.js';
import { HomesOfBuilding } from './homes-of-building.js';

type Building = Output<'dispatch.incident.outreach'>['buildings'][number];

/** The homes that are affected, building by building: how many know, how many do not, and the notice for the door (告知书). */
export function Homes({ incident }: { incident: Incident }) {
  const say = useWords();
  const may = useMay();
  const outreach = useOutreach(incident.id);
  return (
    <Card title={say('受影响的楼栋与告知', 'Affected buildings, and who has been told')}>
      {may('dispatch.incident.outreach') ? (
        <Answered
          query={outreach}
          isEmpty={({ buildings }) => buildings.length === 0}
          empty={say('范围内没有登记的房屋', 'No registered home there')}
        >
          {({ buildings }) => <Told incident={incident} buildings={buildings} />}
        </Answered>
      ) : (
        <Counted incident={incident} />
      )}
    </Card>
  );
}

/** For those who may not see who was told: homes of each estate alone. */
function Counted({ incident }: { incident: Incident }) {
  const say = useWords();
  const estateName = useEstateName();
  const byEstate = new Map<string, number>();
  for (const { estateId, homes } of incident.buildings) byEstate.set(estateId, (byEstate.get(estateId) ?? 0) + homes);
  return (
    <Rows
      rowKey={([estateId]) => estateId}
      dataSource={[...byEstate]}
      columns={[
        { title: say('小区', 'Estate'), render: (_, [estateId]) => estateName(estateId) },
        { title: say('户数', 'Homes'), align: 'right', render: (_, [, homes]) => homes },
      ]}
    />
  );
}

function Told({ incident, buildings }: { incident: Incident; buildings: readonly Building[] }) {
  const say = useWords();
  const estateName = useEstateName();
  const isAfter = incident.state === 'RESTORED' || incident.state === 'REVIEWED';
  const [open, setOpen] = useState<string>();
  const nameOf = ({ estateId, name }: Building) => `${estateName(estateId)} ${name ?? say('未登记的楼', 'unregistered')}`;
  const inOrder = [...buildings].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh', { numeric: true }));
  const shown = buildings.find(({ buildingId }) => buildingId === open);
  return (
    <>
      <Rows
        rowKey="buildingId"
        dataSource={inOrder}
        pagination={{ pageSize: 10 }}
        columns={[
          {
            title: say('楼栋', 'Building'),
            render: (_, building) => (
              <>
                <Button
                  type="link"
                  size="small"
                  className="no-print"
                  style={{ padding: 0 }}
                  aria-expanded={open === building.buildingId}
                  onClick={() => setOpen(open === building.buildingId ? undefined : building.buildingId)}
                >
                  {nameOf(building)}
                </Button>
                <span className="print-only">{nameOf(building)}</span>
              </>
            ),
          },
          { title: say('户数', 'Homes'), dataIndex: 'homes', align: 'right' },
          { title: say('已告知', 'Told'), dataIndex: 'reached', align: 'right' },
          { title: say('没见到人', 'Nobody in'), dataIndex: 'nobodyIn', align: 'right' },
          ...(isAfter
            ? [
                { title: say('恢复后正常', 'Well'), dataIndex: 'well', align: 'right' as const },
                { title: say('仍有问题', 'Not well'), dataIndex: 'notWell', align: 'right' as const },
              ]
            : []),
          {
            title: say('告知书', 'Notice'),
            className: 'no-print',
            render: (_, building) => <Notice id={incident.id} buildingId={building.buildingId} name={nameOf(building)} />,
          },
        ]}
      />
      {shown && (
        <section aria-label={nameOf(shown)} className="acts" style={{ flexDirection: 'column' }}>
          <h2 style={{ fontSize: 14, margin: 0 }}>{nameOf(shown)}</h2>
          <Register incident={incident} building={shown} isAfter={isAfter} />
          <HomesOfBuilding incident={incident} buildingId={shown.buildingId} />
        </section>
      )}
    </>
  );
}

/** A whole building, or one stairwell of it, told in one go. */
function Register({ incident, building, isAfter }: { incident: Incident; building: Building; isAfter: boolean }) {
  const say = useWords();
  const stairwells = incident.buildings.filter(({ buildingId }) => buildingId === building.buildingId).map(({ stairwell }) => stairwell);
  const at = { id: incident.id, buildingId: building.buildingId };
  const which = (
    <Form.Item name="stairwell" label={say('楼门（不选就是整栋）', 'Stairwell (none: the whole building)')}>
      <Select allowClear options={stairwells.map((value) => ({ value, label: value }))} />
    </Form.Item>
  );
  return (
    <div className="acts" style={{ marginTop: 0 }}>
      <Command
        operation="dispatch.incident.tell-homes"
        title={say('登记已告知', 'They were told')}
        refreshes={incidentKeys}
        note={say('登记这栋（这个楼门）还没告知的全部户。', 'All homes here that were not told yet.')}
        input={(filled: { how: keyof typeof labels.toldHow; stairwell?: string }) => ({ ...at, ...filled })}
      >
        <ChoiceField name="how" label={say('怎样告知', 'How')} words={labels.toldHow} />
        {which}
      </Command>
      {isAfter && (
        <Command
          operation="dispatch.incident.after-care"
          title={say('登记恢复后回访', 'They were asked after')}
          refreshes={incidentKeys}
          input={(filled: { outcome: keyof typeof labels.afterCare; stairwell?: string }) => ({ ...at, ...filled })}
        >
          <ChoiceField name="outcome" label={say('情况', 'How it is')} words={labels.afterCare} />
          {which}
        </Command>
      )}
    </div>
  );
}

/** The notice for the door, opened where it can be printed; where a browser opens no window it is saved as a file. */
function Notice({ id, buildingId, name }: { id: string; buildingId: string; name: string }) {
  const say = useWords();
  const fetched = useMutation({
    mutationFn: () => call('dispatch.incident.notice', { id, buildingId }),
    onSuccess: openPage,
  });
  return (
    <>
      <Button
        size="small"
        loading={fetched.isPending}
        aria-label={say(`打开${name}的告知书`, `Open the notice of ${name}`)}
        onClick={() => fetched.mutate()}
      >
        {say('打开', 'Open')}
      </Button>
      {fetched.isError && <Trouble error={fetched.error} />}
    </>
  );
}
