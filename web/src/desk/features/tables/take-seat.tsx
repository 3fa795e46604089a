import { AppointFields, appointmentOf, type Appointed } from '../../components/appoint-fields.js';
import { Command } from '../../components/command.js';
import { tableKeys } from '../../lib/command.js';
import { labels } from '../../lib/labels.js';
import { useAccountId } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import type { Table } from './api.js';

type Seat = Table['seats'][number];

/** One speaks for one's unit from now on (委派代表): by which paper, up to which amount, until when. */
export function TakeSeat({ table, seat }: { table: Table; seat: Seat }) {
  const say = useWords();
  const accountId = useAccountId();
  if (seat.representative?.accountId === accountId || seat.deputy?.accountId === accountId) return null;
  const as: 'REPRESENTATIVE' | 'DEPUTY' = seat.representative === null ? 'REPRESENTATIVE' : 'DEPUTY';
  if (as === 'DEPUTY' && seat.deputy !== null) return null;
  return (
    <Command
      operation="deliberation.seat.appoint"
      refreshes={tableKeys}
      title={say(
        `由我担任${labels.seatKind[seat.kind]}${labels.seatRole[as]}`,
        `I speak for ${labels.seatKind[seat.kind]} (${labels.seatRole[as]})`,
      )}
      input={(said: Appointed) => ({ id: table.id, seat: seat.kind, as, accountId, ...appointmentOf(said) })}
    >
      <AppointFields />
    </Command>
  );
}

/** One's unit ends the mandate of who speaks for it, or of the deputy (终止授权). Issues that were convened keep whom they were convened with. */
export function EndMandates({ table, seat }: { table: Table; seat: Seat }) {
  const say = useWords();
  const held = [
    ['REPRESENTATIVE', seat.representative],
    ['DEPUTY', seat.deputy],
  ] as const;
  return held.map(
    ([as, mandate]) =>
      mandate && (
        <Command
          key={as}
          operation="deliberation.seat.end-mandate"
          refreshes={tableKeys}
          title={say(
            `终止${labels.seatKind[seat.kind]}${labels.seatRole[as]}的授权`,
            `End the mandate (${labels.seatKind[seat.kind]}, ${labels.seatRole[as]})`,
          )}
          note={say(
            `授权文书：${mandate.document}。终止后本方在这张桌上没有${labels.seatRole[as]}，直到另行委派；已经召集的议题在议题页另行委派。`,
            `By ${mandate.document}. The seat has nobody (${labels.seatRole[as]}) then, until another is appointed; issues that were convened appoint anew on their own page.`,
          )}
          input={() => ({ id: table.id, seat: seat.kind, as })}
        />
      ),
  );
}
