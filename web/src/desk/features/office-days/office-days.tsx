import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { Command } from '../../components/command.js';
import { choicesOf, UnitField, When, Words } from '../../components/fields.js';
import { Figures } from '../../components/figures.js';
import { Mark } from '../../components/mark.js';
import { OnlyOne } from '../../components/only-one.js';
import { PageHead } from '../../components/page-head.js';
import { CommunityField } from '../../components/place-fields.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, dateText, dueText, todayOf, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMyCommunities } from '../../lib/my-communities.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { questionKeys, type Question } from './api.js';
import { QuestionActs } from './question-acts.js';

const states = Object.keys(labels.questionState) as Question['state'][];
const LIMIT = 50;

/** Secretaries' office days (书记办公日): what communities asked, which unit has to answer by when, and what came of it. */
export default function OfficeDays() {
  const say = useWords();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const textOf = (name: string) => (typeof asked[name] === 'string' ? asked[name] : undefined);
  const state = states.find((one) => one === asked['state']);
  const before = textOf('before');
  const ask = (next: Record<string, string | undefined>) =>
    void navigate({ to: '/office-days', search: { state, before: undefined, ...next } as never, replace: true });
  const found = useQuery({
    queryKey: [...questionKeys[0], state, before],
    queryFn: ({ signal }) =>
      call('deliberation.office-question.list', { limit: LIMIT, ...(state && { state }), ...(before && { before }) }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <section aria-labelledby="office-title" className="order narrow">
      <PageHead id="office-title" title={say('书记办公日', 'Secretaries’ office days')} prints>
        <OnlyOne
          label={say('只看一种状态', 'One state only')}
          all={say('全部状态', 'All states')}
          width={130}
          value={state}
          onChange={(value) => ask({ state: value })}
          choices={choicesOf(labels.questionState)}
        />
      </PageHead>
      <div className="acts">
        <Ask />
      </div>
      <Answered query={found}>
        {({ questions, totals }) => (
          <>
            <Figures
              items={[
                { label: say('办公日', 'Office days'), value: totals.officeDays },
                { label: say('题目', 'Questions'), value: totals.questions },
                { label: labels.questionOutcome.PROJECT, value: totals.projects },
                { label: labels.questionOutcome.ISSUE, value: totals.issues },
              ]}
            />
            {questions.length === 0 && (
              <p className="nothing">
                {state || before
                  ? say('没有这样的题目。', 'None such.')
                  : say(
                      '还没有题目。社区书记在办公日出题，点名单位答题。',
                      'None yet. A secretary asks on an office day, and names the unit that answers.',
                    )}
              </p>
            )}
            <ul className="jobs">
              {questions.map((question) => (
                <li key={question.id} className="card card-body">
                  <One question={question} />
                </li>
              ))}
            </ul>
            <div className="form-buttons no-print">
              {before && <Button onClick={() => ask({})}>{say('回到最新', 'Back to the newest')}</Button>}
              {questions.length === LIMIT && (
                <Button onClick={() => ask({ before: questions.at(-1)!.id })}>{say('更早的题目', 'Earlier ones')}</Button>
              )}
            </div>
          </>
        )}
      </Answered>
    </section>
  );
}

/** The community asks, and names the unit that has to answer in time. */
function Ask() {
  const say = useWords();
  const own = useMyCommunities();
  const now = useNow(60_000);
  return (
    <Command
      operation="deliberation.office-question.ask"
      title={say('出题', 'Ask')}
      isPrimary
      refreshes={questionKeys}
      initial={{ officeDayOn: todayOf(now), ...(own[0] && { communityId: own[0].id }) }}
      input={(filled: { officeDayOn: string; communityId: string; unitId: string; title: string; question: string }, id) => ({
        id,
        ...filled,
      })}
    >
      <When name="officeDayOn" label={say('哪一次办公日', 'Which office day')} />
      <CommunityField />
      <UnitField name="unitId" label={say('答题单位', 'Who answers')} />
      <Words name="title" label={say('题目', 'Question in short')} min={2} max={100} />
      <Words name="question" label={say('问题（请勿写姓名电话）', 'The question (no names, no phones)')} min={2} max={1000} rows={4} />
    </Command>
  );
}

function One({ question }: { question: Question }) {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow(30_000);
  const { state, title, officeDayOn, communityId, unitId, dueAt, answer, answeredAt, isAnsweredInTime, outcome, projectId, issueId } =
    question;
  return (
    <div className="stack">
      <h2 className="part-title">
        {title} <Mark tone={state === 'SETTLED' ? 'good' : 'plain'}>{labels.questionState[state]}</Mark>{' '}
        {isAnsweredInTime === false && <Mark tone="bad">{say('答题超时', 'answered late')}</Mark>}
      </h2>
      <p className="quiet" style={{ margin: 0 }}>
        {dateText(officeDayOn)} · {unitName(communityId)} → {unitName(unitId)}
        {state === 'ASKED' && ` · ${say('答题期限', 'due')} ${dueText(dueAt)}（${untilText(dueAt, now)}）`}
      </p>
      <p className="as-written" style={{ margin: 0 }}>
        {question.question}
      </p>
      {answer !== null && (
        <p className="as-written" style={{ margin: 0 }}>
          {clockText(answeredAt)} {say('答', 'Answer')}：{answer}
        </p>
      )}
      {outcome !== null && (
        <p style={{ margin: 0 }}>
          {labels.questionOutcome[outcome]}{' '}
          {projectId !== null && (
            <Link to="/projects/$id" params={{ id: projectId }}>
              {say('查看项目', 'See the project')}
            </Link>
          )}
          {issueId !== null && (
            <Link to="/issues/$id" params={{ id: issueId }}>
              {say('查看议题', 'See the issue')}
            </Link>
          )}
        </p>
      )}
      <QuestionActs question={question} />
    </div>
  );
}
