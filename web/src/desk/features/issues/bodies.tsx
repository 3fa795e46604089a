import type { Input } from '@wufang/api-client';
import { Form } from 'antd';
import { Command } from '../../components/command.js';
import { choicesOf, Figure, OneOf, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { clockText, dateText, lastDayText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, useParts, type Issue } from './api.js';

type Recorded = Input<'deliberation.body-decision.record'>;
type Body = Recorded['body'];

/** What a committee has passed and nobody has posted; of decisions from before no posting was asked. */
const isToBePosted = ({ body, isPassed, recordedAt, posting }: Issue['bodyDecisions'][number]) =>
  body !== 'RESIDENTS_MEETING' && isPassed && recordedAt !== undefined && posting === undefined;

const over: readonly Issue['state'][] = ['ARCHIVED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'MERGED'];

/** What the owners' committee, the property management committee or the residents' meeting has decided in its own meeting, and whether its numbers carry it. */
export function BodiesPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const { own } = useParts(issue);
  const mayRecord = !over.includes(issue.state) && (own.includes('COMMUNITY') || own.includes('OWNERS_BODY'));
  if (issue.bodyDecisions.length === 0 && !mayRecord) return null;
  return (
    <Part id="bodies" title={say('业委会、物管会、居民会议的决定', 'Decisions of owners’ and residents’ bodies')}>
      <div className="stack">
        {issue.bodyDecisions.length === 0 && <p>{say('还没有登记', 'None recorded')}</p>}
        <ul className="plain">
          {issue.bodyDecisions.map((decision, at) => (
            <li key={at}>
              <Mark tone={decision.isPassed ? 'good' : 'bad'}>
                {decision.isPassed ? say('有效', 'carries') : say('不成立', 'does not carry')}
              </Mark>
              <b>{labels.decidingBody[decision.body]}</b> {dateText(decision.heldOn)} · {decision.document}
              <div>
                {decision.body === 'RESIDENTS_MEETING'
                  ? say(
                      `应到 ${decision.members} 人，实到 ${decision.attended} 人，同意 ${decision.signed} 人`,
                      `${decision.attended} of ${decision.members} came, ${decision.signed} agreed`,
                    )
                  : say(
                      `委员 ${decision.members} 人（业主代表 ${decision.ownerReps} 人），到会 ${decision.attended} 人（业主代表 ${decision.ownerRepsAttended} 人），签字 ${decision.signed} 人`,
                      `${decision.attended} of ${decision.members} came (owners: ${decision.ownerRepsAttended} of ${decision.ownerReps}), ${decision.signed} signed`,
                    )}
              </div>
              {decision.reasons.map((reason) => (
                <div key={reason}>{reason}</div>
              ))}
              {decision.posting && (
                <div>
                  {say('已张贴', 'Posted')} {clockText(decision.posting.postedAt)} · {decision.posting.where}
                  {decision.posting.hangsUntil &&
                    say(`，张贴至 ${lastDayText(decision.posting.hangsUntil)}`, `, until ${lastDayText(decision.posting.hangsUntil)}`)}
                </div>
              )}
              {mayRecord && isToBePosted(decision) && (
                <Command
                  operation="deliberation.body-decision.post"
                  refreshes={refreshedBy(issue)}
                  title={say(`登记第 ${at + 1} 个决定已张贴`, `Decision ${at + 1} has been posted`)}
                  isPrimary
                  input={({ where }: { where: string }) => ({ id: issue.id, no: at + 1, where })}
                >
                  <Words name="where" max={120} label={say('张贴地点', 'Where it hangs')} />
                </Command>
              )}
            </li>
          ))}
        </ul>
        {mayRecord && <Record issue={issue} />}
      </div>
    </Part>
  );
}

interface Filled {
  body: Body;
  members: string;
  ownerReps?: string;
  attended: string;
  ownerRepsAttended?: string;
  signed: string;
  heldOn: string;
  toldOn?: string;
  document: string;
}

function Record({ issue }: { issue: Issue }) {
  const say = useWords();
  const { own } = useParts(issue);
  const bodies: Body[] = [
    'OWNERS_COMMITTEE',
    'PROPERTY_MGMT_COMMITTEE',
    ...(own.includes('COMMUNITY') ? (['RESIDENTS_MEETING'] as const) : []),
  ];
  return (
    <Command
      operation="deliberation.body-decision.record"
      refreshes={refreshedBy(issue)}
      title={say('登记一次决定', 'Record a decision')}
      note={say(
        '按会议记录如实填写；人数不够的照样登记，系统写明不成立的原因。业主共同决定的事项不能由业委会、物管会代为决定。',
        'As the minutes say; what the numbers do not carry is kept as such. Owners’ own matters are not theirs to decide.',
      )}
      initial={{ body: bodies[0]! }}
      input={({ body, members, ownerReps, attended, ownerRepsAttended, signed, heldOn, toldOn, document }: Filled) => ({
        ...{ id: issue.id, body, members: Number(members), attended: Number(attended), signed: Number(signed), heldOn, document },
        // All members of an owners' committee are owners; a residents' meeting has no members who represent owners.
        ownerReps: body === 'OWNERS_COMMITTEE' ? Number(members) : Number(ownerReps ?? 0),
        ownerRepsAttended: body === 'OWNERS_COMMITTEE' ? Number(attended) : Number(ownerRepsAttended ?? 0),
        ...(toldOn && { toldOn }),
      })}
    >
      <OneOf name="body" label={say('谁的会议', 'Whose meeting')} choices={choicesOf(labels.decidingBody, bodies)} />
      <When name="heldOn" label={say('开会日期', 'Held on')} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => <Numbers body={getFieldValue('body') as Body} />}
      </Form.Item>
      <Words name="document" max={200} label={say('会议记录名称与文号', 'Title and number of the minutes')} />
    </Command>
  );
}

function Numbers({ body }: { body: Body }) {
  const say = useWords();
  const isMeeting = body === 'RESIDENTS_MEETING';
  const isCommittee = body === 'PROPERTY_MGMT_COMMITTEE';
  return (
    <>
      <div className="pair">
        <Figure name="members" label={isMeeting ? say('应到会人数', 'Eligible') : say('全体委员人数', 'Members')} />
        {isCommittee && <Figure name="ownerReps" label={say('其中业主代表', 'Owners’ representatives')} />}
      </div>
      <div className="pair">
        <Figure name="attended" label={say('到会人数', 'Came')} />
        {isCommittee && <Figure name="ownerRepsAttended" label={say('到会的业主代表', 'Owners’ representatives who came')} />}
      </div>
      <Figure name="signed" label={isMeeting ? say('同意人数', 'Agreed') : say('签字同意的委员人数', 'Signed')} />
      {body === 'OWNERS_COMMITTEE' && (
        <When name="toldOn" label={say('告知居委会的日期（须提前告知）', 'The residents’ committee was told beforehand, on')} />
      )}
    </>
  );
}
