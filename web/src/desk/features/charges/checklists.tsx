import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { todayOf } from '../../lib/format.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';

type List = Output<'dispatch.duty-checklist.list'>['lists'][number];

/** The checklist of duties (三包) of whoever answers for an order, as it holds today and as it was published each time. */
export function Checklists() {
  const say = useWords();
  const lists = useQuery({ queryKey: ['checklists'], queryFn: ({ signal }) => call('dispatch.duty-checklist.list', {}, { signal }) });
  const newest = lists.data?.lists.at(-1);
  return (
    <Part id="checklists" title={say('责任清单（三包）', 'Checklist of duties')}>
      <Answered
        query={lists}
        isEmpty={(found) => found.lists.length === 0}
        empty={say('还没有发布责任清单。各街道的三包写法不同，由管理员写明。', 'None published: each street writes its own.')}
      >
        {(found) => (
          <ul className="plain">
            {[...found.lists].reverse().map(({ version, from, duties, source }) => (
              <li key={version}>
                {say(`自 ${from} 收到的诉求`, `What is received from ${from}`)}{' '}
                {version === found.inForce && <Mark tone="good">{say('现行', 'in force')}</Mark>}{' '}
                {duties.length === 0 ? say('不设清单', 'no checklist') : duties.join('、')} <span className="quiet">{source}</span>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <div className="acts">{lists.data && <Publish key={newest?.version} last={newest} />}</div>
    </Part>
  );
}

function Publish({ last }: { last: List | undefined }) {
  const say = useWords();
  const today = todayOf(useNow(60_000));
  return (
    <Command
      operation="dispatch.duty-checklist.publish"
      title={say('发布责任清单', 'Publish a checklist')}
      refreshes={[['checklists'], ['care']]}
      note={say('每行一项；不写的，自那天起不设清单。', 'One duty a line; none at all means no checklist.')}
      initial={{ from: today, duties: last?.duties.join('\n') ?? '' }}
      input={({ from, duties = '', source }: { from: string; duties?: string; source: string }) => ({
        ...{ from, source },
        duties: duties
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      })}
    >
      <When name="from" label={say('自哪天收到的诉求起', 'Received from')} />
      <Words name="duties" label={say('责任，每行一项', 'Duties, one a line')} isOptional max={500} rows={4} />
      <Words name="source" label={say('依据', 'Source of the checklist')} min={2} max={200} />
    </Command>
  );
}
