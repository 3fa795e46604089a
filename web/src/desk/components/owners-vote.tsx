import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { call } from '../lib/client.js';
import { areaText, clockText, dateText, dueText, fullText, lastDayText, untilText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useNow } from '../lib/now.js';
import type { Vote } from '../lib/votes.js';
import { useWords } from '../lib/words.js';
import { DocumentButton } from './document-button.js';
import { Mark } from './mark.js';
import { VoteActs } from './owners-vote-acts.js';

type Bar = Vote['bars'][number];
type Test = NonNullable<NonNullable<Vote['results']>[number]['participation']>['tests'][number];
type Threshold = Test['threshold'];

/**
 * An owners' vote (业主共同决定) as everyone who may see it sees it: while it runs how many have handed in a ballot and what has to be reached, afterwards the
 * three tests with their numbers; with what the owners' body and the street may do about it.
 */
export function OwnersVote({ vote, isPage = false }: { vote: Vote; isPage?: boolean }) {
  const say = useWords();
  const now = useNow(30_000);
  return (
    <section className="stack" aria-label={vote.title}>
      <div>
        {isPage ? (
          <b>{vote.title}</b>
        ) : (
          <b>
            <Link to="/votes/$id" params={{ id: vote.id }}>
              {vote.title}
            </Link>
          </b>
        )}{' '}
        <Mark>{labels.voteKind[vote.kind]}</Mark>
        <Mark tone={vote.state === 'ANNULLED' ? 'bad' : 'plain'}>{labels.ownersVoteState[vote.state]}</Mark> {clockText(vote.opensAt)} —{' '}
        {dueText(vote.closesAt)}
        {vote.state === 'OPEN' && `（${untilText(vote.closesAt, now)}）`}
      </div>
      {vote.notice && <Alert type="warning" message={vote.notice} />}
      {vote.calledOffReason && <Alert type="warning" message={`${say('已取消', 'Called off')}：${vote.calledOffReason}`} />}
      <Corrected vote={vote} />
      <div>{vote.how}</div>
      {isPage && vote.kind !== 'ADVISORY' && <Counters voteId={vote.id} />}
      {vote.roll && (
        <div>
          {say('名册', 'Roll')}：{say(`${vote.roll.homes} 户`, `${vote.roll.homes} homes`)} · {areaText(vote.roll.areaHundredths)} ·{' '}
          {say(`${vote.roll.heads} 人`, `${vote.roll.heads} heads`)}
          {vote.roll.unsold.homes > 0 &&
            say(
              `（其中未售公房 ${vote.roll.unsold.homes} 户，${areaText(vote.roll.unsold.areaHundredths)}，${vote.roll.unsold.heads} 人）`,
              ` (${vote.roll.unsold.homes} of them unsold)`,
            )}
        </div>
      )}
      {vote.results === null ? (
        <Progress vote={vote} />
      ) : (
        vote.results.map((result) => <Result key={result.question.code} result={result} />)
      )}
      {vote.source && (
        <div>
          {say('结果出处', 'Announced')}：{vote.source}
        </div>
      )}
      {vote.statement && isPage && (
        <details>
          <summary>{say('计票说明，逐行', 'How it was counted, line by line')}</summary>
          <pre className="arithmetic">{vote.statement.join('\n')}</pre>
        </details>
      )}
      <div className="acts">
        <DocumentButton name="deliberation.vote.print-notice" input={{ id: vote.id }} label={say('表决公告', 'Notice of the vote')} />
      </div>
      {vote.countedAt && (
        <div className="acts">
          <DocumentButton name="deliberation.vote.print-report" input={{ id: vote.id }} label={say('计票报告', 'Report of the count')} />
          <DocumentButton name="deliberation.vote.print-result" input={{ id: vote.id }} label={say('结果公告', 'Result')} />
        </div>
      )}
      {vote.state === 'COUNTED' &&
        (vote.postedAt ? (
          <div>
            {say('已公示', 'Posted')} {dateText(vote.postedAt)} · {vote.postedWhere}
            {vote.objectionUntil &&
              say(
                `；${lastDayText(vote.objectionUntil)} 前业主可以请求人民法院撤销`,
                `; owners may go to court until ${lastDayText(vote.objectionUntil)}`,
              )}
          </div>
        ) : (
          vote.postDueAt && (
            <div>
              {say('结果须公示，最迟', 'The result has to be posted by')} {lastDayText(vote.postDueAt)}
            </div>
          )
        ))}
      <VoteActs vote={vote} />
    </section>
  );
}

/** Who counts, by name, and whether each has said to have no interest in the matter: no secret to anybody who may see the vote. */
function Counters({ voteId }: { voteId: string }) {
  const say = useWords();
  const found = useQuery({
    queryKey: ['vote', voteId, 'counters'],
    queryFn: ({ signal }) => call('deliberation.vote.counters', { id: voteId }, { signal }),
    staleTime: 15_000,
  });
  const counters = found.data?.counters ?? [];
  if (counters.length === 0) return null;
  return (
    <section aria-label={say('计票小组', 'Counting group')}>
      {say('计票小组', 'Counting group')}：
      <ul className="plain">
        {counters.map(({ accountId, name, state }) => (
          <li key={accountId}>
            {name ?? say('（账号已停用）', '(account closed)')}{' '}
            <Mark tone={state === 'DECLARED' ? 'good' : state === 'RECUSED' ? 'bad' : 'plain'}>{labels.memberState[state]}</Mark>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the street has said against the decision: put it right, or that it is annulled. */
function Corrected({ vote: { correction, annulment } }: { vote: Vote }) {
  const say = useWords();
  return (
    <>
      {correction && (
        <Alert
          type="warning"
          message={say(
            `街道责令改正，期限 ${dueText(correction.dueAt)}`,
            `The street orders a correction until ${dueText(correction.dueAt)}`,
          )}
          description={
            <>
              <div>
                {correction.reason}（{correction.document}）
              </div>
              {correction.report !== null && (
                <div>
                  {say('改正情况', 'Reported')}：{correction.report}（{fullText(correction.reportedAt)}）
                </div>
              )}
            </>
          }
        />
      )}
      {annulment && (
        <Alert
          type="error"
          message={say(`街道已于 ${fullText(annulment.at)} 撤销这项决定`, `Annulled by the street on ${fullText(annulment.at)}`)}
          description={`${annulment.reason}（${annulment.document}）`}
        />
      )}
    </>
  );
}

/**
 * What has to be reached: taking part, agreement by area, agreement by heads. Until the count only how many owners have handed in a ballot is known to
 * anybody here; neither their areas nor what they chose.
 */
function Progress({ vote }: { vote: Vote }) {
  const say = useWords();
  const { turnout } = vote;
  return (
    <>
      {vote.kind === 'OFFICIAL' && (
        <div>
          {say('选票在市业主决策平台，交回情况以平台公布的为准', 'Ballots are in the city’s own system, which tells how many are in')}
        </div>
      )}
      {turnout && (
        <div>
          <label>
            {say('已交回选票的业主', 'Owners who have handed in a ballot')}：{turnout.returnedOwners} / {turnout.owners}{' '}
            <progress value={turnout.returnedOwners} max={Math.max(1, turnout.owners)} className="bar">
              {turnout.returnedOwners}
            </progress>
          </label>
        </div>
      )}
      {vote.questions.map((question) => {
        const bar = vote.bars.find((one) => one.question === question.code);
        return (
          <section key={question.code} aria-label={question.title}>
            <h3>{question.title}</h3>
            {bar && <Bars bar={bar} isReached={turnout?.isParticipationReached ?? null} isElsewhere={vote.kind === 'OFFICIAL'} />}
          </section>
        );
      })}
    </>
  );
}

function Bars({ bar, isReached, isElsewhere }: { bar: Bar; isReached: boolean | null; isElsewhere: boolean }) {
  const say = useWords();
  const { participation, agreement } = bar;
  const unknown = say('计票后公布', 'told after the count');
  return (
    <ul className="plain">
      {participation && (
        <li>
          <Mark tone={isReached ? 'good' : 'plain'}>
            {isReached === null
              ? isElsewhere
                ? unknown
                : say('开始后计', 'not begun')
              : isReached
                ? say('已达到', 'reached')
                : say('尚未达到', 'not yet')}
          </Mark>
          <b>{say('一、参与', '1. Taking part')}</b>：{say('面积和人数都', 'area and heads both ')}
          {fractionText(participation, say)}
          {bar.least &&
            `，${say('至少', 'at least')} ${areaText(bar.least.area)}、${say(`${bar.least.heads} 人`, `${bar.least.heads} heads`)}`}
        </li>
      )}
      <li>
        <Mark>{unknown}</Mark>
        <b>{say('二、同意的面积', '2. Area in favour')}</b>：{fractionText(agreement, say)}
      </li>
      <li>
        <Mark>{unknown}</Mark>
        <b>{say('三、同意的人数', '3. Heads in favour')}</b>：{fractionText(agreement, say)}
      </li>
    </ul>
  );
}

function fractionText({ num, den, isStrict, of }: Threshold, say: (zh: string, en: string) => string): string {
  const whole = of === 'ALL' ? say('全体的', ' of all') : say('参与表决的', ' of those taking part');
  return say(`${isStrict ? '超过' : '达到'}${whole} ${num}/${den}`, `${isStrict ? 'more than' : 'at least'} ${num}/${den}${whole}`);
}

function Result({ result }: { result: NonNullable<Vote['results']>[number] }) {
  const say = useWords();
  return (
    <section aria-label={result.question.title}>
      <h3>
        {result.question.title} <Mark tone={result.outcome === 'PASSED' ? 'good' : 'bad'}>{labels.voteOutcome[result.outcome]}</Mark>
      </h3>
      <ul className="plain">
        {result.participation?.tests.map((test) => (
          <TestLine key={test.measure} name={say('一、参与', '1. Taking part')} test={test} />
        ))}
        {result.agreement.flatMap(({ option, check }) =>
          check.tests.map((test) => (
            <TestLine
              key={`${option} ${test.measure}`}
              name={`${test.measure === 'area' ? say('二、同意', '2. In favour') : say('三、同意', '3. In favour')}${result.agreement.length > 1 ? ` ${option}` : ''}`}
              test={test}
            />
          )),
        )}
      </ul>
      <p className="foot">{say('竖线是至少要达到的', 'The upright line is what has to be reached')}</p>
    </section>
  );
}

/** One test of the law: the part, the whole, what it had to reach, whether it did; as a picture, whose lengths are only for looking, and in figures. */
function TestLine({ name, test }: { name: string; test: Test }) {
  const say = useWords();
  const figure = (value: number) => (test.measure === 'area' ? areaText(value) : say(`${value} 人`, `${value} heads`));
  return (
    <li>
      <Mark tone={test.passes ? 'good' : 'bad'}>{test.passes ? say('达到', 'reached') : say('未达到', 'not reached')}</Mark>
      {name} · {test.measure === 'area' ? say('面积', 'area') : say('人数', 'heads')}：{figure(test.part)} / {figure(test.whole)}，
      {say('至少', 'at least')} {figure(test.smallest)}（{test.threshold.isStrict ? say('超过', 'over ') : ''}
      {test.threshold.num}/{test.threshold.den}）
      <Reach test={test} />
    </li>
  );
}

function Reach({ test: { part, whole, smallest, passes } }: { test: Test }) {
  const across = (value: number) => `${whole === 0 ? 0 : Math.min(100, (value / whole) * 100)}%`;
  return (
    <div className={passes ? 'reach reach-passes' : 'reach'} aria-hidden="true">
      <span className="reach-done" style={{ width: across(part) }} />
      <span className="reach-mark" style={{ left: across(smallest) }} />
    </div>
  );
}
