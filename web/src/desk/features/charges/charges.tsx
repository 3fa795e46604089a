import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import type { Output } from '@wufang/api-client';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { UnitsField, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { PersonField } from '../../components/person-field.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, todayOf } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { Checklists } from './checklists.js';
import { Codes } from './codes.js';
import { Methods } from './methods.js';
import { Rotations } from './rotations.js';

type Lists = Output<'dispatch.charge-list.list'>;
type List = Lists['lists'][number];

/** Which leader is in charge of which units (包片), as it holds today and as it was published; the whole is published anew each time. */
export default function Charges() {
  const say = useWords();
  const lists = useQuery({ queryKey: ['charges'], queryFn: ({ signal }) => call('dispatch.charge-list.list', {}, { signal }) });
  const newest = lists.data?.lists.at(-1);
  return (
    <section aria-labelledby="charges-title" className="order">
      <PageHead id="charges-title" title={say('领导包片', 'Leaders in charge')} prints />
      <p className="foot">
        {say(
          '哪位领导包哪些科室和社区：调度会按此取议程，工单和报表按此写明包片领导。',
          'Which leader is in charge of which offices and communities: meetings, orders and lists name them by this.',
        )}
      </p>
      <Answered
        query={lists}
        isEmpty={(found) => found.lists.length === 0}
        empty={say('还没有发布包片分工，请管理员在下面发布', 'Nothing published yet: the administrator does so below')}
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
      <Rotations />
      <Checklists />
      <Methods />
      <Codes />
    </section>
  );
}

function Published({ list, isInForce }: { list: List; isInForce: boolean }) {
  const say = useWords();
  const unitName = useUnitName();
  const personName = usePersonName();
  const today = todayOf(useNow(60_000));
  return (
    <Card
      title={
        <>
          {say(`自 ${dateText(list.from)}`, `From ${dateText(list.from)}`)}{' '}
          {isInForce ? <Mark tone="good">{say('现行', 'in force')}</Mark> : list.from > today && <Mark>{say('待施行', 'waits')}</Mark>}
        </>
      }
      extra={list.source}
    >
      {list.charges.length === 0 ? (
        say('自这一天起没有包片', 'From that day on nobody is in charge')
      ) : (
        <Rows
          rowKey="accountId"
          dataSource={list.charges}
          columns={[
            { title: say('领导', 'Leader'), render: (_, { accountId }) => personName(accountId) },
            {
              title: say('包哪些单位', 'In charge of'),
              render: (_, { unitIds }) => <span className="long-text">{unitIds.map(unitName).join(say('、', ', '))}</span>,
            },
          ]}
        />
      )}
    </Card>
  );
}

interface Filled {
  from: string;
  charges?: { accountId: string; unitIds: string[] }[];
  source: string;
}

/** The next publication, which begins with what the last one said. */
function Publish({ last }: { last: List | undefined }) {
  const say = useWords();
  const today = todayOf(useNow(60_000));
  return (
    <Command
      operation="dispatch.charge-list.publish"
      title={say('发布包片分工', 'Publish')}
      isPrimary
      refreshes={[['charges'], ['hands']]}
      note={say('一次发布全部分工；一个单位只归一位领导。', 'All of it at once; a unit is in the charge of one leader.')}
      initial={{ from: today, charges: last?.charges.map((charge) => ({ ...charge, unitIds: [...charge.unitIds] })) ?? [] }}
      input={({ from, charges = [], source }: Filled) => ({ from, charges, source })}
    >
      <When name="from" label={say('自哪天起', 'From')} />
      <Form.List name="charges">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <ChargeRow key={key} name={name} remove={() => remove(name)} />
            ))}
            <Button onClick={() => add({ unitIds: [] })} style={{ marginBottom: 12 }}>
              {say('加一位领导', 'Add a leader')}
            </Button>
          </>
        )}
      </Form.List>
      <Words name="source" label={say('依据（分工文件）', 'Source')} min={2} max={200} />
    </Command>
  );
}

function ChargeRow({ name, remove }: { name: number; remove: () => void }) {
  const say = useWords();
  const no = name + 1;
  return (
    <div className="field-row">
      <PersonField name={[name, 'accountId']} label={say(`第 ${no} 位领导`, `Leader ${no}`)} />
      <UnitsField name={[name, 'unitIds']} label={say(`第 ${no} 位包哪些单位`, `Units of leader ${no}`)} />
      <Button onClick={remove} aria-label={say(`去掉 第 ${no} 位`, `Remove leader ${no}`)} style={{ marginBottom: 8 }}>
        {say('去掉', 'Remove')}
      </Button>
    </div>
  );
}
