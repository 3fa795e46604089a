import { AnnounceVote } from '../../components/announce-vote.js';
import { OwnersVote } from '../../components/owners-vote.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, useParts, useRead, type Issue } from './api.js';

/** States in which owners may be asked what they think; what they decide is asked once the parties have agreed, and again where a vote leaves something to decide. */
const deciding: readonly Issue['state'][] = ['AGREED', 'VOTED_PASS', 'VOTED_FAIL'];
const asking: readonly Issue['state'][] = ['SCREENED', 'CONVENED', 'ROUND_OPEN', 'ROUND_CLOSED', 'PLANNING', 'COST_DRAFT', ...deciding];

/** The owners' votes about an issue (业主共同决定), and the announcing of one by who speaks for the owners. */
export function VotePart({ issue }: { issue: Issue }) {
  const say = useWords();
  const { own } = useParts(issue);
  const votes = useRead('deliberation.vote.list', issue.id, { issueId: issue.id });
  const mayAnnounce = own.includes('OWNERS_BODY') && asking.includes(issue.state);
  if (!votes.isError && (votes.data?.votes.length ?? 0) === 0 && !mayAnnounce) return null;
  return (
    <Part id="vote" title={say('业主表决', "Owners' vote")}>
      <div className="stack">
        <Answered
          query={votes}
          isEmpty={(found) => found.votes.length === 0}
          empty={say('还没有公告表决；商定以后由业主组织公告，意向征询随时可以发起', 'None announced yet')}
        >
          {(found) => found.votes.map((vote) => <OwnersVote key={vote.id} vote={vote} />)}
        </Answered>
        {mayAnnounce && (
          <AnnounceVote estateId={issue.estateId} issue={issue} decides={deciding.includes(issue.state)} refreshes={refreshedBy(issue)} />
        )}
      </div>
    </Part>
  );
}
