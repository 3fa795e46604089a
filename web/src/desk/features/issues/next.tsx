import { Form } from 'antd';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, type Issue, type SeatKind } from './api.js';
import { OneOf, seatChoices, Words } from '../../components/fields.js';

type Next = 'plan' | 'replan' | 'amend' | 'resume' | 'reject' | 'escalate' | 'archive';
interface Decided {
  step: Next;
  leadSeat?: SeatKind;
  reason: string;
}

/** What a chair may decide where an issue stands; whether it may in this case the server says. What was signed binds: from then on nothing ends it here, and the works may go on by it. */
function nextSteps(issue: Issue): Next[] {
  const steps = unboundSteps(issue);
  if (issue.signedResolutionId === null) return steps;
  const bound = steps.filter((step) => step !== 'reject' && step !== 'archive');
  return resumable.includes(issue.state) ? [...bound, 'resume'] : bound;
}

const resumable: readonly Issue['state'][] = ['CHANGE', 'PLANNING', 'COST_DRAFT', 'ROUND_CLOSED', 'VOTED_FAIL', 'ESCALATED'];

const lastRound = 3;

function unboundSteps({ state, roundNo, decisionClasses, planId }: Issue): Next[] {
  const isTold = decisionClasses.length > 0 && decisionClasses.every((one) => one === 'INFO');
  switch (state) {
    case 'ROUND_CLOSED':
      return [
        roundNo === 1 ? 'plan' : 'replan',
        // While a round is left the chair goes on or hands it to the street; giving up is for the end.
        ...(roundNo >= lastRound ? (['reject'] as const) : []),
        'escalate',
        ...(isTold ? (['archive'] as const) : []),
      ];
    case 'VOTED_FAIL':
      return ['amend', 'reject', 'escalate'];
    case 'ESCALATED':
      return ['reject'];
    case 'VOTED_PASS':
      return planId === null ? ['archive', 'amend'] : ['amend'];
    case 'COST_DRAFT':
    case 'AGREED':
    case 'EMERGENCY_GO':
    case 'SIGNING':
      return ['amend'];
    default:
      return [];
  }
}

/** The chair says what comes next (决定下一步), with who works the plan out and why. */
export function DecideNext({ issue }: { issue: Issue }) {
  const say = useWords();
  const steps = nextSteps(issue);
  if (steps.length === 0) return null;
  const resumeText = say('变更没有议成，按原决议继续施工', 'The change was not agreed: the works go on by what was signed');
  const isDecided = issue.state === 'VOTED_PASS' && issue.planId === null;
  const isWaited = issue.state === 'ROUND_CLOSED' || issue.state === 'VOTED_FAIL' || isDecided;
  return (
    <Command
      operation="deliberation.issue.decide-next"
      refreshes={refreshedBy(issue)}
      title={
        isWaited
          ? say('决定下一步', 'Decide what comes next')
          : issue.state === 'CHANGE'
            ? resumeText
            : say('退回、提级…', 'Take back, escalate…')
      }
      isPrimary={isWaited}
      initial={{ step: steps[0]!, ...(issue.leadSeat && { leadSeat: issue.leadSeat }) }}
      input={({ step, leadSeat, reason }: Decided) => ({ id: issue.id, step, reason, ...(leadSeat && { leadSeat }) })}
    >
      <OneOf
        name="step"
        label={say('下一步', 'Next')}
        choices={steps.map((value) => ({
          value,
          label: value === 'amend' ? say('退回拟方案', 'Back to the plan') : value === 'resume' ? resumeText : labels.issueStep[value],
        }))}
      />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          ['plan', 'replan', 'amend'].includes(getFieldValue('step') as string) && (
            <OneOf
              name="leadSeat"
              label={say('由谁拟方案', 'Who works the plan out')}
              choices={seatChoices(issue.seats.filter(({ state }) => state !== 'VACANT').map(({ kind }) => kind))}
            />
          )
        }
      </Form.Item>
      <Words name="reason" label={say('理由', 'Reason')} rows={2} />
    </Command>
  );
}
