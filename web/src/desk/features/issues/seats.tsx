import { Mark } from '../../components/mark.js';
import { clockText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Issue, Round } from './api.js';

/** The five seats as they sit: who holds each, whether it is here, what it said and how that came in. */
export function Seats({ issue, round }: { issue: Issue; round: Round | null }) {
  const say = useWords();
  const unitName = useUnitName();
  return (
    <ul className="seats" aria-label={say('五方席位', 'The five seats')}>
      {issue.seats.map((seat) => {
        const here = round?.attendance.find((one) => one.seat === seat.kind);
        const said = round?.positions.find((one) => one.seat === seat.kind);
        const pays = issue.payers.find((one) => one.seat === seat.kind);
        return (
          <li key={seat.kind} className={`seat seat-${seat.kind} ${here ? 'seat-here' : ''}`}>
            <b>{labels.seatKind[seat.kind]}</b>
            <div>{seat.unitId === null ? labels.seatState[seat.state] : unitName(seat.unitId)}</div>
            {!seat.isBinding && seat.state !== 'VACANT' && <div>{say('意见仅供参考', 'binds nobody')}</div>}
            {seat.state !== 'VACANT' && seat.representative === null && <div>{say('尚未委派代表', 'nobody appointed yet')}</div>}
            {seat.steppedBack.length > 0 && <div>{say('有人回避', 'somebody has stepped back')}</div>}
            {pays && <div>{pays.amountFen === null ? say('可能出资', 'may pay') : yuanText(pays.amountFen)}</div>}
            {round && (
              <div>
                <Mark tone={here ? 'good' : 'plain'}>
                  {here ? say(`已到会 ${clockText(here.at)}`, `here since ${clockText(here.at)}`) : say('未到会', 'not here')}
                </Mark>
                {/* Who is there and says nothing is not absent. */}
                {said && <Mark>{said.position === 'ABSENT' && here ? say('未表态', 'said nothing') : labels.position[said.position]}</Mark>}
                {said?.medium && said.medium !== 'ONLINE' && (
                  <Mark>
                    {labels.positionMedium[said.medium]}
                    {said.evidence && `：${said.evidence}`}
                  </Mark>
                )}
              </div>
            )}
            {said?.condition && (
              <div>
                {say('条件', 'Condition')}：{said.condition}
              </div>
            )}
            {said?.reason && (
              <div>
                {say('理由', 'Reason')}：{said.reason}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
