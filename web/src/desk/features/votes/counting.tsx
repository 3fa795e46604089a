import { ApiProblem, type Output } from '@wufang/api-client';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { ChoiceFields, useChoiceName } from '../../components/choice-fields.js';
import { Command } from '../../components/command.js';
import { instantOf, When, Words } from '../../components/fields.js';
import { Figures } from '../../components/figures.js';
import { FilesField } from '../../components/files-field.js';
import { Mark } from '../../components/mark.js';
import { OpenedFile } from '../../components/opened-file.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useNow } from '../../lib/now.js';
import { keysOfVote, type Vote } from '../../lib/votes.js';
import { useWords } from '../../lib/words.js';
import { useBallots, useOwnerLabel, useRoll, type Ballot, type RollOwner } from './api.js';

/**
 * The counting group's own part (计票小组), which nobody else sees: each declares, one enters a ballot with its scan, another reads the scan without seeing what
 * was entered, a third settles where they differ, and after the close they count.
 */
export function Counting({ vote }: { vote: Vote }) {
  const say = useWords();
  const may = useMay()('deliberation.vote.ballots');
  const ballots = useBallots(vote.id, may);
  // To whoever is not of the group, or has stepped back, its ballots are not there.
  if (!may || (ballots.error instanceof ApiProblem && ballots.error.status === 404)) return null;
  return (
    <Part id="counting" title={say('计票', 'Counting')}>
      <Answered query={ballots}>
        {(found) => (
          <div className="stack">
            {['ANNOUNCED', 'OPEN', 'CLOSED'].includes(vote.state) && <Declare vote={vote} />}
            {vote.state === 'ANNOUNCED' ? (
              <p>
                {say(
                  `${clockText(vote.opensAt)} 表决开始，名册冻结后可以录入选票`,
                  `Opens at ${clockText(vote.opensAt)}; then ballots are entered`,
                )}
              </p>
            ) : (
              vote.state !== 'CALLED_OFF' && <Ballots vote={vote} found={found} />
            )}
          </div>
        )}
      </Answered>
    </Part>
  );
}

type Members = Output<'deliberation.vote.declare-member'>['members'];

/** Each member's word, once for each vote; how many have given theirs is told with the answer. Without three nobody enters or checks. */
function Declare({ vote }: { vote: Vote }) {
  const say = useWords();
  const refreshes = keysOfVote(vote);
  const told = (members: Members) => {
    const inIt = members.filter(({ state }) => state !== 'RECUSED');
    const declared = inIt.filter(({ state }) => state === 'DECLARED').length;
    return say(`计票小组 ${inIt.length} 人，已声明 ${declared} 人`, `${declared} of ${inIt.length} members have declared`);
  };
  return (
    <div className="stack">
      <p>
        {say(
          '每位成员先声明一次与表决事项有无利害关系；满三人声明才能录入、核对和计票。',
          'Each member declares once; without three nobody enters, checks or counts.',
        )}
      </p>
      <div className="acts">
        <Command
          operation="deliberation.vote.declare-member"
          refreshes={refreshes}
          title={say('声明没有利害关系', 'Declare: no interest')}
          input={() => ({ id: vote.id, hasInterest: false })}
          answer={({ members }) => told(members)}
        />
        <Command
          operation="deliberation.vote.declare-member"
          refreshes={refreshes}
          title={say('有利害关系，退出', 'An interest: step back')}
          note={say('退出后看不到选票，也不能再加入这次计票。', 'You see no ballot then, and cannot come back.')}
          input={() => ({ id: vote.id, hasInterest: true })}
        />
      </div>
    </div>
  );
}

function Ballots({ vote, found }: { vote: Vote; found: readonly Ballot[] }) {
  const say = useWords();
  const now = useNow(15_000);
  const roll = useRoll(vote.id, true);
  const labelOf = useOwnerLabel(vote.estateId);
  const owners = new Map((roll.data ?? []).map((owner) => [owner.ownerId, owner]));
  const nameOf = ({ ownerId }: Ballot) => labelOf(owners.get(ownerId));
  const isOver = vote.state === 'CLOSED' || (vote.state === 'OPEN' && now >= Date.parse(vote.closesAt));
  const isOn = vote.state === 'OPEN' || vote.state === 'CLOSED';
  const entered = found.filter(({ state }) => state === 'ENTERED');
  // What one has entered oneself one sees; what another has, one checks.
  const toCheck = entered.filter(({ choices }) => choices === null);
  const different = found.filter(({ state }) => state === 'DIFFERENT');
  const unread = entered.length + different.length;
  return (
    <>
      <Figures
        items={[
          { label: say('名册业主', 'Owners'), value: vote.roll?.owners ?? '—' },
          { label: say('选票', 'Ballots'), value: found.length },
          { label: say('待核对', 'To be checked'), value: entered.length },
          { label: say('待裁定', 'To be settled'), value: different.length, ...(different.length > 0 && { tone: 'bad' as const }) },
        ]}
      />
      {isOver && isOn && vote.kind !== 'OFFICIAL' && (
        <Command
          operation="deliberation.vote.count"
          refreshes={keysOfVote(vote)}
          title={say('计票', 'Count')}
          isPrimary
          note={
            unread > 0
              ? say(`还有 ${unread} 张没有核对或裁定，先完成才能计票。`, `${unread} ballots are still to be read.`)
              : say('全部选票已经核对，计票后结果即成立。', 'All ballots are read; with the count the result stands.')
          }
          input={() => ({ id: vote.id })}
        />
      )}
      {isOver && isOn && vote.kind === 'OFFICIAL' && (
        <Form name="official-file" layout="vertical" aria-label={say('存入公布的结果', 'Keep what was announced')} className="no-print">
          <FilesField
            name="announced"
            label={say(
              '市平台公布页面的截图或文件；存入后由业主组织的另一人录入合计',
              'What the city’s system announced; somebody else then enters its sums',
            )}
            most={1}
            keep={async (file, fileName) => (await call('deliberation.vote.add-scan', { id: vote.id, fileName, file })).id}
          />
        </Form>
      )}
      {vote.state === 'OPEN' && !isOver && vote.kind === 'PAPER' && (
        <Answered query={roll}>
          {(all) => (
            <EnterBallot vote={vote} roll={all} labelOf={labelOf} next={1 + Math.max(0, ...found.map(({ serial }) => serial ?? 0))} />
          )}
        </Answered>
      )}
      {isOn && toCheck.length > 0 && (
        <section aria-label={say('待我核对', 'For me to check')}>
          <h3>{say(`待我核对（${toCheck.length}）`, `For me to check (${toCheck.length})`)}</h3>
          <p>
            {say('打开扫描件，照它填写；看不到别人录入的内容。', 'Open the scan and say what stands on it; what was entered is not shown.')}
          </p>
          <ul className="plain">
            {toCheck.slice(0, 10).map((ballot) => (
              <CheckBallot key={ballot.id} vote={vote} ballot={ballot} owner={nameOf(ballot)} />
            ))}
          </ul>
        </section>
      )}
      {isOn && different.length > 0 && (
        <section aria-label={say('待裁定', 'To be settled')}>
          <h3>{say(`待裁定（${different.length}）`, `To be settled (${different.length})`)}</h3>
          <p>{say('由没有录入、也没有核对过这一张的人裁定。', 'By somebody who has neither entered nor checked it.')}</p>
          <ul className="plain">
            {different.map((ballot) => (
              <SettleBallot key={ballot.id} vote={vote} ballot={ballot} owner={nameOf(ballot)} />
            ))}
          </ul>
        </section>
      )}
      {found.length > 0 && <AllBallots vote={vote} ballots={found} nameOf={nameOf} />}
    </>
  );
}

interface Filled {
  serial: string;
  ownerId: string;
  handedIn?: string;
  scan: string[];
  choices: Record<string, string>;
}

/** One ballot after the other: number, whose, its scan, what stands on it. The form stays open and empties itself. */
function EnterBallot({
  vote,
  roll,
  labelOf,
  next,
}: {
  vote: Vote;
  roll: readonly RollOwner[];
  labelOf: (owner: RollOwner) => string;
  next: number;
}) {
  const say = useWords();
  const [form] = Form.useForm<Filled>();
  const [entered, setEntered] = useState<{ serial: string; receipt: string; replaces: boolean; count: number } | null>(null);
  const enter = useCommand(
    'deliberation.vote.enter-ballot',
    keysOfVote(vote),
    ({ serial, ownerId, handedIn, scan, choices }: Filled, ballotId) => ({
      ...{ id: vote.id, ballotId, ownerId, serial: Number(serial), scanId: scan[0]!, choices },
      // Of two that one owner handed in the later counts, whichever was entered first.
      handedInAt: handedIn ? instantOf(handedIn) : undefined,
    }),
  );
  const hand = (filled: Filled) =>
    sendThen(enter, filled, ({ receipt, replaces }) => {
      setEntered((before) => ({ serial: filled.serial, receipt, replaces, count: (before?.count ?? 0) + 1 }));
      form.resetFields();
      form.setFieldValue('serial', `${Number(filled.serial) + 1}`);
      form.getFieldInstance('ownerId')?.focus?.();
    });
  return (
    <section aria-label={say('录入选票', 'Enter a ballot')} className="no-print">
      <h3>{say('录入选票', 'Enter a ballot')}</h3>
      <Form
        form={form}
        name="enter-ballot"
        aria-label={say('录入选票', 'Enter a ballot')}
        layout="vertical"
        requiredMark={false}
        initialValues={{ serial: `${next}` }}
        onFinish={hand}
      >
        <Form.Item
          name="serial"
          label={say('选票上印的编号', 'The number printed on it')}
          rules={[{ required: true, pattern: /^[1-9]\d{0,5}$/, message: say('请填写选票编号', 'The number, please') }]}
        >
          <Input inputMode="numeric" maxLength={6} style={{ maxWidth: 160 }} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="ownerId"
          label={say('哪一户', 'Whose')}
          rules={[{ required: true, message: say('请选择哪一户', 'Choose the home') }]}
        >
          <Select
            showSearch
            optionFilterProp="label"
            options={roll.map((owner) => ({
              value: owner.ownerId,
              label: `${labelOf(owner)}${owner.hasReturned ? say('（已交过，以后一张为准）', ' (has voted; the later one counts)') : ''}`,
            }))}
          />
        </Form.Item>
        <When name="handedIn" label={say('交来的时间（不填即现在）', 'When it was handed in (now, if left empty)')} isOptional isMinute />
        {/* Anew for each ballot: the field remembers the name of the file it has kept. */}
        <FilesField
          key={entered?.count ?? 0}
          name="scan"
          label={say('选票的照片或扫描件', 'Photo or scan of it')}
          most={1}
          keep={async (file, fileName) => (await call('deliberation.vote.add-scan', { id: vote.id, fileName, file })).id}
        />
        <ChoiceFields questions={vote.questions} isPaper />
        {enter.isError && <Trouble error={enter.error} />}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            {say('录入', 'Enter')}
          </Button>
        </div>
      </Form>
      <div role="status">
        {entered && (
          <p>
            {say(`第 ${entered.serial} 号已录入，待另一人核对。`, `No. ${entered.serial} is in and waits for another’s check. `)}
            {entered.replaces && say('这位业主此前交过，以这一张为准。', 'It replaces an earlier one. ')}
            {say('回执', 'Receipt')} <code className="receipt">{entered.receipt}</code>
          </p>
        )}
      </div>
    </section>
  );
}

function Scan({ vote, ballot }: { vote: Vote; ballot: Ballot }) {
  const say = useWords();
  const { scanId } = ballot;
  if (scanId === null) return null;
  return (
    <OpenedFile
      label={say(`第 ${ballot.serial} 号扫描件`, `Scan of no. ${ballot.serial}`)}
      queryKey={['vote', vote.id, 'scan', scanId]}
      fetch={(signal) => call('deliberation.vote.scan', { id: vote.id, scanId }, { signal })}
    />
  );
}

function CheckBallot({ vote, ballot, owner }: { vote: Vote; ballot: Ballot; owner: string }) {
  const say = useWords();
  const about = say(`第 ${ballot.serial} 号`, `no. ${ballot.serial}`);
  return (
    <li>
      <b>{about}</b> {owner} <Scan vote={vote} ballot={ballot} />
      <Command
        operation="deliberation.vote.check-ballot"
        refreshes={keysOfVote(vote)}
        title={say('核对', 'Check')}
        about={about}
        input={({ choices }: { choices: Record<string, string> }) => ({ id: vote.id, ballotId: ballot.id, choices })}
      >
        <ChoiceFields questions={vote.questions} isPaper />
      </Command>
    </li>
  );
}

function SettleBallot({ vote, ballot, owner }: { vote: Vote; ballot: Ballot; owner: string }) {
  const say = useWords();
  const nameOf = useChoiceName();
  const about = say(`第 ${ballot.serial} 号`, `no. ${ballot.serial}`);
  return (
    <li>
      <b>{about}</b> {owner} <Scan vote={vote} ballot={ballot} />
      <div>
        {vote.questions.map((question) => (
          <div key={question.code}>
            {question.title}：{say('录入', 'entered')} {nameOf(question, ballot.choices?.[question.code])}，{say('核对', 'checked')}{' '}
            {nameOf(question, ballot.checkChoices?.[question.code])}
          </div>
        ))}
      </div>
      <Command
        operation="deliberation.vote.settle-ballot"
        refreshes={keysOfVote(vote)}
        title={say('裁定', 'Settle')}
        about={about}
        input={({ choices, reason }: { choices: Record<string, string>; reason: string }) => ({
          ...{ id: vote.id, ballotId: ballot.id, choices, reason },
        })}
      >
        <ChoiceFields questions={vote.questions} isPaper />
        <Words name="reason" label={say('理由：扫描件上是怎样填的', 'Why: what stands on the scan')} rows={2} />
      </Command>
    </li>
  );
}

/** Every ballot with how far it is; what was entered shows once another has read it. */
function AllBallots({ vote, ballots, nameOf }: { vote: Vote; ballots: readonly Ballot[]; nameOf: (ballot: Ballot) => string }) {
  const say = useWords();
  const choiceName = useChoiceName();
  const rows = [...ballots].sort((a, b) => (a.serial ?? 0) - (b.serial ?? 0));
  return (
    <details>
      <summary>{say(`全部选票（${ballots.length}）`, `All ballots (${ballots.length})`)}</summary>
      <Rows
        rowKey="id"
        dataSource={rows}
        pagination={{ pageSize: 50 }}
        columns={[
          { title: say('编号', 'No.'), render: (_, { serial }) => serial ?? say('网上', 'online') },
          { title: say('哪一户', 'Whose'), render: (_, ballot) => nameOf(ballot) },
          {
            title: say('状态', 'State'),
            render: (_, { state }) => (
              <Mark tone={state === 'DIFFERENT' ? 'bad' : state === 'ENTERED' ? 'plain' : 'good'}>{labels.ballotState[state]}</Mark>
            ),
          },
          {
            title: say('内容', 'What it says'),
            render: (_, { choices }) =>
              choices === null
                ? say('核对以前不显示', 'hidden until checked')
                : vote.questions.map((question) => choiceName(question, choices[question.code])).join('、'),
          },
          {
            title: say('计入', 'Counts'),
            render: (_, { isCounted }) => (isCounted ? say('是', 'yes') : say('已被后一张代替', 'replaced')),
          },
          { title: say('录入时间', 'Entered'), render: (_, { enteredAt }) => clockText(enteredAt) },
        ]}
      />
    </details>
  );
}
