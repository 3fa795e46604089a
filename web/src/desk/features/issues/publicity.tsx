import type { Output } from '@wufang/api-client';
import { Checkbox, Form } from 'antd';
import { DocumentButton } from '../../components/document-button.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { clockText, dateText, dueText, lastDayText, untilText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, useRead, type Issue } from './api.js';
import { Words } from '../../components/fields.js';
import { Assembly } from './assembly.js';
import { Files, FileLinks } from './files.js';

type Publicity = Output<'deliberation.publicity.list'>['publicities'][number];
type Objection = Publicity['objections'][number];

/** The states of an issue from which its plan is hung out. */
const posting: readonly Issue['state'][] = ['AGREED', 'VOTED_PASS', 'EMERGENCY_GO'];

/** The publicities of an issue (公示) with their objections, the newest first; the chair hangs out, answers, takes down; any seat may object. */
export function PublicityPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const { isChair } = useParts(issue);
  const posted = useRead('deliberation.publicity.list', issue.id, { issueId: issue.id }, 5_000);
  const mayPost = isChair && posting.includes(issue.state) && issue.planId !== null;
  if (!posted.isError && (posted.data?.publicities.length ?? 0) === 0 && !mayPost) return null;
  return (
    <Part id="publicity" title={say('公示与异议', 'Publicity and objections')}>
      <Answered query={posted}>
        {({ publicities }) => (
          <div className="stack">
            {publicities.length === 0 && <p>{say('尚未公示', 'Not hung out yet')}</p>}
            {publicities.map((one) => (
              <Posted key={one.id} issue={issue} posted={one} />
            ))}
          </div>
        )}
      </Answered>
      {mayPost && (
        <Command
          operation="deliberation.publicity.post"
          refreshes={refreshedBy(issue)}
          title={say('登记已张贴公示', 'Record the hanging out')}
          isPrimary
          input={({ point, photoIds }: { point: string; photoIds: string[] }) => ({ issueId: issue.id, point, photoIds })}
        >
          <Words name="point" label={say('张贴地点', 'Where it hangs')} max={120} />
          <Files name="photoIds" issueId={issue.id} label={say('张贴照片', 'Photos of it')} />
        </Command>
      )}
    </Part>
  );
}

function Posted({ issue, posted }: { issue: Issue; posted: Publicity }) {
  const say = useWords();
  const now = useNow(1_000);
  const { own, isChair } = useParts(issue);
  const title = say(`第 ${posted.no} 次公示`, `Publicity ${posted.no}`);
  const isUp = posted.state === 'POSTED';
  return (
    <section aria-label={title} className="stack">
      <div>
        <b>{title}</b> <Mark>{labels.publicityState[posted.state]}</Mark> {posted.point} · {dateText(posted.postedAt)} —{' '}
        {lastDayText(posted.endsAt)}
        {isUp && `（${untilText(posted.endsAt, now)}）`} <FileLinks issueId={issue.id} ids={posted.photoIds} what={say('照片', 'Photo')} />
      </div>
      <details>
        <summary>{say('公示内容', 'What hangs there')}</summary>
        {posted.lines.map((line, index) => (
          <p key={index}>{line}</p>
        ))}
        <ul>
          {posted.payers.map(({ name, amountFen }) => (
            <li key={name}>
              {name} {yuanText(amountFen)}
            </li>
          ))}
        </ul>
      </details>
      <div>
        {say(`异议 ${posted.objections.length} 件`, `${posted.objections.length} objections`)}
        {posted.objectingOwners > 0 &&
          say(
            `，其中业主 ${posted.objectingOwners} 位（共 ${posted.affectedOwners} 位）`,
            `, ${posted.objectingOwners} of ${posted.affectedOwners} owners`,
          )}
      </div>
      <Assembly issue={issue} posted={posted} />
      <ul className="plain">
        {posted.objections.map((objection) => (
          <OneObjection key={objection.id} issue={issue} posted={posted} objection={objection} />
        ))}
      </ul>
      <div className="acts">
        {isUp && own.length > 0 && (
          <Command
            operation="deliberation.objection.record"
            refreshes={refreshedBy(issue)}
            title={say('本方提出异议', 'Object')}
            input={({ reason }: { reason: string }, objectionId) => ({ id: posted.id, objectionId, reason })}
          >
            <Words name="reason" label={say('异议与理由', 'What against it, and why')} rows={3} />
          </Command>
        )}
        {isUp && isChair && <TakeDown issue={issue} posted={posted} />}
        <DocumentButton name="deliberation.publicity.print" input={{ id: posted.id }} label={say('公示', 'Publicity')} />
      </div>
    </section>
  );
}

function OneObjection({ issue, posted, objection }: { issue: Issue; posted: Publicity; objection: Objection }) {
  const say = useWords();
  const { own, isChair } = useParts(issue);
  const who =
    objection.by === 'SEAT'
      ? labels.seatKind[objection.seat as keyof typeof labels.seatKind]
      : `${say('业主', 'an owner')}${objection.homeLabel ? `（${objection.homeLabel}）` : ''}`;
  const on = { id: posted.id, objectionId: objection.id };
  return (
    <li>
      <Mark tone={objection.state === 'OPEN' ? 'bad' : 'good'}>{labels.objectionState[objection.state]}</Mark>
      {objection.isOverdue && <Mark tone="bad">{say('答复逾期', 'answer overdue')}</Mark>}
      <b>{who}</b>：{objection.reason} · {say('答复期限', 'answer due')} {dueText(objection.dueAt)}
      {objection.documentId && <FileLinks issueId={issue.id} ids={[objection.documentId]} what={say('原件', 'Paper')} />}
      {objection.answer && (
        <div>
          {say('答复', 'Answer')}：{objection.answer}（{clockText(objection.answeredAt)}）
        </div>
      )}
      {objection.state === 'OPEN' && (
        <div className="acts">
          {isChair && (
            <Command
              operation="deliberation.objection.answer"
              refreshes={refreshedBy(issue)}
              title={say('答复异议', 'Answer')}
              isPrimary
              input={({ answer }: { answer: string }) => ({ ...on, answer })}
            >
              <Words name="answer" label={say('答复', 'Answer')} rows={3} />
            </Command>
          )}
          {own.some((seat) => seat === objection.seat) && (
            <Command
              operation="deliberation.objection.withdraw"
              refreshes={refreshedBy(issue)}
              title={say('撤回本方异议', 'Take our objection back')}
              input={() => on}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** The chair takes up what was objected: the plan goes back and is changed (采纳异议，修改方案). */
function TakeDown({ issue, posted }: { issue: Issue; posted: Publicity }) {
  const say = useWords();
  const open = posted.objections.filter(({ state }) => state === 'OPEN' || state === 'ANSWERED');
  return (
    <Command
      operation="deliberation.publicity.amend"
      refreshes={refreshedBy(issue)}
      title={say('撤下并修改方案', 'Take down and change the plan')}
      input={({ reason, objectionIds = [] }: { reason: string; objectionIds?: string[] }) => ({ id: posted.id, reason, objectionIds })}
    >
      <Words name="reason" label={say('怎样修改、为什么', 'What is changed, and why')} rows={2} />
      {open.length > 0 && (
        <Form.Item name="objectionIds" label={say('采纳的异议', 'Objections taken up')}>
          <Checkbox.Group options={open.map(({ id, reason }) => ({ value: id, label: reason }))} />
        </Form.Item>
      )}
    </Command>
  );
}
