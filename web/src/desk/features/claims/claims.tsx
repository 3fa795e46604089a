import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { UnitField, Words } from '../../components/fields.js';
import { OrdersTable } from '../../components/orders-table.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useUnitIds } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

type Entry = Output<'dispatch.claim.board'>['entries'][number];
const refreshes = [['claims'], ['hands']] as const;

/** The board of hard orders (揭榜): who can settle one takes it on, with a plan; one unit each. */
export default function Claims() {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const board = useQuery({
    queryKey: ['claims'],
    queryFn: ({ signal }) => call('dispatch.claim.board', { limit: 200 }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="claims-title" className="order">
      <PageHead id="claims-title" title={say('揭榜', 'Claim board')} prints />
      <Answered
        query={board}
        isEmpty={({ entries }) => entries.length === 0}
        empty={say(
          '现在没有待认领的。一再重办仍未解决的问题工单和列为疑难的工单，会出现在这里。',
          'None now. Problem orders, which reworks have not solved, and orders marked as hard appear here.',
        )}
      >
        {({ entries }) => (
          <OrdersTable
            orders={entries}
            pageSize={30}
            after={[
              {
                title: say('为何', 'Why'),
                render: (_, { isProblemOrder }) => (isProblemOrder ? say('问题工单', 'problem order') : say('疑难', 'hard')),
              },
              { title: say('重办', 'Reworks'), align: 'right', render: (_, { reworks }) => reworks },
              {
                title: say('认领', 'Claimed by'),
                render: (_, { claimedByUnitId, claimedAt }) =>
                  claimedByUnitId === null ? say('待认领', 'nobody') : `${unitName(claimedByUnitId)} ${clockText(claimedAt)}`,
              },
              ...(may('dispatch.claim.make')
                ? [
                    {
                      title: say('处理', 'Action'),
                      className: 'no-print',
                      render: (_: unknown, entry: Entry) => <Act entry={entry} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Answered>
    </section>
  );
}

/** Takes an order on for one's own unit, or gives it back. */
function Act({ entry: { orderId: id, no, claimedByUnitId } }: { entry: Entry }) {
  const say = useWords();
  const units = useUnitIds();
  if (claimedByUnitId === null)
    return (
      <Command
        operation="dispatch.claim.make"
        size="small"
        title={say('认领', 'Claim')}
        about={no}
        refreshes={refreshes}
        initial={units[0] === undefined ? {} : { unitId: units[0] }}
        input={(filled: { unitId: string; plan: string }) => ({ id, ...filled })}
      >
        <UnitField name="unitId" label={say('由哪个单位认领', 'For which unit')} among={units} />
        <Words name="plan" label={say('打算怎么办', 'What is planned')} min={2} max={500} rows={3} />
      </Command>
    );
  if (!units.includes(claimedByUnitId)) return null;
  return (
    <Command
      operation="dispatch.claim.withdraw"
      size="small"
      title={say('退回认领', 'Give it back')}
      about={no}
      refreshes={refreshes}
      input={({ reason }: { reason: string }) => ({ id, unitId: claimedByUnitId, reason })}
    >
      <Words name="reason" label={say('理由', 'Reason')} min={2} max={500} rows={2} />
    </Command>
  );
}
