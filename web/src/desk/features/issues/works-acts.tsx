import { Checkbox, Form, Input, Radio } from 'antd';
import { amountText, fenOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { linesOf } from '../../lib/lines.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, useRead, type Issue, type SeatKind, type Works } from './api.js';
import { Files } from './files.js';
import { choicesOf, OneOf, Words, Yuan } from '../../components/fields.js';
import { NameTeam } from './team.js';
import { PostSettlement } from './post-settlement.js';

interface Noted {
  text: string;
  photoIds?: string[];
}

/** What one may do about the works for one's own seat where they stand: the lead builds and reports, the community watches and concludes, the team checks. */
export function WorksActs({ issue, works }: { issue: Issue; works: Works }) {
  const { own, isChair, isLead } = useParts(issue);
  if (own.length === 0) return null;
  const isRunning = issue.state === 'EXECUTING';
  const at = (...states: Works['state'][]) => states.includes(works.state);
  return (
    <div className="acts">
      {isLead && isRunning && at('WAITING') && <Start issue={issue} works={works} />}
      {isLead && at('UNDER_WAY') && <ReachStage issue={issue} works={works} />}
      {(isLead || isChair) && isRunning && at('UNDER_WAY') && <BeginStage issue={issue} works={works} isChair={isChair} />}
      {(isLead || isChair) && at('UNDER_WAY', 'RECTIFYING') && <Note issue={issue} works={works} />}
      {isChair && at('WAITING', 'UNDER_WAY', 'RECTIFYING', 'FINISHED') && <NameTeam issue={issue} works={works} />}
      {isLead && isRunning && at('UNDER_WAY', 'RECTIFYING') && <Finish issue={issue} works={works} />}
      {isRunning && issue.planId !== null && at('WAITING', 'UNDER_WAY') && <Change issue={issue} works={works} planId={issue.planId} />}
      {at('FINISHED') && own.some((seat) => works.team?.seats.includes(seat)) && <Check issue={issue} works={works} />}
      {isChair && at('FINISHED') && <Conclude issue={issue} works={works} />}
      <Looks issue={issue} works={works} own={own} />
      {(isLead || isChair) && works.settlement !== null && !works.settlementPosting && <PostSettlement issue={issue} works={works} />}
      {isLead && at('ACCEPTED') && issue.planId !== null && <Settle issue={issue} works={works} planId={issue.planId} />}
    </div>
  );
}

interface On {
  issue: Issue;
  works: Works;
}

function Start({ issue, works: { id } }: On) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.works.start"
      refreshes={refreshedBy(issue)}
      title={labels.worksAction.start}
      isPrimary
      input={({ stages, days, text, photoIds = [] }: Noted & { stages: string; days?: string }) => ({
        ...{ id, stages: linesOf(stages), text, photoIds },
        ...(days && { plannedDays: linesOf(days).map(Number) }),
      })}
    >
      <Words
        name="stages"
        label={say('施工阶段（每行一个，第一个随即开始）', 'Stages (a line each; the first begins)')}
        rows={3}
        max={2000}
      />
      <Words
        name="days"
        isOptional
        label={say('各阶段计划用几天（每行一个数，与阶段对应；可不填）', 'Planned days of each stage (a number a line; optional)')}
        rows={3}
        max={200}
      />
      <Words name="text" label={say('开工情况', 'How it begins')} rows={2} />
      <Files name="photoIds" isOptional issueId={issue.id} label={say('照片（可不填）', 'Photos (optional)')} />
    </Command>
  );
}

function Note({ issue, works: { id } }: On) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.works.note"
      refreshes={refreshedBy(issue)}
      title={labels.worksAction.note}
      input={({ text, photoIds = [] }: Noted, entryId) => ({ id, entryId, text, photoIds })}
    >
      <Words name="text" label={say('进展', 'Progress')} rows={2} />
      <Files name="photoIds" isOptional issueId={issue.id} label={say('照片（可不填）', 'Photos (optional)')} />
    </Command>
  );
}

function ReachStage({ issue, works: { id, stages } }: On) {
  const say = useWords();
  const stage = stages.find(({ begunAt, reachedAt }) => begunAt !== null && reachedAt === null);
  if (!stage) return null;
  return (
    <Command
      key={stage.no}
      operation="deliberation.works.reach-stage"
      refreshes={refreshedBy(issue)}
      title={say(`完成“${stage.name}”`, `“${stage.name}” is done`)}
      isPrimary
      input={({ text, photoIds = [] }: Noted) => ({ id, no: stage.no, text, photoIds })}
    >
      <Words name="text" label={say('完成情况', 'How it went')} rows={2} />
      <Files name="photoIds" issueId={issue.id} label={say('照片', 'Photos')} />
    </Command>
  );
}

function BeginStage({ issue, works: { id, stages }, isChair }: On & { isChair: boolean }) {
  const say = useWords();
  const next = stages.find(({ begunAt }) => begunAt === null);
  if (!next || stages.some(({ no, reachedAt }) => no < next.no && reachedAt === null)) return null;
  return (
    <Command
      key={next.no}
      operation="deliberation.works.begin-stage"
      refreshes={refreshedBy(issue)}
      title={say(`开始“${next.name}”`, `Begin “${next.name}”`)}
      isPrimary
      input={({ goOnReason }: { goOnReason?: string }) => ({ id, no: next.no, ...(goOnReason && { goOnReason }) })}
    >
      {isChair ? (
        <Words
          name="goOnReason"
          isOptional
          rows={2}
          label={say('有逾期未付而仍要继续的理由（没有则不填）', 'Why it goes on although a payment is late (if one is)')}
        />
      ) : undefined}
    </Command>
  );
}

function Finish({ issue, works: { id, state } }: On) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.works.finish"
      refreshes={refreshedBy(issue)}
      title={state === 'RECTIFYING' ? say('报整改完成', 'Report it mended') : labels.worksAction.finish}
      input={({ text, photoIds = [] }: Noted) => ({ id, text, photoIds })}
    >
      <Words name="text" label={say('完工情况', 'How it stands')} rows={2} />
      <Files name="photoIds" issueId={issue.id} label={say('照片', 'Photos')} />
    </Command>
  );
}

/** What each item of the plan costs: as signed, or as last changed. */
function useItems(issue: Issue, works: Works) {
  const plans = useRead('deliberation.cost-plan.list', issue.id, { issueId: issue.id }, 60_000);
  const planned = plans.data?.plans.find(({ id }) => id === issue.planId)?.items ?? [];
  return works.changes.at(-1)?.items ?? planned;
}

/** Seats with money of their own, which may take a change on themselves. */
const bearing = (seat: SeatKind) => seat !== 'COMMUNITY' && seat !== 'OWNERS_BODY';

function Change({ issue, works }: On & { planId: string }) {
  const say = useWords();
  const { own, isLead } = useParts(issue);
  const items = useItems(issue, works);
  if (items.length === 0 || !(isLead || own.some(bearing))) return null;
  return (
    <Command
      operation="deliberation.works.change"
      refreshes={refreshedBy(issue)}
      title={labels.worksAction.change}
      initial={{ amounts: items.map(({ amountFen }) => amountText(amountFen)), bearer: isLead ? 'RULE' : own.find(bearing)! }}
      input={(changed: { amounts: string[]; reason: string; isScopeChange?: boolean; bearer: SeatKind | 'RULE' }, changeId) => ({
        ...{ id: works.id, changeId, reason: changed.reason, isScopeChange: changed.isScopeChange ?? false },
        items: items.map(({ name }, index) => ({ name, amountFen: fenOf(changed.amounts[index]!)! })),
        borneBy: changed.bearer === 'RULE' ? null : changed.bearer,
      })}
    >
      {items.map(({ name }, index) => (
        <Yuan key={name} name={['amounts', index]} label={say(`${name}，变更后`, `${name}, then`)} />
      ))}
      <Words name="reason" label={say('变更的理由', 'Why')} rows={2} />
      <OneOf
        name="bearer"
        label={say('由谁承担', 'Who bears it')}
        choices={[
          ...(isLead ? [{ value: 'RULE', label: say('结算时按原分摊规则', 'The rule that was signed') }] : []),
          ...own.filter(bearing).map((seat) => ({
            value: seat,
            label: say(`${labels.seatKind[seat]}自愿承担`, `${labels.seatKind[seat]} of its own will`),
          })),
        ]}
      />
      {isLead ? (
        <Form.Item name="isScopeChange" valuePropName="checked">
          <Checkbox>{say('改变了施工范围（须回到议事桌）', 'Another scope (goes back to the table)')}</Checkbox>
        </Form.Item>
      ) : (
        <p>
          {say(
            '只能登记由本方承担的增加费用，变更后总额不超过签约的 110%。其他变更请由牵头方登记。',
            'Only what your side adds and bears, up to 110 % of what was signed in all. Everything else is for who leads the works.',
          )}
        </p>
      )}
    </Command>
  );
}

function Check({ issue, works: { id, team } }: On) {
  const say = useWords();
  const items = team?.items ?? [];
  return (
    <Command
      operation="deliberation.works.check"
      refreshes={refreshedBy(issue)}
      title={labels.worksAction.check}
      isPrimary
      input={({ marks, notes = [] }: { marks: ('PASSED' | 'FAILED')[]; notes?: (string | undefined)[] }) => ({
        id,
        marks: items.map(({ no }, index) => ({
          ...{ no, isPassed: marks[index] === 'PASSED' },
          ...(notes[index] && { note: notes[index] }),
        })),
      })}
    >
      {items.map(({ no, text }, index) => (
        <fieldset key={no}>
          <legend>
            {no}. {text}
          </legend>
          <Form.Item name={['marks', index]} rules={[{ required: true, message: say('请逐项检查', 'Look at every item') }]}>
            <Radio.Group aria-label={text} options={choicesOf({ PASSED: say('合格', 'passed'), FAILED: say('不合格', 'failed') })} />
          </Form.Item>
          <Form.Item name={['notes', index]} label={say('说明（不合格时必填）', 'Why (where it failed)')}>
            <Input maxLength={200} />
          </Form.Item>
        </fieldset>
      ))}
    </Command>
  );
}

/** Accepted works are looked at again (回看) by who did not lead them; the community may in any case. */
function Looks({ issue, works, own }: On & { own: readonly SeatKind[] }) {
  const say = useWords();
  const lead = issue.leadSeat ?? 'COMMUNITY';
  if (!own.some((seat) => seat === 'COMMUNITY' || seat !== lead)) return null;
  return works.looks
    .filter(({ state }) => state === 'OPEN')
    .map(({ kind }) => (
      <Command
        key={kind}
        operation="deliberation.works.look"
        refreshes={refreshedBy(issue)}
        title={say(`登记${labels.worksLookKind[kind]}回看`, `Record the look: ${labels.worksLookKind[kind]}`)}
        input={({ found, note, photoIds }: { found: 'HOLDS' | 'FAILED'; note: string; photoIds: string[] }) => ({
          ...{ id: works.id, kind, isPassed: found === 'HOLDS', note, photoIds },
        })}
      >
        <OneOf
          name="found"
          label={say('看到什么', 'What was found')}
          choices={choicesOf({ HOLDS: say('完好', 'It holds'), FAILED: say('有问题，须整改', 'Something has to be mended') })}
        />
        <Words name="note" label={say('现场情况', 'How it looks')} rows={2} />
        <Files name="photoIds" issueId={issue.id} label={say('照片', 'Photos')} />
      </Command>
    ));
}

function Conclude({ issue, works: { id } }: On) {
  return (
    <Command
      operation="deliberation.works.accept"
      refreshes={refreshedBy(issue)}
      title={labels.worksAction.accept}
      isPrimary
      input={() => ({ id })}
    />
  );
}

function Settle({ issue, works }: On & { planId: string }) {
  const say = useWords();
  const items = useItems(issue, works);
  if (items.length === 0) return null;
  return (
    <Command
      operation="deliberation.works.settle"
      refreshes={refreshedBy(issue)}
      title={labels.worksAction.settle}
      isPrimary
      initial={{ amounts: items.map(({ amountFen }) => amountText(amountFen)) }}
      input={({ amounts, papers }: { amounts: string[]; papers: string[][] }) => ({
        id: works.id,
        items: items.map(({ name }, index) => ({ name, amountFen: fenOf(amounts[index]!)!, documentIds: papers[index] ?? [] })),
      })}
    >
      {items.map(({ name }, index) => (
        <fieldset key={name}>
          <legend>{name}</legend>
          <Yuan name={['amounts', index]} label={say('最终金额', 'Final amount')} />
          <Files name={['papers', index]} issueId={issue.id} label={say('票据', 'Papers')} />
        </fieldset>
      ))}
    </Command>
  );
}
