import { useChoiceName } from '../../components/choice-fields.js';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import type { Vote } from '../../lib/votes.js';
import { useWords } from '../../lib/words.js';
import type { Ballot } from './api.js';
import { StrikeBallot } from './read-ballots.js';

/** Every ballot with how far it is; what was entered shows once another has read it. */
export function AllBallots({ vote, ballots, nameOf }: { vote: Vote; ballots: readonly Ballot[]; nameOf: (ballot: Ballot) => string }) {
  const say = useWords();
  const choiceName = useChoiceName();
  const rows = [...ballots].sort((a, b) => (a.serial ?? 0) - (b.serial ?? 0));
  return (
    <details>
      <summary>{say(`全部选票（${ballots.length}）`, `All ballots (${ballots.length})`)}</summary>
      <Rows
        rowKey="id"
        dataSource={rows}
        pagination={{ pageSize: 50 }}
        columns={[
          { title: say('编号', 'No.'), render: (_, { serial }) => serial ?? say('网上', 'online') },
          { title: say('哪一户', 'Whose'), render: (_, ballot) => nameOf(ballot) },
          {
            title: say('状态', 'State'),
            render: (_, { state, struckReason }) => (
              <>
                <Mark tone={state === 'DIFFERENT' ? 'bad' : state === 'ENTERED' || state === 'STRUCK' ? 'plain' : 'good'}>
                  {labels.ballotState[state]}
                </Mark>
                {struckReason}
              </>
            ),
          },
          {
            title: say('内容', 'What it says'),
            render: (_, { choices }) =>
              choices === null
                ? say('核对以前不显示', 'hidden until checked')
                : vote.questions.map((question) => choiceName(question, choices[question.code])).join('、'),
          },
          {
            title: say('计入', 'Counts'),
            render: (_, { isCounted, state }) =>
              isCounted ? say('是', 'yes') : state === 'STRUCK' ? say('不计', 'no') : say('已被后一张代替', 'replaced'),
          },
          { title: say('录入时间', 'Entered'), render: (_, { enteredAt }) => clockText(enteredAt) },
          ...(vote.state === 'OPEN' || vote.state === 'CLOSED'
            ? [
                {
                  title: say('录错了', 'Entered wrongly'),
                  render: (_: unknown, ballot: Ballot) =>
                    ballot.state !== 'STRUCK' && ballot.serial !== null && <StrikeBallot vote={vote} ballot={ballot} />,
                },
              ]
            : []),
        ]}
      />
    </details>
  );
}
