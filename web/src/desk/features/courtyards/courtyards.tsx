import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { CommunityField, EstateField } from '../../components/place-fields.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useMyCommunities } from '../../lib/my-communities.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { courtyardKeys, mattersOf, useCourtyards } from './api.js';

/** Palm courtyards (掌上四合院): the roll, and for a community what in each of its own waits to be taken up. */
export default function Courtyards() {
  const say = useWords();
  const unitName = useUnitName();
  const estateName = useEstateName();
  const own = useMyCommunities();
  const yards = useCourtyards();
  const mine = (yards.data?.courtyards ?? []).filter(({ communityId }) => own.some(({ id }) => id === communityId));
  const raised = useQueries({ queries: mine.map(({ id }) => mattersOf(id, 'RAISED')) });
  const waitingOf = new Map(mine.map(({ id }, index) => [id, raised[index]?.data?.matters.length ?? 0]));
  return (
    <section aria-labelledby="courtyards-title" className="order">
      <PageHead id="courtyards-title" title={say('掌上四合院', 'Palm courtyards')} prints />
      <div className="acts">
        <Open />
      </div>
      <Answered
        query={yards}
        isEmpty={({ courtyards }) => courtyards.length === 0}
        empty={say(
          '还没有建院。社区可以为一栋楼或一个楼门建院，由党支部牵头。',
          'None yet. A community opens one for a building or a stairwell.',
        )}
      >
        {({ courtyards }) => (
          <Rows
            rowKey="id"
            // What waits for one's own community comes first.
            dataSource={[...courtyards].sort((a, b) => (waitingOf.get(b.id) ?? -1) - (waitingOf.get(a.id) ?? -1))}
            pagination={{ pageSize: 30 }}
            columns={[
              {
                title: say('院', 'Courtyard'),
                render: (_, { id, name }) => (
                  <span className="long-text">
                    <Link to="/courtyards/$id" params={{ id }}>
                      {name}
                    </Link>
                  </span>
                ),
              },
              ...(mine.length === 0
                ? []
                : [
                    {
                      title: say('待召集', 'To take up'),
                      render: (_: unknown, { id }: { id: string }) => {
                        const waiting = waitingOf.get(id);
                        return waiting ? <Mark tone="bad">{say(`${waiting} 件`, String(waiting))}</Mark> : '—';
                      },
                    },
                  ]),
              { title: say('牵头支部', 'Led by'), dataIndex: 'branch' },
              { title: say('社区', 'Community'), render: (_, { communityId }) => unitName(communityId) },
              {
                title: say('小区', 'Estate'),
                render: (_, { estateId, stairwell }) => [estateId && estateName(estateId), stairwell].filter(Boolean).join(' ') || '—',
              },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}

/** A community opens a courtyard: for a building, or a stairwell of it. */
function Open() {
  const say = useWords();
  const own = useMyCommunities();
  return (
    <Command
      operation="deliberation.courtyard.open"
      title={say('建院', 'Open a courtyard')}
      refreshes={courtyardKeys}
      initial={own[0] ? { communityId: own[0].id } : {}}
      input={(
        {
          estateId,
          buildingId,
          stairwell,
          ...filled
        }: { name: string; branch: string; communityId: string; estateId?: string; buildingId?: string; stairwell?: string },
        id,
      ) => ({
        ...{ id, ...filled },
        ...(estateId && { estateId }),
        ...(estateId && buildingId && { buildingId }),
        ...(stairwell?.trim() && { stairwell: stairwell.trim() }),
      })}
    >
      <Words name="name" label={say('院名，例如“2 号楼院”', 'Its name')} min={2} max={100} />
      <Words name="branch" label={say('牵头的党支部', 'The party branch that leads it')} min={2} max={100} />
      <CommunityField />
      <EstateField label={say('小区', 'Estate')} />
      <BuildingField />
      <Form.Item name="stairwell" label={say('楼门（整栋楼的不填）', 'Stairwell (none: the whole building)')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </Command>
  );
}

function BuildingField() {
  const say = useWords();
  const estateId = Form.useWatch<string | undefined>('estateId');
  const found = useQuery({
    queryKey: ['buildings', estateId],
    queryFn: ({ signal }) => call('registry.building.list', { estateId: estateId! }, { signal }),
    enabled: estateId !== undefined,
    staleTime: 300_000,
  });
  return (
    <Form.Item name="buildingId" label={say('楼栋（先选小区）', 'Building (choose the estate first)')}>
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        disabled={!found.data}
        options={(found.data?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
