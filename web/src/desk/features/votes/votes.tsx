import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, dueText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

/** Every owners' vote and poll one may see: those one counts, those at one's tables, those of one's homes. */
export default function Votes() {
  const say = useWords();
  const estateName = useEstateName();
  const votes = useQuery({
    queryKey: ['votes'],
    queryFn: ({ signal }) => call('deliberation.vote.list', {}, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="votes-title" className="room">
      <PageHead id="votes-title" title={say('业主表决', 'Owners’ votes')} />
      <Answered
        query={votes}
        isEmpty={(found) => found.votes.length === 0}
        empty={say(
          '还没有与您有关的表决；业主组织公告表决、点名计票小组以后在这里看到',
          'No vote concerns you yet; once one is announced or you are named to count, it is here',
        )}
      >
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found.votes}
            columns={[
              {
                title: say('表决', 'Vote'),
                render: (_, { id, title }) => (
                  <Link to="/votes/$id" params={{ id }}>
                    {title}
                  </Link>
                ),
              },
              { title: say('小区', 'Estate'), render: (_, { estateId }) => estateName(estateId) },
              { title: say('方式', 'How'), render: (_, { kind }) => labels.voteKind[kind] },
              { title: say('状态', 'State'), render: (_, { state }) => <Mark>{labels.ownersVoteState[state]}</Mark> },
              { title: say('开始', 'Opens'), render: (_, { opensAt }) => clockText(opensAt) },
              { title: say('截止', 'Closes'), render: (_, { closesAt }) => dueText(closesAt) },
              {
                title: say('已交回', 'Handed in'),
                render: (_, { turnout }) => (turnout ? `${turnout.returnedOwners} / ${turnout.owners}` : '—'),
              },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
