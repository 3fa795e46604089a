import { Checkbox, Form } from 'antd';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, type Issue, type SeatKind } from './api.js';
import { choicesOf, instantOf, seatChoices, SomeOf, When, Words } from '../../components/fields.js';

type Body = 'TABLE' | 'OWNERS_COMMITTEE' | 'OWNERS_ASSEMBLY';
interface Called {
  agenda: string;
  startsAt: string;
  bodies: Body[];
  payers?: SeatKind[];
  isEmergency?: boolean;
}

/** The states of an issue from which the chair calls the parties together; what needs no plan goes straight to its next round. */
const calling: readonly Issue['state'][] = ['SCREENED', 'COST_DRAFT', 'ESCALATED'];
export const mayConvene = (issue: Issue): boolean => calling.includes(issue.state) || (issue.state === 'PLANNING' && needsNoPlan(issue));

/** Matters that the owners decide among themselves and that cost nothing. */
const withoutMoney = ['RULES_OF_PROCEDURE', 'COVENANT', 'COMMITTEE', 'FIRM', 'COMMON_PARTS', 'OTHER_MAJOR', 'NOTICE'];
/** Whether no plan of costs is called for: each party promises for itself alone, or the owners vote on their own. Whether it may go on without one the server says. */
export const needsNoPlan = ({ planId, decisionClasses, matters }: Issue): boolean =>
  planId === null &&
  decisionClasses.length > 0 &&
  (decisionClasses.every((one) => one === 'COMMIT' || one === 'INFO') || matters.every(({ matter }) => withoutMoney.includes(matter)));

/** The chair's notice (会商通知): agenda, hour, who meets, who may have to pay and therefore has to come. How long before, the server checks and says. */
export function Convene({ issue }: { issue: Issue }) {
  const say = useWords();
  const isUrgent = issue.decisionClasses.includes('EMERGENCY');
  return (
    <Command
      operation="deliberation.round.notice"
      refreshes={refreshedBy(issue)}
      title={say('发出会商通知', 'Send the notice')}
      isPrimary
      initial={{ bodies: ['TABLE' as const], payers: issue.payers.map(({ seat }) => seat), isEmergency: isUrgent }}
      input={({ agenda, startsAt, bodies, payers = [], isEmergency = false }: Called, roundId) => ({
        ...{ id: issue.id, roundId, bodies, isEmergency, startsAt: instantOf(startsAt) },
        agenda: agenda
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        // Once a plan lies there, it says who pays.
        ...(issue.planId === null && payers.length > 0 && { payers }),
      })}
    >
      <Words name="agenda" label={say('议程（每行一项）', 'Agenda (a line each)')} rows={3} max={2000} />
      <When name="startsAt" label={say('会商时间（北京时间）', 'When (Beijing time)')} isMinute />
      <SomeOf
        name="bodies"
        label={say('开会的机构（通知期按最长的）', 'Who meets (the longest notice counts)')}
        choices={choicesOf(labels.meetingBody)}
      />
      {issue.planId === null && (
        <SomeOf
          name="payers"
          isOptional
          label={say('可能出资、必须到会的各方', 'Who may pay and has to come')}
          choices={seatChoices(['STREET', 'RIGHTS_UNIT', 'FIRM', 'OWNERS_BODY'])}
        />
      )}
      {isUrgent && (
        <Form.Item name="isEmergency" valuePropName="checked">
          <Checkbox>{say('紧急，随时召集', 'Urgent: at once')}</Checkbox>
        </Form.Item>
      )}
    </Command>
  );
}
