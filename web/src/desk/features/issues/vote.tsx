import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Progress, Space } from 'antd';
import type { Output } from '@wufang/api-client';
import { labels } from '@wufang/contracts/labels';
import { Mark } from '../../components/mark.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { areaText, clockText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';

type Vote = Output<'deliberation.vote.get'>;
type Test = NonNullable<NonNullable<Vote['results']>[number]['participation']>['tests'][number];

/** An owners' vote (业主共同决定): while it runs how many have handed in a ballot, afterwards the three tests with their numbers. */
export function VoteCard({ voteId }: { voteId: string }) {
  const say = useWords();
  const vote = useQuery({
    queryKey: ['vote', voteId],
    queryFn: ({ signal }) => call('deliberation.vote.get', { id: voteId }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <Card size="small" title={say('业主表决', "Owners' vote")}>
      <Answered query={vote}>
        {(found) => (
          <Space direction="vertical" style={{ width: '100%' }}>
            <div>
              {found.title} <Mark>{labels.voteKind[found.kind]}</Mark>
              <Mark>{labels.ownersVoteState[found.state]}</Mark> {clockText(found.opensAt)} — {clockText(found.closesAt)}
            </div>
            {found.notice && <Alert type="warning" message={found.notice} />}
            {found.turnout && (
              <div>
                {say('已交回', 'Handed in')} {found.turnout.returnedOwners} / {found.turnout.owners}
                {found.turnout.isParticipationReached && <Mark tone="good">{say('参与已达三分之二', 'two thirds take part')}</Mark>}
                <Progress
                  aria-label={say('交回进度', 'Ballots handed in')}
                  percent={Math.floor((100 * found.turnout.returnedOwners) / Math.max(1, found.turnout.owners))}
                />
              </div>
            )}
            {found.results?.map((result) => (
              <section key={result.question.code} aria-label={result.question.title}>
                <b>{result.question.title}</b>{' '}
                <Mark tone={result.outcome === 'PASSED' ? 'good' : 'bad'}>{labels.voteOutcome[result.outcome]}</Mark>
                <ul>
                  {result.participation?.tests.map((test) => (
                    <TestLine key={test.measure} name={say('参与', 'Taking part')} test={test} />
                  ))}
                  {result.agreement.flatMap(({ option, check }) =>
                    check.tests.map((test) => (
                      <TestLine
                        key={`${option} ${test.measure}`}
                        name={`${say('同意', 'Agreeing')}${result.agreement.length > 1 ? ` ${option}` : ''}`}
                        test={test}
                      />
                    )),
                  )}
                </ul>
              </section>
            ))}
          </Space>
        )}
      </Answered>
    </Card>
  );
}

/** One test of the law: the part, the whole, what it had to reach, whether it did. */
function TestLine({ name, test }: { name: string; test: Test }) {
  const say = useWords();
  const figure = (value: number) => (test.measure === 'area' ? areaText(value) : say(`${value} 人`, `${value} heads`));
  return (
    <li>
      <Mark tone={test.passes ? 'good' : 'bad'}>{test.passes ? say('达到', 'reached') : say('未达到', 'not reached')}</Mark>
      {name} · {test.measure === 'area' ? say('面积', 'area') : say('人数', 'heads')}：{figure(test.part)} / {figure(test.whole)}，
      {say('至少', 'at least')} {figure(test.smallest)}（{test.threshold.isStrict ? say('过', 'over ') : ''}
      {test.threshold.num}/{test.threshold.den}）
    </li>
  );
}
