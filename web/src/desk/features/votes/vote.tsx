import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { OwnersVote } from '../../components/owners-vote.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useEstateName } from '../../lib/names.js';
import { useMay } from '../../lib/may.js';
import type { Vote } from '../../lib/votes.js';
import { useWords } from '../../lib/words.js';
import { Counting } from './counting.js';
import { OwnVote } from './own-vote.js';
import { Receipts } from './receipts.js';

/** One owners' vote: its notice and standing for all who may see it, one's own place on its roll for owners, the ballots for those who count. */
export default function VotePage() {
  const say = useWords();
  const { id } = useParams({ strict: false });
  const vote = useQuery({
    queryKey: ['vote', id],
    queryFn: ({ signal }) => call('deliberation.vote.get', { id: id! }, { signal }),
    refetchInterval: 10_000,
  });
  return (
    <Answered query={vote} heading={say('业主表决', 'Owners’ vote')}>
      {(found) => <OneVote vote={found} />}
    </Answered>
  );
}

function OneVote({ vote }: { vote: Vote }) {
  const say = useWords();
  const may = useMay();
  const estateName = useEstateName();
  return (
    <article aria-labelledby="vote-title" className="room">
      <PageHead id="vote-title" title={`${estateName(vote.estateId)} · ${say('业主表决', 'owners’ vote')}`} prints>
        {vote.issueId !== null && may('deliberation.issue.get') && (
          <Link to="/issues/$id" params={{ id: vote.issueId }}>
            {say('议题', 'The issue')}
          </Link>
        )}
      </PageHead>
      <Counting vote={vote} />
      <OwnVote vote={vote} />
      <Part id="vote" title={say('公告与结果', 'Notice and result')}>
        <OwnersVote vote={vote} isPage />
      </Part>
      {vote.roll !== null && <Receipts vote={vote} />}
    </article>
  );
}
