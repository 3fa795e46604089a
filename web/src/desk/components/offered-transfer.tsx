import type { Output } from '@wufang/api-client';
import { fullDueText } from '../lib/format.js';
import { useRoles, useUnitIds } from '../lib/me.js';
import { useUnitName } from '../lib/names.js';
import { useWords } from '../lib/words.js';
import { Card } from './card.js';
import { Command } from './command.js';
import { ToldWords, toldWords, Words } from './fields.js';

type Order = Output<'dispatch.work-order.list'>['workOrders'][number];

/**
 * A hand-over (转办) that waits for the unit it is meant for: its people take the order over or say why not; a leader rules. Until then the lead stays the lead, and
 * everybody else reads so.
 */
export function OfferedTransfer({ order }: { order: Order }) {
  const say = useWords();
  const units = useUnitIds();
  const isLeader = useRoles().includes('street_leader');
  const unitName = useUnitName();
  const { id, askedTransfer } = order;
  if (askedTransfer === null) return null;
  const { toUnitId, reason, dueAt } = askedTransfer;
  const refreshes = [['order', id], ['explanation', id], ['hands', id], ['ledger'], ['decisions'], ['job', id], ['jobs']];
  const isOurs = units.includes(toUnitId);
  return (
    <Card
      title={isOurs ? say('移交给本单位，待接收', 'Offered to your unit') : say('转办待对方接收', 'A hand-over waits for an answer')}
      style={{ marginBottom: 12 }}
    >
      <p style={{ marginTop: 0 }}>
        {say(
          `拟由${unitName(order.leadUnitId)}转给${unitName(toUnitId)}：${reason}。请于 ${fullDueText(dueAt)} 前答复；接收之前主办单位和时限都不变。`,
          `From ${unitName(order.leadUnitId)} to ${unitName(toUnitId)}: ${reason}. Answer by ${fullDueText(dueAt)}; until then the lead and the due time stay.`,
        )}
      </p>
      <div className="acts">
        {isOurs && (
          <Command
            operation="dispatch.work-order.accept-transfer"
            title={say('接收', 'Take it over')}
            isPrimary
            refreshes={refreshes}
            note={say(
              '从此由本单位主办，请随即签收、联系诉求人；办理时限不变。',
              'Your unit leads from now on: accept and call the complainant; the due time stays.',
            )}
            input={() => ({ id })}
          />
        )}
        {isLeader && (
          <Command
            operation="dispatch.work-order.transfer"
            title={say('裁定转办', 'Rule that it goes over')}
            isPrimary
            refreshes={refreshes}
            note={say('不待对方接收，随即由其主办。', 'The other unit leads at once.')}
            input={({ reason: why, ...told }: { reason: string; publicText?: string }) => ({
              ...{ id, leadUnitId: toUnitId, reason: why, ...toldWords(told) },
            })}
          >
            <Words name="reason" label={say('裁定的理由', 'Why')} min={5} rows={2} />
            <ToldWords />
          </Command>
        )}
        {(isOurs || isLeader) && (
          <Command
            operation="dispatch.work-order.decline-transfer"
            title={isOurs ? say('不接收', 'Decline') : say('退回，不转办', 'It stays where it is')}
            refreshes={refreshes}
            input={({ reason: why }: { reason: string }) => ({ id, reason: why })}
          >
            <Words name="reason" label={say('不接收的理由', 'Why not')} min={5} rows={2} />
          </Command>
        )}
      </div>
    </Card>
  );
}
