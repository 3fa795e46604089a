import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { useWords } from '../../lib/words.js';
import { ApplyForUse } from './emergency-apply.js';
import { OneUse } from './emergency-use.js';
import { useParts, useRead, type Issue } from './api.js';

/** States in which an emergency use may still take the place of a vote. */
const early: readonly Issue['state'][] = ['SCREENED', 'CONVENED', 'ROUND_OPEN', 'ROUND_CLOSED', 'PLANNING', 'COST_DRAFT', 'AGREED'];
/** States in which another collapse may need a use of its own. */
const further: readonly Issue['state'][] = ['EMERGENCY_GO', 'PUBLICITY', 'OBJECTION', 'SIGNING', 'EXECUTING', 'CHANGE', 'ACCEPTANCE'];

/** Emergency use of the maintenance fund (应急使用维修资金): applied for with evidence, told to every owner, confirmed by street and body, posted with the shares. It is no vote. */
export function EmergencyPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const { own } = useParts(issue);
  const uses = useRead('deliberation.emergency.list', issue.id, { issueId: issue.id });
  const mayFile = own.length > 0 && issue.decisionClasses.includes('EMERGENCY') && [...early, ...further].includes(issue.state);
  if (!uses.isError && (uses.data?.uses.length ?? 0) === 0 && !mayFile) return null;
  return (
    <Part id="emergency" title={say('应急使用维修资金', 'Emergency use of the fund')}>
      <div className="stack">
        <Answered
          query={uses}
          isEmpty={(found) => found.uses.length === 0}
          empty={say('还没有申请；符合六种情形或旧电梯的，可以不经业主表决申请使用', 'Nobody has applied yet')}
        >
          {(found) => found.uses.map((use) => <OneUse key={use.id} issue={issue} use={use} />)}
        </Answered>
        {mayFile && <ApplyForUse issue={issue} />}
      </div>
    </Part>
  );
}
