import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Button, Form } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { UnitsField, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, todayOf } from '../../lib/format.js';
import { useCommunities, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { Experiences } from './experiences.js';
import { Roads } from './roads.js';

type List = Output<'dispatch.area-list.list'>['lists'][number];

/** Areas between street and community (片区): which communities are in which, as it holds today and as it was published each time. */
export default function Areas() {
  const say = useWords();
  const lists = useQuery({ queryKey: ['areas'], queryFn: ({ signal }) => call('dispatch.area-list.list', {}, { signal }) });
  const newest = lists.data?.lists.at(-1);
  return (
    <section aria-labelledby="areas-title" className="order">
      <PageHead id="areas-title" title={say('片区', 'Areas')} prints />
      <p className="foot">
        {say(
          '几个社区合成一个片区，一起研究、一起办；时限墙可以按片区看。',
          'Communities that work together; the wall of timers can be looked at by area.',
        )}
      </p>
      <Answered
        query={lists}
        isEmpty={(found) => found.lists.length === 0}
        empty={say('还没有划分片区，请管理员在下面发布', 'No areas yet: the administrator publishes them below')}
      >
        {(found) => (
          <>
            {[...found.lists].reverse().map((list) => (
              <Published key={list.version} list={list} isInForce={list.version === found.inForce} />
            ))}
          </>
        )}
      </Answered>
      <div className="acts">{lists.data && <Publish key={newest?.version} last={newest} />}</div>
      <Experiences />
      <Roads />
    </section>
  );
}

function Published({ list, isInForce }: { list: List; isInForce: boolean }) {
  const say = useWords();
  const unitName = useUnitName();
  const today = todayOf(useNow(60_000));
  return (
    <Card
      title={
        <>
          {say(`自 ${dateText(list.from)} 起`, `From ${dateText(list.from)}`)}{' '}
          {isInForce ? <Mark tone="good">{say('现行', 'in force')}</Mark> : list.from > today && <Mark>{say('待施行', 'waits')}</Mark>}
        </>
      }
      extra={list.source}
    >
      {list.areas.length === 0 ? (
        say('自这一天起不分片区', 'From that day on there are no areas')
      ) : (
        <Rows
          rowKey="name"
          dataSource={list.areas}
          columns={[
            {
              title: say('片区', 'Area'),
              render: (_, { name }) =>
                isInForce ? (
                  <Link to="/wall" search={{ area: name } as never}>
                    {name}
                  </Link>
                ) : (
                  name
                ),
            },
            {
              title: say('社区', 'Communities'),
              render: (_, { communityIds }) => <span className="long-text">{communityIds.map(unitName).join(say('、', ', '))}</span>,
            },
          ]}
        />
      )}
    </Card>
  );
}

interface Filled {
  from: string;
  areas?: { name: string; communityIds: string[] }[];
  source: string;
}

/** The next publication, which begins with what the last one said. */
function Publish({ last }: { last: List | undefined }) {
  const say = useWords();
  const today = todayOf(useNow(60_000));
  return (
    <Command
      operation="dispatch.area-list.publish"
      title={say('发布片区划分', 'Publish')}
      isPrimary
      refreshes={[['areas'], ['ledger']]}
      note={say('一次发布全部划分；一个社区只归一个片区。', 'All of it at once; a community is in one area.')}
      initial={{ from: today, areas: last?.areas.map((area) => ({ ...area, communityIds: [...area.communityIds] })) ?? [] }}
      input={({ from, areas = [], source }: Filled) => ({ from, areas, source })}
    >
      <When name="from" label={say('自哪天起', 'From')} />
      <Form.List name="areas">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <AreaRow key={key} name={name} remove={() => remove(name)} />
            ))}
            <Button onClick={() => add({ communityIds: [] })} style={{ marginBottom: 12 }}>
              {say('加一个片区', 'Add an area')}
            </Button>
          </>
        )}
      </Form.List>
      <Words name="source" label={say('依据', 'Source')} min={2} max={200} />
    </Command>
  );
}

function AreaRow({ name, remove }: { name: number; remove: () => void }) {
  const say = useWords();
  const communities = useCommunities().map(({ id }) => id);
  const no = name + 1;
  return (
    <div className="field-row">
      <Words name={[name, 'name']} label={say(`第 ${no} 个片区`, `Area ${no}`)} min={2} max={20} />
      <UnitsField name={[name, 'communityIds']} label={say(`第 ${no} 个片区的社区`, `Communities of area ${no}`)} among={communities} />
      <Button onClick={remove} aria-label={say(`去掉 第 ${no} 个`, `Remove area ${no}`)}>
        {say('去掉', 'Remove')}
      </Button>
    </div>
  );
}
