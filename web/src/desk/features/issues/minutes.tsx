import { Mark } from '../../components/mark.js';
import { DocumentButton } from '../../components/document-button.js';
import { clockText, dueText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, type Issue, type Round } from './api.js';
import { Words } from '../../components/fields.js';

type Item = keyof typeof labels.minuteItem;
const everything = Object.keys(labels.minuteItem) as Item[];

/** The minutes (纪要) as a list of what they have to say: what is there, what is missing, until when; the chair writes and finishes them. */
export function Minutes({ issue, round, isChair }: { issue: Issue; round: Round; isChair: boolean }) {
  const say = useWords();
  const now = useNow(30_000);
  const { items, missing, dueAt, finishedAt } = round.minutes;
  const wanted = everything.filter((item) => items[item] !== undefined || missing.includes(item));
  const on = { id: issue.id, roundId: round.id };
  const mayWrite = isChair && finishedAt === null;
  return (
    <div className="minutes">
      <h3>
        {say('纪要', 'Minutes')}{' '}
        {finishedAt ? (
          <Mark tone="good">
            {say('已定稿', 'finished')} {clockText(finishedAt)}
          </Mark>
        ) : (
          <Mark tone={dueAt !== null && Date.parse(dueAt) < now ? 'bad' : 'plain'}>
            {say('期限', 'due')} {dueText(dueAt)}
            {dueAt !== null && `（${untilText(dueAt, now)}）`}
          </Mark>
        )}
      </h3>
      <ul className="plain" aria-label={say('纪要应写明', 'What the minutes have to say')}>
        {wanted.map((item) => (
          <li key={item}>
            <Mark tone={items[item] === undefined ? 'bad' : 'good'}>
              {items[item] === undefined ? say('缺', 'missing') : say('有', 'there')}
            </Mark>
            <b>{labels.minuteItem[item]}</b>
            {items[item] !== undefined && <div style={{ whiteSpace: 'pre-line' }}>{items[item]}</div>}
          </li>
        ))}
      </ul>
      {finishedAt === null && missing.length === 0 && (
        <p style={{ color: colours.quiet }}>{say('各项齐全，可以定稿', 'Everything is there: they can be finished')}</p>
      )}
      <div className="acts">
        {mayWrite && (
          <Command
            key={round.version}
            operation="deliberation.minutes.write"
            refreshes={refreshedBy(issue)}
            title={say('写纪要', 'Write the minutes')}
            isPrimary={missing.length > 0}
            initial={items}
            input={(values: Partial<Record<Item, string>>) => ({
              ...on,
              items: Object.fromEntries(Object.entries(values).filter(([, text]) => text?.trim())) as Record<Item, string>,
            })}
          >
            {everything.map((item) => (
              <Words
                key={item}
                name={item}
                isOptional
                rows={2}
                max={4000}
                label={`${labels.minuteItem[item]}${missing.includes(item) ? say('（缺）', ' (missing)') : ''}`}
              />
            ))}
          </Command>
        )}
        {mayWrite && (
          <Command
            operation="deliberation.minutes.finish"
            refreshes={refreshedBy(issue)}
            title={say('纪要定稿', 'Finish the minutes')}
            isPrimary={missing.length === 0}
            input={() => on}
          />
        )}
        <DocumentButton name="deliberation.minutes.print" input={{ id: round.id }} label={say('会议纪要', 'Minutes')} />
      </div>
    </div>
  );
}
