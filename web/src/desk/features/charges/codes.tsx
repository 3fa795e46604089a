import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Button, Form, Select } from 'antd';
import { Command } from '../../components/command.js';
import { choicesOf, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, todayOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';

type Rule = Output<'dispatch.code-list.list'>['lists'][number]['rules'][number];
interface Filled {
  from: string;
  rules?: { level?: Rule['level']; word?: string; colour: Rule['colour'] }[];
  source: string;
}

/** Which orders have which colour (民情码 分类定级), as it was published each time; the first row that fits counts. */
export function Codes() {
  const say = useWords();
  const today = todayOf(useNow(60_000));
  const lists = useQuery({ queryKey: ['codes'], queryFn: ({ signal }) => call('dispatch.code-list.list', {}, { signal }) });
  const last = lists.data?.lists.at(-1);
  const inWords = ({ level, word, colour }: Rule) =>
    `${level === null ? say('任何级别', 'any level') : labels.level[level]} · ${word ?? say('任何分类', 'any category')}：${labels.codeColour[colour]}`;
  return (
    <Part id="codes" title={say('民情码分级', 'Colours of codes')}>
      <Answered
        query={lists}
        isEmpty={(found) => found.lists.length === 0}
        empty={say(
          '还没有发布分级颜色。民情码照样写明分类、级别和社区，只是不分颜色。',
          'No colours yet: codes say category, level and community all the same.',
        )}
      >
        {(found) => (
          <ul className="plain">
            {[...found.lists].reverse().map(({ version, from, rules, source }) => (
              <li key={version}>
                {say(`自 ${dateText(from)}`, `From ${dateText(from)}`)}{' '}
                {version === found.inForce && <Mark tone="good">{say('现行', 'in force')}</Mark>} <span className="quiet">{source}</span>
                <ol>
                  {rules.map((rule) => (
                    <li key={`${rule.level} ${rule.word}`}>{inWords(rule)}</li>
                  ))}
                </ol>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <div className="acts">
        {lists.data && (
          <Command
            key={lists.data.lists.length}
            operation="dispatch.code-list.publish"
            title={say('发布民情码分级', 'Publish the colours')}
            refreshes={[['codes'], ['hands']]}
            note={say(
              '一次发布全部各行，自上而下先合的为准；不改变级别、时限和由谁办。',
              'All rows at once, the first that fits counts; no level, clock or unit changes.',
            )}
            initial={{
              from: today,
              rules: last?.rules.map(({ level, word, colour }) => ({ ...(level && { level }), ...(word && { word }), colour })) ?? [],
            }}
            input={({ from, rules = [], source }: Filled) => ({
              ...{ from, source },
              rules: rules.map(({ level, word, colour }) => ({ level: level ?? null, word: word?.trim() ? word.trim() : null, colour })),
            })}
          >
            <When name="from" label={say('自哪天起', 'From')} />
            <Form.List name="rules">
              {(rows, { add, remove }) => (
                <>
                  {rows.map(({ key, name }) => (
                    <RuleRow key={key} name={name} remove={() => remove(name)} />
                  ))}
                  <Button onClick={() => add({ colour: 'YELLOW' })} style={{ marginBottom: 12 }}>
                    {say('加一行', 'Add a row')}
                  </Button>
                </>
              )}
            </Form.List>
            <Words name="source" label={say('依据（分级办法）', 'Source of the colours')} min={2} max={200} />
          </Command>
        )}
      </div>
    </Part>
  );
}

function RuleRow({ name, remove }: { name: number; remove: () => void }) {
  const say = useWords();
  const no = name + 1;
  return (
    <div className="field-row">
      <Form.Item name={[name, 'level']} label={say(`第 ${no} 行的级别（不选为任何）`, `Level of row ${no} (none: any)`)}>
        <Select allowClear options={choicesOf(labels.level)} style={{ minWidth: 140 }} />
      </Form.Item>
      <Words name={[name, 'word']} label={say(`第 ${no} 行的分类词（不填为任何）`, `Word of row ${no} (none: any)`)} isOptional max={40} />
      <Form.Item name={[name, 'colour']} label={say(`第 ${no} 行的颜色`, `Colour of row ${no}`)} rules={[{ required: true }]}>
        <Select options={choicesOf(labels.codeColour)} style={{ minWidth: 100 }} />
      </Form.Item>
      <Button onClick={remove} aria-label={say(`去掉 第 ${no} 行`, `Remove row ${no}`)} style={{ marginBottom: 8 }}>
        {say('去掉', 'Remove')}
      </Button>
    </div>
  );
}
