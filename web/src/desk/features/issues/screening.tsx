import { Form } from 'antd';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, type Issue } from './api.js';
import { choicesOf, OneOf, SomeOf, Words } from '../../components/fields.js';

type Matter = Issue['matters'][number]['matter'];
type Ground = NonNullable<Issue['screening'][number]['ground']>;
interface Said {
  decision: 'TAKE' | 'REFUSE';
  matters?: Matter[];
  ground?: Ground;
  reason: string;
}

/** What community and street think of a proposed issue (审议题); once both say the same it is taken up, or it is not. */
export function Screening({ issue }: { issue: Issue }) {
  const say = useWords();
  const { own } = useParts(issue);
  const screens = (['COMMUNITY', 'STREET'] as const).filter((seat) => own.includes(seat));
  if (issue.screening.length === 0 && issue.state !== 'PROPOSED') return null;
  return (
    <Part id="screening" title={say('审议题', 'Screening')}>
      <ul className="plain">
        {(['COMMUNITY', 'STREET'] as const).map((seat) => {
          const said = issue.screening.find((one) => one.seat === seat);
          return (
            <li key={seat}>
              <b>{labels.seatKind[seat]}</b>{' '}
              {said ? (
                <>
                  <Mark tone={said.decision === 'TAKE' ? 'good' : 'bad'}>
                    {said.decision === 'TAKE' ? say('列入', 'take up') : say('不予列入', 'refuse')}
                  </Mark>
                  {said.matters.map((matter) => labels.issueMatter[matter]).join('、')}
                  {said.ground && labels.refusalGround[said.ground]}：{said.reason}（{clockText(said.at)}）
                </>
              ) : (
                say('尚未提出意见', 'has not said anything yet')
              )}
            </li>
          );
        })}
      </ul>
      {issue.state === 'PROPOSED' && screens.length > 0 && (
        <Command
          operation="deliberation.issue.screen"
          refreshes={refreshedBy(issue)}
          title={say('提出审议意见', 'Give an opinion')}
          isPrimary
          initial={{ decision: 'TAKE' as const }}
          input={({ decision, matters = [], ground, reason }: Said) => ({
            ...{ id: issue.id, decision, reason },
            ...(decision === 'TAKE' ? { matters } : { ...(ground && { ground }) }),
          })}
        >
          <OneOf
            name="decision"
            label={say('意见', 'Opinion')}
            choices={[
              { value: 'TAKE', label: say('列入', 'take up') },
              { value: 'REFUSE', label: say('不予列入', 'refuse') },
            ]}
          />
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) =>
              getFieldValue('decision') === 'REFUSE' ? (
                <OneOf name="ground" label={say('不予列入的原因', 'Why not')} choices={choicesOf(labels.refusalGround)} />
              ) : (
                <SomeOf name="matters" label={say('属于哪些事项', 'What it is about')} choices={choicesOf(labels.issueMatter)} />
              )
            }
          </Form.Item>
          <Words name="reason" label={say('理由', 'Reason')} rows={2} />
        </Command>
      )}
    </Part>
  );
}
