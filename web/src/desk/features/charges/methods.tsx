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

type Item = Output<'dispatch.method-list.list'>['lists'][number]['items'][number];

/** Stages in which whoever leads an order has something to do. */
const stages: readonly Item['stage'][] = [
  'DISPATCHED',
  'ACCEPTED',
  'HANDLING',
  'JOINT',
  'DELIBERATING',
  'SUSPENDED',
  'REWORK',
  'COMPLETED',
];

/** The street's way of working (工作法) as a checklist by stage, as it was published each time; what is in it the street says. */
export function Methods() {
  const say = useWords();
  const today = todayOf(useNow(60_000));
  const lists = useQuery({ queryKey: ['methods'], queryFn: ({ signal }) => call('dispatch.method-list.list', {}, { signal }) });
  const last = lists.data?.lists.at(-1);
  return (
    <Part id="methods" title={say('工作法清单', 'Way of working')}>
      <Answered
        query={lists}
        isEmpty={(found) => found.lists.length === 0}
        empty={say('还没有发布工作法清单。清单写什么由街道定，发布后主办单位逐项登记。', 'None published: the street writes its own.')}
      >
        {(found) => (
          <ul className="plain">
            {[...found.lists].reverse().map(({ version, from, title, items, source }) => (
              <li key={version}>
                {say(`自 ${dateText(from)}`, `From ${dateText(from)}`)} {title}{' '}
                {version === found.inForce && <Mark tone="good">{say('现行', 'in force')}</Mark>} <span className="quiet">{source}</span>
                <ol>
                  {items.map(({ stage, text }) => (
                    <li key={`${stage} ${text}`}>{`${labels.workOrderState[stage]}：${text}`}</li>
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
            operation="dispatch.method-list.publish"
            title={say('发布工作法清单', 'Publish the way of working')}
            refreshes={[['methods'], ['method']]}
            note={say(
              '一次发布全部各项；不改变时限，没做的在办结时列出，不阻止办结。',
              'All of it at once; moves no clock and stops nobody.',
            )}
            initial={{ from: today, title: last?.title, items: last?.items.map((item) => ({ ...item })) ?? [] }}
            input={({ from, title, items = [], source }: { from: string; title: string; items?: Item[]; source: string }) => ({
              ...{ from, title, items, source },
            })}
          >
            <When name="from" label={say('自哪天起', 'From')} />
            <Words name="title" label={say('工作法的名称', 'Its name')} min={2} max={40} />
            <Form.List name="items">
              {(rows, { add, remove }) => (
                <>
                  {rows.map(({ key, name }) => (
                    <ItemRow key={key} name={name} remove={() => remove(name)} />
                  ))}
                  <Button onClick={() => add({ stage: 'HANDLING' })} style={{ marginBottom: 12 }}>
                    {say('加一项', 'Add an item')}
                  </Button>
                </>
              )}
            </Form.List>
            <Words name="source" label={say('依据（工作法文件）', 'Source of the way of working')} min={2} max={200} />
          </Command>
        )}
      </div>
    </Part>
  );
}

function ItemRow({ name, remove }: { name: number; remove: () => void }) {
  const say = useWords();
  const no = name + 1;
  return (
    <div className="field-row">
      <Form.Item name={[name, 'stage']} label={say(`第 ${no} 项在哪一步`, `Stage of item ${no}`)} rules={[{ required: true }]}>
        <Select options={choicesOf(labels.workOrderState, stages)} style={{ minWidth: 140 }} />
      </Form.Item>
      <Words name={[name, 'text']} label={say(`第 ${no} 项做什么`, `Item ${no}`)} min={2} max={120} />
      <Button onClick={remove} aria-label={say(`去掉 第 ${no} 项`, `Remove item ${no}`)} style={{ marginBottom: 8 }}>
        {say('去掉', 'Remove')}
      </Button>
    </div>
  );
}
