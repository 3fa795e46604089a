import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { clockText, lastDayText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, useRead, type Issue } from './api.js';
import { Words } from '../../components/fields.js';

/** What the parties have promised (承诺事项): by whom, until when, what to show for it; who promised says here that it is done. */
export function PromisesPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const { own } = useParts(issue);
  const promises = useRead('deliberation.commitment.list', issue.id, { issueId: issue.id, limit: 200 });
  if (!promises.isError && (promises.data?.commitments.length ?? 0) === 0) return null;
  return (
    <Part id="promises" title={say('承诺事项', 'Promises')}>
      <Answered query={promises}>
        {({ commitments }) => (
          <ul className="plain">
            {commitments.map(({ id, seat, unitId, text, dueAt, state, isLate, taskId, evidence, endedAt }) => (
              <li key={id}>
                <Mark tone={state === 'KEPT' ? 'good' : isLate ? 'bad' : 'plain'}>{labels.commitmentState[state]}</Mark>
                {isLate && <Mark tone="bad">{say('逾期', 'late')}</Mark>}
                <b>{unitName(unitId)}</b>（{labels.seatKind[seat]}）：{text}
                <div>
                  {say('期限', 'due')} {lastDayText(dueAt)}
                  {state === 'OPEN' && `（${untilText(dueAt, now)}）`} · {say('须提交', 'to show')}：{evidence}
                  {endedAt && ` · ${clockText(endedAt)} ${labels.commitmentState[state]}`}
                </div>
                {state === 'OPEN' && taskId !== null && own.includes(seat) && (
                  <Command
                    operation="dispatch.assigned-task.deliver"
                    refreshes={refreshedBy(issue)}
                    title={say('报完成', 'Report it done')}
                    input={(values: { evidence: string }) => ({ id: taskId, evidence: values.evidence })}
                  >
                    <Words name="evidence" label={say(`依据（${evidence}）`, `What shows it (${evidence})`)} rows={2} />
                  </Command>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}
