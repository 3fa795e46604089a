import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { ApiProblem, type Output } from '@wufang/api-client';
import { call } from '../lib/client.js';
import { areaText, dueText, yuanText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useMay } from '../lib/may.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { Words } from './fields.js';
import { Mark } from './mark.js';
import { Trouble } from './states.js';

type Use = Output<'deliberation.emergency.get'>;

/** A unit may have hundreds of unsold homes; so many stand on the page. */
const SHOWN = 50;

/** What an owner or a unit that sold homes bears of an emergency use of the fund, line by line, and what they have asked about it. Nothing of anybody else. */
export function OwnShares({ use }: { use: Use }) {
  const say = useWords();
  const may = useMay();
  const key = ['emergency-use', use.id, 'mine'];
  const mine = useQuery({
    queryKey: [...key, use.version],
    queryFn: ({ signal }) => call('deliberation.emergency.my-shares', { id: use.id }, { signal }),
    enabled: may('deliberation.emergency.my-shares') && use.usedFen !== null,
    retry: false,
  });
  if (mine.error instanceof ApiProblem && mine.error.status === 404) return null;
  if (mine.isError) return <Trouble error={mine.error} again={() => void mine.refetch()} />;
  if (!mine.data) return null;
  const { shares, units, questions } = mine.data;
  const bearer = shares[0]?.ownerId ?? units[0]?.unitId;
  if (bearer === undefined) return null;
  const sum = [...shares, ...units].reduce((all, { shareFen }) => all + BigInt(shareFen), 0n);
  return (
    <section aria-label={say('我的分摊', 'My share')} className="stack">
      <div>
        <b>{say('我的分摊', 'My share')}</b>：{yuanText(sum)}
        {shares.length > 1 && say(`（${shares.length} 户）`, ` (${shares.length} homes)`)}
      </div>
      {use.correction && (
        <Alert
          type="warning"
          message={say(
            `已更正：原公布 ${yuanText(use.correction.beforeFen)}。理由：${use.correction.reason}`,
            `Corrected; posted before: ${yuanText(use.correction.beforeFen)}. ${use.correction.reason}`,
          )}
        />
      )}
      {units.map(({ unitId, capacity, shareFen, lines }) => (
        <details key={`${unitId} ${capacity}`}>
          <summary>
            {capacity === null ? '' : labels.payerCapacity[capacity]} {yuanText(shareFen)} · {say('怎么算的', 'How it was counted')}
          </summary>
          <pre className="arithmetic">{lines.join('\n')}</pre>
        </details>
      ))}
      {shares.slice(0, SHOWN).map(({ homeId, areaHundredths, shareFen, money, mark, lines }) => (
        <details key={homeId} open={shares.length === 1}>
          <summary>
            {areaText(areaHundredths)} · {yuanText(shareFen)}
            {money !== null && `（${labels.ownersMoney[money]}）`}
            {mark !== null && say(` · 公示末三位 ${mark}`, ` · on the board: ${mark}`)} · {say('怎么算的', 'How it was counted')}
          </summary>
          <pre className="arithmetic">{lines.join('\n')}</pre>
        </details>
      ))}
      {shares.length > SHOWN && (
        <div>{say(`只列出前 ${SHOWN} 户，其余见分摊说明文书`, `The first ${SHOWN} homes; the statements on paper have all`)}</div>
      )}
      <ul className="plain">
        {questions.map(({ id, state, question, answer, answerDueAt }) => (
          <li key={id}>
            <Mark tone={state === 'ANSWERED' ? 'good' : 'plain'}>{labels.shareQuestionState[state]}</Mark>
            {question}
            <div>
              {answer === null
                ? say(`${dueText(answerDueAt)} 前答复`, `to be answered by ${dueText(answerDueAt)}`)
                : `${say('答复', 'Answer')}：${answer}`}
            </div>
          </li>
        ))}
      </ul>
      <Command
        operation="deliberation.emergency.ask-share"
        refreshes={[key]}
        title={say('对分摊有疑问', 'Ask about my share')}
        input={({ question }: { question: string }, questionId) => ({ id: use.id, questionId, ownerId: bearer, question })}
      >
        <Words name="question" rows={3} min={5} label={say('疑问（请勿写姓名、电话）', 'Question (no names, no phone)')} />
      </Command>
    </section>
  );
}
