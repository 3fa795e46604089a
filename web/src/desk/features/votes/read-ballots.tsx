import { ChoiceFields, useChoiceName } from '../../components/choice-fields.js';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { OpenedFile } from '../../components/opened-file.js';
import { call } from '../../lib/client.js';
import { keysOfVote, type Vote } from '../../lib/votes.js';
import { useWords } from '../../lib/words.js';
import type { Ballot } from './api.js';

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

/** Another reads the scan, without seeing what was entered. */
export function CheckBallot({ vote, ballot, owner }: { vote: Vote; ballot: Ballot; owner: string }) {
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

/** Where entry and check differ, a third settles what stands on the scan. */
export function SettleBallot({ vote, ballot, owner }: { vote: Vote; ballot: Ballot; owner: string }) {
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

/** Another than who entered it strikes a ballot that was entered wrongly; its number may be entered again while the vote is open. */
export function StrikeBallot({ vote, ballot }: { vote: Vote; ballot: Ballot }) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.vote.strike-ballot"
      refreshes={keysOfVote(vote)}
      title={say('作废', 'Strike')}
      about={say(`第 ${ballot.serial} 号`, `no. ${ballot.serial}`)}
      note={say(
        '录在别的业主名下、交票时间录错等，由录入人以外的成员作废；原件留档，编号可以重新录入。业主能看到理由，不要写选票内容。',
        'For one under another owner, or with a wrong time. It stays on file; its owner reads the reason.',
      )}
      input={({ reason }: { reason: string }) => ({ id: vote.id, ballotId: ballot.id, reason })}
    >
      <Words name="reason" label={say('理由', 'Why')} rows={2} />
    </Command>
  );
}
