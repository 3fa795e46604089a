import { AppointFields, appointmentOf, type Appointed } from '../../components/appoint-fields.js';
import { Command } from '../../components/command.js';
import { ChoiceField, Words } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useAccountId } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, useOwnSeats, useParts, type Issue } from './api.js';

type Seat = Issue['seats'][number];
const seatRoles = ['REPRESENTATIVE', 'DEPUTY'] as const;
type SeatRole = (typeof seatRoles)[number];

/** States in which the five parties have nothing more to do about an issue. */
const ended: readonly Issue['state'][] = ['ARCHIVED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'MERGED'];

const hasSteppedBack = (seat: Seat, accountId: string) => seat.steppedBack.some((one) => one.accountId === accountId);

/** Who speaks at this issue changes: somebody with an interest steps back (回避), and a unit appoints for this issue alone (另行委派). */
export function SeatPeople({ issue }: { issue: Issue }) {
  const own = useOwnSeats(issue);
  if (ended.includes(issue.state)) return null;
  return (
    <div className="acts">
      <StepBack issue={issue} />
      {/* Until it is convened an issue goes by who is appointed at the table. */}
      {issue.roundId !== null && own.map((seat) => <Replace key={seat.kind} issue={issue} seat={seat} />)}
    </div>
  );
}

/** One says it of oneself, the chair of anybody. */
function StepBack({ issue }: { issue: Issue }) {
  const say = useWords();
  const accountId = useAccountId();
  const { isChair } = useParts(issue);
  const speakers = issue.seats.flatMap((seat) =>
    seatRoles.flatMap((as) => {
      const speaks = as === 'REPRESENTATIVE' ? seat.representative : seat.deputy;
      if (!speaks || hasSteppedBack(seat, speaks.accountId) || (!isChair && speaks.accountId !== accountId)) return [];
      return [{ key: `${seat.kind} ${as}`, seat: seat.kind, as, accountId: speaks.accountId }];
    }),
  );
  if (speakers.length === 0) return null;
  const who = Object.fromEntries(speakers.map(({ key, seat, as }) => [key, `${labels.seatKind[seat]} ${labels.seatRole[as]}`]));
  return (
    <Command
      operation="deliberation.seat.step-back"
      refreshes={refreshedBy(issue)}
      title={say('登记回避', 'Step back')}
      note={say(
        '回避的人在这件议题上不再表态，本轮说过的也不算；由副代表或本方另行委派的人发言。',
        'Who steps back speaks no more on this issue, and what they have said in the open round does not count; the deputy speaks, or whom the unit appoints.',
      )}
      initial={{ who: speakers[0]!.key }}
      input={({ who: key, interest, reason }: { who: string; interest: keyof typeof labels.interest; reason: string }) => {
        const { seat, accountId: whose } = speakers.find((one) => one.key === key)!;
        return { id: issue.id, seat, accountId: whose, interest, reason };
      }}
    >
      <ChoiceField name="who" label={say('谁回避', 'Who')} words={who} />
      <ChoiceField name="interest" label={say('利害关系', 'Interest')} words={labels.interest} />
      <Words name="reason" label={say('说明（请勿写姓名电话）', 'Reason (no names, no phones)')} min={2} max={300} />
    </Command>
  );
}

function Replace({ issue, seat }: { issue: Issue; seat: Seat }) {
  const say = useWords();
  const accountId = useAccountId();
  const speaks = seat.representative?.accountId === accountId || seat.deputy?.accountId === accountId;
  if (speaks || hasSteppedBack(seat, accountId)) return null;
  return (
    <Command
      operation="deliberation.seat.replace-mandate"
      refreshes={refreshedBy(issue)}
      title={say(`这件议题由我代表${labels.seatKind[seat.kind]}`, `I speak for ${labels.seatKind[seat.kind]} on this issue`)}
      initial={{ as: seat.representative && !hasSteppedBack(seat, seat.representative.accountId) ? 'DEPUTY' : 'REPRESENTATIVE' }}
      input={({ as, ...said }: Appointed & { as: SeatRole }) => ({ id: issue.id, seat: seat.kind, as, accountId, ...appointmentOf(said) })}
    >
      <ChoiceField name="as" label={say('担任', 'As')} words={labels.seatRole} />
      <AppointFields />
    </Command>
  );
}
