import { useQuery } from '@tanstack/react-query';
import { ApiProblem, type Output } from '@wufang/api-client';
import { call } from '../lib/client.js';
import { areaText, clockText, yuanText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useMay } from '../lib/may.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { Words } from './fields.js';
import { Mark } from './mark.js';
import { Trouble } from './states.js';

type Use = Output<'deliberation.emergency.get'>;

/** What an owner bears of an emergency use of the fund, with the arithmetic, and what they have asked about it. Nothing of anybody else. */
export function OwnShares({ use }: { use: Use }) {
  const say = useWords();
  const may = useMay();
  const key = ['emergency-use', use.id, 'mine'];
  const mine = useQuery({
    queryKey: [...key, use.state],
    queryFn: ({ signal }) => call('deliberation.emergency.my-shares', { id: use.id }, { signal }),
    enabled: may('deliberation.emergency.my-shares') && use.state === 'POSTED',
    retry: false,
  });
  if (mine.error instanceof ApiProblem && mine.error.status === 404) return null;
  if (mine.isError) return <Trouble error={mine.error} again={() => void mine.refetch()} />;
  if (!mine.data || mine.data.shares.length === 0) return null;
  const { shares, questions } = mine.data;
  const sum = shares.reduce((all, { shareFen }) => all + BigInt(shareFen), 0n);
  return (
    <section aria-label={say('我的分摊', 'My share')} className="stack">
      <div>
        <b>{say('我的分摊', 'My share')}</b>：{yuanText(sum)}
        {shares.length > 1 && say(`（${shares.length} 户）`, ` (${shares.length} homes)`)}
      </div>
      <details>
        <summary>{say('怎么算的', 'How it was counted')}</summary>
        <ul>
          {shares.slice(0, 50).map(({ homeId, areaHundredths, totalAreaHundredths, shareFen }) => (
            <li key={homeId}>
              {say(
                `本户 ${areaText(areaHundredths)}，分摊范围共 ${areaText(totalAreaHundredths)}，分摊 ${yuanText(shareFen)}`,
                `${areaText(areaHundredths)} of ${areaText(totalAreaHundredths)}: ${yuanText(shareFen)}`,
              )}
            </li>
          ))}
        </ul>
        {use.usedFen !== null && (
          <p>
            {say(
              `实际使用 ${yuanText(use.usedFen)}，按专有部分面积分摊；售后公房先由售房单位按交存比例承担。零头按最大余数分，合计分毫不差。`,
              `${yuanText(use.usedFen)} were used, shared by area; of sold public homes the selling unit first bears its part by the deposits.`,
            )}
          </p>
        )}
      </details>
      <ul className="plain">
        {questions.map(({ id, state, question, answer, answerDueAt }) => (
          <li key={id}>
            <Mark tone={state === 'ANSWERED' ? 'good' : 'plain'}>{labels.shareQuestionState[state]}</Mark>
            {question}
            <div>
              {answer === null
                ? say(`${clockText(answerDueAt)} 前答复`, `to be answered by ${clockText(answerDueAt)}`)
                : `${say('答复', 'Answer')}：${answer}`}
            </div>
          </li>
        ))}
      </ul>
      <Command
        operation="deliberation.emergency.ask-share"
        refreshes={[key]}
        title={say('对分摊有疑问', 'Ask about my share')}
        input={({ question }: { question: string }, questionId) => ({ id: use.id, questionId, ownerId: shares[0]!.ownerId, question })}
      >
        <Words name="question" rows={3} min={5} label={say('疑问（请勿写姓名、电话）', 'Question (no names, no phone)')} />
      </Command>
    </section>
  );
}
