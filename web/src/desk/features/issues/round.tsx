import { Alert, Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { DocumentButton } from '../../components/document-button.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { clockText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useLiveRound, useParts, useRead, type Issue, type Round } from './api.js';
import { Convene, mayConvene } from './convene.js';
import { Minutes } from './minutes.js';
import { DecideNext } from './next.js';
import { RecordPosition, TakePosition } from './position.js';
import { Reseat } from './reseat.js';
import { SeatPeople } from './seat-people.js';
import { Table } from './seats.js';

/** The table: its seats, the round that is called or held (anew every two seconds), and what the chair may do about it. */
export function RoundPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const held = useRead('deliberation.round.list', issue.id, { id: issue.id }).data?.rounds ?? [];
  // What the issue counts begins anew with each amendment or change; how a round is called does not.
  const no = held.find(({ id }) => id === issue.roundId)?.no ?? Math.max(1, issue.roundNo);
  const title = issue.roundId === null ? say('席位', 'Seats') : say(`会商 第 ${no} 轮`, `Round ${no}`);
  return (
    <Part id="round" title={title}>
      {issue.roundId === null ? (
        <div className="stack">
          <Table issue={issue} round={null}>
            <p className="quiet">{say('还没有会商；由社区发出会商通知', 'No round yet; the community sends the notice')}</p>
          </Table>
          <Reseat issue={issue} />
          <SeatPeople issue={issue} />
          <ChairActs issue={issue} round={null} />
        </div>
      ) : (
        <LiveRound issue={issue} roundId={issue.roundId} />
      )}
      <EarlierRounds issue={issue} earlier={held.filter(({ id }) => id !== issue.roundId)} />
    </Part>
  );
}

function LiveRound({ issue, roundId }: { issue: Issue; roundId: string }) {
  const live = useLiveRound(issue.id, roundId);
  const { isChair } = useParts(issue);
  return (
    <Answered query={live}>
      {(round) => (
        <div className="stack">
          <Table issue={issue} round={round}>
            <Notice round={round} />
            <Quorum round={round} />
          </Table>
          <Reseat issue={issue} />
          <SeatPeople issue={issue} />
          <Speak issue={issue} round={round} />
          {round.state === 'CLOSED' && <Minutes issue={issue} round={round} isChair={isChair} />}
          <ChairActs issue={issue} round={round} />
          <NoticeDocument round={round} />
        </div>
      )}
    </Answered>
  );
}

/** Calling the parties together, and what comes next; not while a round is called or held. */
function ChairActs({ issue, round }: { issue: Issue; round: Round | null }) {
  const { isChair } = useParts(issue);
  if (!isChair || round?.state === 'NOTICED' || round?.state === 'OPEN') return null;
  return (
    <div className="acts">
      {mayConvene(issue) && <Convene issue={issue} />}
      <DecideNext issue={issue} />
    </div>
  );
}

function Notice({ round }: { round: Round }) {
  const say = useWords();
  const now = useNow(1_000);
  return (
    <div>
      <Mark>{labels.roundState[round.state]}</Mark>
      {clockText(round.startsAt)}
      {round.state === 'NOTICED' &&
        `（${Date.parse(round.startsAt) > now ? untilText(round.startsAt, now) : say('时间已到', 'it is time')}）`}{' '}
      · {say('通知发出', 'notice sent')} {clockText(round.noticedAt)}
      {round.noticeNo > 1 && say('，第二次通知', ', second notice')}
      {round.isEmergency && say('，紧急', ', urgent')} · {round.bodies.map((body) => labels.meetingBody[body]).join('、')}
      {round.outcome && (
        <>
          {' '}
          <Mark tone={round.outcome === 'NOT_AGREED' ? 'bad' : 'good'}>{labels.roundOutcome[round.outcome]}</Mark>
        </>
      )}
      <ol aria-label={say('议程', 'Agenda')} className="agenda">
        {round.agenda.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}

function Quorum({ round }: { round: Round }) {
  const say = useWords();
  const { quorum } = round;
  if (round.state !== 'NOTICED' && round.state !== 'OPEN') return null;
  return (
    <Alert
      type={quorum.isMet ? 'success' : 'info'}
      showIcon
      message={say(
        `到会 ${quorum.present} 方，须到会 ${quorum.needed ?? '—'} 方`,
        `${quorum.present} here, ${quorum.needed ?? '—'} needed`,
      )}
      description={
        quorum.isMet ? undefined : quorum.missing.map((seat) => `${labels.seatKind[seat]}${say('须到会', ' has to come')}`).join('；')
      }
    />
  );
}

/** What one may do in the round for one's own seat: come in, say what one's side thinks; the chair opens, records for others and closes. */
function Speak({ issue, round }: { issue: Issue; round: Round }) {
  const say = useWords();
  const now = useNow(1_000);
  const { own, isChair } = useParts(issue);
  const on = { id: issue.id, roundId: round.id };
  const isHere = own.some((kind) => round.attendance.some(({ seat }) => seat === kind));
  const isTime = Date.parse(round.startsAt) <= now;
  if (own.length === 0 || (round.state !== 'NOTICED' && round.state !== 'OPEN')) return null;
  return (
    <div className="acts">
      {!isHere && (
        <Command
          operation="deliberation.round.check-in"
          refreshes={refreshedBy(issue)}
          title={say('到会签到', 'Check in')}
          isPrimary
          input={() => on}
        />
      )}
      {isHere && round.state === 'OPEN' && <TakePosition issue={issue} round={round} />}
      {isChair && round.state === 'NOTICED' && (
        <Command
          operation="deliberation.round.open"
          refreshes={refreshedBy(issue)}
          title={say('宣布开会', 'Open the round')}
          input={() => on}
        />
      )}
      {isChair && round.state === 'NOTICED' && isTime && !round.quorum.isMet && (
        <Command
          operation="deliberation.round.fail"
          refreshes={refreshedBy(issue)}
          title={say('宣布到会方数不足', 'Declare that too few have come')}
          input={() => on}
        />
      )}
      {isChair && round.state === 'OPEN' && (
        <>
          <RecordPosition issue={issue} round={round} />
          <Command
            operation="deliberation.round.close"
            refreshes={refreshedBy(issue)}
            title={say('结束本轮', 'Close the round')}
            input={() => on}
          />
        </>
      )}
    </div>
  );
}

/** The notice to hang up; where and whom to call is asked for each time and kept nowhere. */
function NoticeDocument({ round }: { round: Round }) {
  const say = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState('');
  const [contact, setContact] = useState('');
  if (!isOpen)
    return (
      <Button className="no-print" style={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
        {say('打印会议通知', 'Print the notice')}
      </Button>
    );
  return (
    <div className="no-print act-open" role="group" aria-label={say('打印会议通知', 'Print the notice')}>
      <Form layout="vertical" name={id}>
        <Form.Item label={say('会议地点', 'Place')} htmlFor={`${id}-place`}>
          <Input id={`${id}-place`} value={place} maxLength={200} onChange={({ target }) => setPlace(target.value)} />
        </Form.Item>
        <Form.Item label={say('联系方式（只印在纸上，不留存）', 'Contact (printed, not kept)')} htmlFor={`${id}-contact`}>
          <Input id={`${id}-contact`} value={contact} maxLength={200} onChange={({ target }) => setContact(target.value)} />
        </Form.Item>
      </Form>
      <div className="form-buttons">
        <DocumentButton
          name="deliberation.round.print-notice"
          input={{ id: round.id, place: place.trim(), contact: contact.trim() }}
          label={say('会议通知', 'Notice')}
        />
        <Button onClick={() => setOpen(false)}>{say('收起', 'Close')}</Button>
      </div>
    </div>
  );
}

/** The rounds before, each with what came of it and its minutes. */
function EarlierRounds({ issue, earlier }: { issue: Issue; earlier: readonly Round[] }) {
  const say = useWords();
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary>{say(`此前 ${earlier.length} 轮`, `${earlier.length} earlier`)}</summary>
      {earlier.map((round) => (
        <div key={round.id}>
          <h3>{say(`第 ${round.no} 轮`, `Round ${round.no}`)}</h3>
          <Table issue={issue} round={round}>
            <Notice round={round} />
          </Table>
          {round.state === 'CLOSED' && <Minutes issue={issue} round={round} isChair={false} />}
        </div>
      ))}
    </details>
  );
}
