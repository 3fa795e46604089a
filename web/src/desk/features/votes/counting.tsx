import { countingGroupSize } from '@wufang/contracts/figures';
import { ApiProblem, type Output } from '@wufang/api-client';
import { Form } from 'antd';
import { Command } from '../../components/command.js';
import { Figures } from '../../components/figures.js';
import { FilesField } from '../../components/files-field.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useNow } from '../../lib/now.js';
import { keysOfVote, type Vote } from '../../lib/votes.js';
import { useWords } from '../../lib/words.js';
import { AllBallots } from './all-ballots.js';
import { useBallots, useOwnerLabel, useRoll, type Ballot } from './api.js';
import { EnterBallot } from './enter-ballot.js';
import { CheckBallot, SettleBallot } from './read-ballots.js';

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
          `每位成员先声明一次与表决事项有无利害关系；满 ${countingGroupSize.value} 人声明才能录入、核对和计票。`,
          `Each member declares once; without ${countingGroupSize.value} nobody enters, checks or counts.`,
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
