import type { ReactNode } from 'react';
import { Mark } from '../../components/mark.js';
import { clockText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Issue, Round } from './api.js';
import { FileLinks } from './files.js';

type Seat = Issue['seats'][number];
type Position = Round['positions'][number]['position'];

/** What somebody sees who only glances at the table. */
const toneOf = {
  AGREE: 'good',
  AGREE_WITH_CONDITION: 'soon',
  DISAGREE: 'bad',
  ABSTAIN: 'plain',
  ABSENT: 'plain',
} as const satisfies Record<Position, string>;

/** The table with what lies on it, and around it the five seats as they sit: who holds each, whether it is here, what it said and how that came in. */
export function Table({ issue, round, children }: { issue: Issue; round: Round | null; children: ReactNode }) {
  const say = useWords();
  return (
    <div className="table">
      <div className="table-top">{children}</div>
      <ul className="seats" aria-label={say('五方席位', 'The five seats')}>
        {issue.seats.map((seat) => (
          <OneSeat key={seat.kind} seat={seat} pays={issue.payers.find((one) => one.seat === seat.kind)} round={round} />
        ))}
      </ul>
    </div>
  );
}

function OneSeat({ seat, pays, round }: { seat: Seat; pays: Issue['payers'][number] | undefined; round: Round | null }) {
  const say = useWords();
  const unitName = useUnitName();
  const { kind, state, unitId } = seat;
  const here = round?.attendance.find((one) => one.seat === kind);
  const said = round?.positions.find((one) => one.seat === kind);
  const isVacant = state === 'VACANT';
  // Another unit, or another person of it, may speak for the seat by now: what was said then is not what they say.
  const isOfBefore = [seat.representative, seat.deputy].every((one) => one?.accountId !== here?.accountId);
  return (
    <li className={`seat seat-${kind} ${here ? 'seat-here' : ''} ${isVacant ? 'seat-vacant' : ''}`}>
      <div className="seat-head">
        <span className="seat-sign" aria-hidden="true">
          {labels.seatKind[kind].slice(0, 1)}
        </span>
        <div>
          <b>{labels.seatKind[kind]}</b>
          <div className="quiet">{unitId === null ? labels.seatState[state] : unitName(unitId)}</div>
        </div>
      </div>
      {round && (
        <div>
          <Mark tone={here ? 'good' : 'plain'}>
            {!here
              ? say('未到会', 'not here')
              : isOfBefore
                ? say(`当时的代表已到会 ${clockText(here.at)}`, `whoever spoke then was here from ${clockText(here.at)}`)
                : say(`已到会 ${clockText(here.at)}`, `here since ${clockText(here.at)}`)}
          </Mark>
          {said && (
            <Mark tone={toneOf[said.position]}>
              {/* Who is there and says nothing is not absent. */}
              {said.position === 'ABSENT' && here ? say('未表态', 'said nothing') : labels.position[said.position]}
            </Mark>
          )}
          {said?.medium && said.medium !== 'ONLINE' && (
            <Mark>
              {labels.positionMedium[said.medium]}
              {said.evidence && `：${said.evidence}`}
            </Mark>
          )}
          {said && <FileLinks issueId={round.issueId} ids={said.fileIds ?? []} what={say('原件', 'Paper')} />}
        </div>
      )}
      {said?.condition && (
        <p className="seat-said">
          {say('条件', 'Condition')}：{said.condition}
        </p>
      )}
      {said?.reason && (
        <p className="seat-said">
          {say('理由', 'Reason')}：{said.reason}
        </p>
      )}
      {pays && (
        <div>
          {pays.amountFen === null
            ? say('可能出资', 'may pay')
            : say(`出资 ${yuanText(pays.amountFen)}`, `pays ${yuanText(pays.amountFen)}`)}
        </div>
      )}
      {!seat.isBinding && !isVacant && <div className="quiet">{say('意见仅供参考', 'binds nobody')}</div>}
      {!isVacant && seat.representative === null && <div className="quiet">{say('尚未委派代表', 'nobody appointed yet')}</div>}
      {seat.steppedBack.length > 0 && <div className="quiet">{say('有人回避', 'somebody has stepped back')}</div>}
    </li>
  );
}
