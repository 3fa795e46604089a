import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Button, Checkbox, Form } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { UnitField, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, todayOf } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';

type List = Output<'dispatch.road-list.list'>['lists'][number];
type Road = List['roads'][number];

/** Roads of the street (道路名录): which are handed over to the municipality, and who looks after the others. */
export function Roads() {
  const say = useWords();
  const unitName = useUnitName();
  const lists = useQuery({ queryKey: ['roads'], queryFn: ({ signal }) => call('dispatch.road-list.list', {}, { signal }) });
  const list = lists.data?.lists.find(({ version }) => version === lists.data.inForce);
  const waiting = lists.data?.lists.filter(({ version }) => version > (lists.data.inForce ?? 0)) ?? [];
  return (
    <Card title={say('道路名录', 'Roads')} extra={list?.source}>
      <p className="quiet" style={{ marginTop: 0 }}>
        {say(
          '道路事项发生在未移交道路上的，派给产权单位主办并承担养护，派单目录指的单位协办；地点里写了路名才认得出。',
          'A matter of a road that is not handed over goes to its owner, who pays; the unit of the directory assists. The road has to be named in the place.',
        )}
      </p>
      <Answered
        query={lists}
        isEmpty={() => list === undefined}
        empty={say('还没有施行的道路名录，请管理员在下面发布', 'No list of roads holds yet: the administrator publishes one below')}
      >
        {() => (
          <Rows
            rowKey="name"
            dataSource={list?.roads ?? []}
            columns={[
              { title: say('道路', 'Road'), dataIndex: 'name' },
              {
                title: say('是否移交', 'Handed over'),
                render: (_, { isHandedOver }: Road) =>
                  isHandedOver ? (
                    say('已移交市政', 'yes')
                  ) : (
                    <Mark tone="bad">{say('未移交，产权单位自管', 'no: its owner looks after it')}</Mark>
                  ),
              },
              {
                title: say('产权单位', 'Owner'),
                render: (_, { rightsUnitId }: Road) => (rightsUnitId === null ? '—' : unitName(rightsUnitId)),
              },
            ]}
          />
        )}
      </Answered>
      {waiting.map(({ version, from }) => (
        <p key={version}>{say(`自 ${dateText(from)} 起另有一份待施行`, `Another one holds from ${dateText(from)}`)}</p>
      ))}
      <div className="acts">{lists.data && <Publish key={lists.data.lists.length} last={lists.data.lists.at(-1)} />}</div>
    </Card>
  );
}

interface Filled {
  from: string;
  roads?: { name: string; isHandedOver?: boolean; rightsUnitId?: string }[];
  source: string;
}

/** The next publication, which begins with what the last one said. */
function Publish({ last }: { last: List | undefined }) {
  const say = useWords();
  const today = todayOf(useNow(60_000));
  return (
    <Command
      operation="dispatch.road-list.publish"
      title={say('发布道路名录', 'Publish the roads')}
      refreshes={[['roads']]}
      note={say('一次发布全部道路；已派的工单不变。', 'All of them at once; orders that are out stay as they are.')}
      initial={{
        from: today,
        roads:
          last?.roads.map(({ name, isHandedOver, rightsUnitId }) => ({
            name,
            isHandedOver,
            ...(rightsUnitId !== null && { rightsUnitId }),
          })) ?? [],
      }}
      input={({ from, roads = [], source }: Filled) => ({
        ...{ from, source },
        roads: roads.map(({ name, isHandedOver = false, rightsUnitId }) => ({ name, isHandedOver, rightsUnitId: rightsUnitId ?? null })),
      })}
    >
      <When name="from" label={say('自哪天起', 'From')} />
      <Form.List name="roads">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <RoadRow key={key} name={name} remove={() => remove(name)} />
            ))}
            <Button onClick={() => add({ isHandedOver: false })} style={{ marginBottom: 12 }}>
              {say('加一条道路', 'Add a road')}
            </Button>
          </>
        )}
      </Form.List>
      <Words name="source" label={say('依据', 'Source')} min={2} max={200} />
    </Command>
  );
}

function RoadRow({ name, remove }: { name: number; remove: () => void }) {
  const say = useWords();
  const no = name + 1;
  return (
    <div className="field-row">
      <Words name={[name, 'name']} label={say(`第 ${no} 条道路`, `Road ${no}`)} min={2} max={40} />
      <Form.Item name={[name, 'isHandedOver']} valuePropName="checked">
        <Checkbox>{say(`第 ${no} 条已移交市政`, `Road ${no} is handed over`)}</Checkbox>
      </Form.Item>
      <UnitField
        name={[name, 'rightsUnitId']}
        label={say(`第 ${no} 条的产权单位（未移交的必填）`, `Owner of road ${no} (needed where not handed over)`)}
        isOptional
      />
      <Button onClick={remove} aria-label={say(`去掉 第 ${no} 条`, `Remove road ${no}`)}>
        {say('去掉', 'Remove')}
      </Button>
    </div>
  );
}
