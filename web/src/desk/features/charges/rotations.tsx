import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Button, Form } from 'antd';
import { Command } from '../../components/command.js';
import { UnitField, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { PersonField } from '../../components/person-field.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, todayOf } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';

type List = Output<'dispatch.rotation-list.list'>['lists'][number];

/** Whose turn it is for which business lines (干部轮转办件), as it was published each time: an order suggests whoever's turn it is. */
export function Rotations() {
  const say = useWords();
  const unitName = useUnitName();
  const personName = usePersonName();
  const lists = useQuery({ queryKey: ['rotations'], queryFn: ({ signal }) => call('dispatch.rotation-list.list', {}, { signal }) });
  return (
    <Part id="rotations" title={say('干部轮转办件', 'Cadres in turn')}>
      <Answered
        query={lists}
        isEmpty={(found) => found.lists.length === 0}
        empty={say('还没有发布轮转表。发布后，工单上写明今日轮到哪位干部。', 'No roster yet: with one, orders say whose turn it is.')}
      >
        {(found) => (
          <ul className="plain">
            {[...found.lists].reverse().map(({ version, from, turns, source }) => (
              <li key={version}>
                {say(`自 ${dateText(from)}`, `From ${dateText(from)}`)}{' '}
                {version === found.inForce && <Mark tone="good">{say('现行', 'in force')}</Mark>} <span className="quiet">{source}</span>
                {turns.length === 0 ? (
                  <p>{say('不轮转', 'nobody in turn')}</p>
                ) : (
                  <ul>
                    {turns.map((turn) => (
                      <li key={`${turn.accountId} ${turn.from} ${turn.lines.join()}`} className="long-text">
                        {`${personName(turn.accountId)}（${unitName(turn.unitId)}）${turn.lines.join('、')} ${dateText(turn.from)}—${dateText(turn.until)}`}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <div className="acts">{lists.data && <Publish key={lists.data.lists.length} last={lists.data.lists.at(-1)} />}</div>
    </Part>
  );
}

interface Filled {
  from: string;
  turns?: { accountId: string; unitId: string; lines: string; from: string; until: string }[];
  source: string;
}

/** The next roster, which begins with what the last one said. */
function Publish({ last }: { last: List | undefined }) {
  const say = useWords();
  const today = todayOf(useNow(60_000));
  return (
    <Command
      operation="dispatch.rotation-list.publish"
      title={say('发布轮转表', 'Publish the roster')}
      refreshes={[['rotations'], ['hands']]}
      note={say(
        '一次发布整张表；一条业务线同一天只轮到一人。只是建议，不改变谁主办、谁领办。',
        'All of it at once; one cadre a line and day. A suggestion only: nobody’s lead changes.',
      )}
      initial={{ from: today, turns: last?.turns.map(({ lines, ...turn }) => ({ ...turn, lines: lines.join('、') })) ?? [] }}
      input={({ from, turns = [], source }: Filled) => ({
        ...{ from, source },
        turns: turns.map(({ lines, ...turn }) => ({ ...turn, lines: lines.split(/[、，,；;\s]+/).filter((line) => line !== '') })),
      })}
    >
      <When name="from" label={say('自哪天起', 'From')} />
      <Form.List name="turns">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <TurnRow key={key} name={name} remove={() => remove(name)} />
            ))}
            <Button onClick={() => add({ from: today })} style={{ marginBottom: 12 }}>
              {say('加一轮', 'Add a turn')}
            </Button>
          </>
        )}
      </Form.List>
      <Words name="source" label={say('依据（轮转安排）', 'Source of the roster')} min={2} max={200} />
    </Command>
  );
}

function TurnRow({ name, remove }: { name: number; remove: () => void }) {
  const say = useWords();
  const no = name + 1;
  return (
    <div className="field-row">
      <PersonField name={[name, 'accountId']} label={say(`第 ${no} 轮的干部`, `Cadre of turn ${no}`)} />
      <UnitField name={[name, 'unitId']} label={say(`第 ${no} 轮的科室`, `Office of turn ${no}`)} />
      <Words
        name={[name, 'lines']}
        label={say(`第 ${no} 轮的业务线（问题分类里的词，用顿号隔开）`, `Lines of turn ${no} (words of categories)`)}
        min={1}
        max={200}
      />
      <When name={[name, 'from']} label={say(`第 ${no} 轮自哪天`, `Turn ${no} from`)} />
      <When name={[name, 'until']} label={say(`第 ${no} 轮至哪天`, `Turn ${no} until`)} />
      <Button onClick={remove} aria-label={say(`去掉 第 ${no} 轮`, `Remove turn ${no}`)} style={{ marginBottom: 8 }}>
        {say('去掉', 'Remove')}
      </Button>
    </div>
  );
}
