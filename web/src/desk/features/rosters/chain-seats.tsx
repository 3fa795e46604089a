import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { labels } from '../../lib/labels.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { PersonField } from '../../components/person-field.js';

type Seat = Output<'notify.chain-seat.list'>['seats'][number]['seat'];
const seats = ['S', 'V', 'T', 'R', 'CALLBACK_LEAD', 'DESK_LEAD', 'GRID_LEAD'] as const satisfies readonly Seat[];

/** Who holds which seat of the breach chain (超时链): whom the stages of a clock reach. A seat that nobody is named for tells everybody of its role. */
export default function ChainSeats() {
  const say = useWords();
  const personName = usePersonName();
  const held = useQuery({ queryKey: ['chain-seats'], queryFn: ({ signal }) => call('notify.chain-seat.list', {}, { signal }) });
  return (
    <section aria-labelledby="seats-title" className="order">
      <PageHead id="seats-title" title={say('超时链席位', 'Seats of the chain')} prints />
      <p className="foot">
        {say(
          '时限将到、到期和超时之后，按时限表告知这些席位的人。没有指定人的，告知该岗位全体，科长一席告知所涉单位自己的科长；承办人由承办单位的人担任，不在这里指定。某个时段由谁代行，在“周期任务与值班”里安排。',
          'Stages of clocks tell these. A seat without anybody named tells everybody of its role, that of the section chief the unit’s own chief; the handler is whoever the unit has. Who stands in at an hour is planned under “Duties and rosters”.',
        )}
      </p>
      <Card>
        <Answered query={held}>
          {(found) => (
            <Rows
              rowKey="seat"
              dataSource={seats.map((seat) => ({ seat, accountIds: found.seats.find((one) => one.seat === seat)?.accountIds ?? [] }))}
              columns={[
                { title: say('席位', 'Seat'), render: (_, { seat }) => labels.chainSeat[seat] },
                {
                  title: say('由谁担任', 'Held by'),
                  render: (_, { accountIds }) => accountIds.map(personName).join('、') || say('该岗位全体', 'everybody of its role'),
                },
                {
                  title: say('处理', 'Action'),
                  render: (_, { seat, accountIds }) => (
                    <Command
                      operation="notify.chain-seat.hold"
                      size="small"
                      title={say('指定', 'Name')}
                      about={labels.chainSeat[seat]}
                      refreshes={[['chain-seats']]}
                      initial={{ accountIds: [...accountIds] }}
                      input={(filled: { accountIds: string[] }) => ({ seat, accountIds: filled.accountIds })}
                    >
                      <PersonField
                        name="accountIds"
                        label={say('由谁担任（不选即告知该岗位全体）', 'Who holds it (none: everybody of its role)')}
                        isSome
                      />
                    </Command>
                  ),
                },
              ]}
            />
          )}
        </Answered>
      </Card>
    </section>
  );
}
