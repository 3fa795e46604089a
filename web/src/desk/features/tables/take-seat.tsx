import { Form } from 'antd';
import { Command } from '../../components/command.js';
import { When, Words, Yuan } from '../../components/fields.js';
import { tableKeys } from '../../lib/command.js';
import { fenOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useAccountId } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import type { Table } from './tables.js';

interface Appointed {
  document: string;
  limit?: string;
  aboveLimit?: string;
  until?: string;
}

/** One speaks for one's unit from now on (委派代表): by which paper, up to which amount, until when. */
export function TakeSeat({ table, seat }: { table: Table; seat: Table['seats'][number] }) {
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
      input={({ document, limit, aboveLimit, until }: Appointed) => ({
        ...{ id: table.id, seat: seat.kind, as, accountId, document },
        ...(limit && { amountLimitFen: fenOf(limit)!, ...(aboveLimit && { aboveLimit }) }),
        ...(until && { until: `${until}T23:59:59+08:00` }),
      })}
    >
      <Words name="document" label={say('授权文书', 'By which paper')} max={200} />
      <Yuan name="limit" isOptional label={say('授权限额（不填为不限）', 'Up to which amount (empty: any)')} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('limit') ? <Words name="aboveLimit" label={say('超过限额由谁签字', 'Who signs above it')} max={200} /> : null
        }
      </Form.Item>
      <When name="until" isOptional label={say('有效期至（不填为不定期）', 'Until (empty: no end)')} />
    </Command>
  );
}
