import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Form, Input } from 'antd';
import { Command } from '../../components/command.js';
import { ChoiceField, choicesOf, OneOf, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';
import { Duties, Followed } from './followed.js';

type OrderCare = Output<'dispatch.work-order.care'>;
type Referral = OrderCare['referrals'][number];
type Visit = OrderCare['visits'][number];

const careKeys = (id: string) => [
  ['care', id],
  ['order', id],
];

/** What is done for the person beside the matter: where it was referred to, who called on whom. Whoever may not look does without. */
export function Care({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const { id } = order;
  const care = useQuery({
    queryKey: ['care', id],
    queryFn: ({ signal }) => call('dispatch.work-order.care', { id }, { signal }),
    enabled: may('dispatch.work-order.care'),
    retry: false,
  }).data;
  if (!care) return null;
  return (
    <Part id="care" title={say('转介与上门', 'Referrals and visits')}>
      <p>
        {say(`三上门：已见到人 ${care.visitsMade} 次，应 ${care.visitsOwed} 次。`, `Visits: ${care.visitsMade} of ${care.visitsOwed}.`)}
      </p>
      {care.visits.length > 0 && <Visits visits={care.visits} />}
      {care.referrals.length > 0 && <Referrals orderId={id} referrals={care.referrals} />}
      <Duties orderId={id} duties={care.duties} />
      <Followed order={order} care={care} />
      <div className="acts">
        <RecordVisit orderId={id} />
        {order.closedAt === null && <Refer orderId={id} />}
      </div>
    </Part>
  );
}

function Visits({ visits }: { visits: readonly Visit[] }) {
  const say = useWords();
  const unitName = useUnitName();
  return (
    <Rows
      rowKey="id"
      dataSource={visits}
      columns={[
        { title: say('上门', 'Visit'), render: (_, { visitedAt }) => clockText(visitedAt) },
        {
          title: say('谁去的', 'By'),
          render: (_, { by, unitId }) => `${labels.visitor[by]}${unitId === null ? '' : ` · ${unitName(unitId)}`}`,
        },
        { title: say('目的', 'Purpose'), render: (_, { purpose }) => labels.contactPurpose[purpose] },
        {
          title: say('结果', 'Outcome'),
          render: (_, { outcome, isDispute }) => (
            <>
              {labels.visitOutcome[outcome]} {isDispute && <Mark>{say('矛盾纠纷', 'dispute')}</Mark>}
            </>
          ),
        },
        { title: say('记录', 'Note'), render: (_, { note }) => <span className="long-text">{note ?? '—'}</span> },
      ]}
    />
  );
}

function Referrals({ orderId, referrals }: { orderId: string; referrals: readonly Referral[] }) {
  const say = useWords();
  return (
    <Rows
      rowKey="id"
      dataSource={referrals}
      columns={[
        { title: say('转介', 'Referred'), render: (_, { madeAt }) => clockText(madeAt) },
        { title: say('方式', 'Kind'), render: (_, { kind }) => labels.referralKind[kind] },
        { title: say('转介给', 'To'), dataIndex: 'to' },
        { title: say('原因', 'Why'), render: (_, { reason }) => <span className="long-text">{reason}</span> },
        {
          title: say('结果', 'Outcome'),
          render: (_, { state, outcome }) => (
            <>
              <Mark tone={state === 'SETTLED' ? 'good' : 'plain'}>{labels.referralState[state]}</Mark>{' '}
              <span className="long-text">{outcome}</span>
            </>
          ),
        },
        {
          title: say('处理', 'Action'),
          className: 'no-print',
          render: (_, { id: referralId, state, to }) =>
            state === 'OPEN' ? (
              <Command
                operation="dispatch.referral.end"
                size="small"
                title={say('登记结果', 'Outcome')}
                about={to}
                refreshes={careKeys(orderId)}
                input={(filled: { state: 'SETTLED' | 'UNSETTLED' | 'DECLINED'; outcome: string }) => ({
                  id: orderId,
                  referralId,
                  ...filled,
                })}
              >
                <OneOf
                  name="state"
                  label={say('结果', 'Outcome')}
                  choices={choicesOf(labels.referralState, ['SETTLED', 'UNSETTLED', 'DECLINED'])}
                />
                <Words name="outcome" label={say('经过', 'How it went')} min={2} rows={2} />
              </Command>
            ) : null,
        },
      ]}
    />
  );
}

function Refer({ orderId }: { orderId: string }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.referral.make"
      title={say('转介', 'Refer')}
      refreshes={careKeys(orderId)}
      note={say('主办单位和时限不变。', 'Lead and clocks stay.')}
      input={(filled: { kind: Referral['kind']; to: string; reason: string }, referralId) => ({ id: orderId, referralId, ...filled })}
    >
      <ChoiceField name="kind" label={say('方式', 'Kind')} words={labels.referralKind} />
      <Words name="to" label={say('转介给谁', 'To whom')} min={2} max={80} />
      <Words name="reason" label={say('原因（不写姓名电话）', 'Why (no names, no phones)')} min={2} rows={2} />
    </Command>
  );
}

interface Visited {
  by: Visit['by'];
  purpose: Visit['purpose'];
  outcome: Visit['outcome'];
  isDispute: 'yes' | 'no';
  note?: string;
}

function RecordVisit({ orderId }: { orderId: string }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.visit.record"
      title={say('登记上门', 'Record a visit')}
      refreshes={careKeys(orderId)}
      initial={{ by: 'HANDLER', isDispute: 'no' }}
      note={say('记录只给办理此件的人看。', 'The note is for those who handle this order.')}
      input={({ isDispute, note, ...visit }: Visited, visitId) => ({
        ...{ id: orderId, visitId, ...visit, isDispute: isDispute === 'yes' },
        ...(note?.trim() && { note: note.trim() }),
      })}
    >
      <ChoiceField name="by" label={say('谁去的', 'Who went')} words={labels.visitor} />
      <ChoiceField name="purpose" label={say('联系目的', 'What it was for')} words={labels.contactPurpose} />
      <ChoiceField name="outcome" label={say('结果', 'Outcome')} words={labels.visitOutcome} />
      <OneOf
        name="isDispute"
        label={say('是否矛盾纠纷', 'A dispute')}
        choices={[
          { value: 'no', label: say('不是', 'no') },
          { value: 'yes', label: say('是', 'yes') },
        ]}
      />
      <Form.Item name="note" label={say('记录（不写姓名电话）', 'Note (no names, no phones)')}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </Command>
  );
}
