import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Answered } from '../../components/states.js';
import { dueText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, useRead, type Issue, type EmergencyUse } from './api.js';

/** What owners have asked about their shares; who applied answers in five working days. */
export function Questions({ issue, use, isApplicant }: { issue: Issue; use: EmergencyUse; isApplicant: boolean }) {
  const say = useWords();
  const now = useNow(60_000);
  const asked = useRead('deliberation.emergency.questions', issue.id, { id: use.id });
  return (
    <Answered
      query={asked}
      isEmpty={({ questions }) => questions.length === 0}
      empty={say('还没有业主对分摊提出疑问', 'No owner has asked about a share')}
    >
      {({ questions }) => (
        <ul className="plain">
          {questions.map(({ id, state, question, answer, answerDueAt }) => (
            <li key={id}>
              <Mark tone={state === 'ANSWERED' ? 'good' : 'bad'}>{labels.shareQuestionState[state]}</Mark>
              {question}
              {answer === null ? (
                <div>
                  {say(
                    `${dueText(answerDueAt)} 前答复（${untilText(answerDueAt, now)}）`,
                    `by ${dueText(answerDueAt)} (${untilText(answerDueAt, now)})`,
                  )}
                  {isApplicant && (
                    <Command
                      operation="deliberation.emergency.answer-share"
                      refreshes={refreshedBy(issue)}
                      title={say('答复', 'Answer')}
                      input={({ answer: said }: { answer: string }) => ({ id: use.id, questionId: id, answer: said })}
                    >
                      <Words name="answer" min={5} rows={3} label={say('答复', 'Answer')} />
                    </Command>
                  )}
                </div>
              ) : (
                <div>
                  {say('答复', 'Answer')}：{answer}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Answered>
  );
}
