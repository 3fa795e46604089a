import { Command } from '../../components/command.js';
import { ChoiceField } from '../../components/fields.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, inOrder, useDoors, useOutreach, type Incident } from './api.js';

/** A building home by home, those still to be told first; doors only for who may know them. */
export function HomesOfBuilding({ incident, buildingId }: { incident: Incident; buildingId: string }) {
  const say = useWords();
  const outreach = useOutreach(incident.id, buildingId);
  const doors = useDoors(buildingId);
  const roomOf = new Map(doors.data?.homes.map(({ id, room }) => [id, room]));
  // As one walks past them.
  const doorOf = ({ homeId, stairwell }: { homeId: string; stairwell: string }) => `${stairwell} ${roomOf.get(homeId) ?? ''}`;
  return (
    <Answered query={outreach}>
      {({ homes }) => (
        <Rows
          rowKey="homeId"
          dataSource={[...homes].sort((a, b) => Number(a.told !== null) - Number(b.told !== null) || inOrder(doorOf(a), doorOf(b)))}
          pagination={{ pageSize: 20 }}
          columns={[
            { title: say('楼门', 'Stairwell'), dataIndex: 'stairwell' },
            { title: say('门牌', 'Door'), render: (_, { homeId }) => roomOf.get(homeId) ?? '—' },
            { title: say('告知', 'Told'), render: (_, { told }) => (told === null ? say('尚未', 'not yet') : labels.toldHow[told]) },
            { title: say('时间', 'At'), render: (_, { toldAt }) => clockText(toldAt) },
            { title: say('恢复后', 'Afterwards'), render: (_, { afterCare }) => (afterCare === null ? '—' : labels.afterCare[afterCare]) },
            {
              title: say('处理', 'Action'),
              className: 'no-print',
              render: (_, { homeId, stairwell }) => (
                <Command
                  operation="dispatch.incident.tell-homes"
                  size="small"
                  title={say('登记', 'Note')}
                  about={roomOf.get(homeId) ?? stairwell}
                  refreshes={incidentKeys}
                  input={({ how }: { how: keyof typeof labels.toldHow }) => ({ id: incident.id, buildingId, homeIds: [homeId], how })}
                >
                  <ChoiceField name="how" label={say('怎样告知', 'How')} words={labels.toldHow} />
                </Command>
              ),
            },
          ]}
        />
      )}
    </Answered>
  );
}
