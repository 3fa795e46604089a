import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { labels } from '../../lib/labels.js';
import { Descriptions, Select } from 'antd';
import { Card } from '../../components/card.js';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { UnitField, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Photos } from '../../components/opened-file.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, fullDueText, fullText, untilText } from '../../lib/format.js';
import { usePlaceText, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

type Dispute = Output<'dispatch.dispute.list'>['disputes'][number];
const states = ['OPEN', 'UPHELD', 'REJECTED'] as const;
const refreshes = [['disputes'], ['order'], ['ledger']] as const;

/** Objections to a dispatch (派单异议), the decision that is due next first; one is opened beside the list, with what the unit says and shows. */
export default function Disputes() {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const state = states.find((known) => known === asked['state']) ?? 'OPEN';
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['disputes', state],
    queryFn: ({ signal }) => call('dispatch.dispute.list', { state, limit: 200 }, { signal }),
    refetchInterval: 10_000,
  });
  return (
    <section aria-labelledby="disputes-title">
      <PageHead id="disputes-title" title={say('派单异议', 'Objections')}>
        <Select
          aria-label={say('状态', 'State')}
          style={{ width: 140 }}
          value={state}
          onChange={(value: (typeof states)[number]) =>
            void navigate({ to: '/disputes', search: { state: value === 'OPEN' ? undefined : value } as never, replace: true })
          }
          options={states.map((value) => ({ value, label: labels.disputeState[value] }))}
        />
      </PageHead>
      <Answered
        query={list}
        isEmpty={({ disputes }) => disputes.length === 0}
        empty={say('现在没有这样的异议。承办单位不认派单时，会出现在这里。', 'None now. What a unit objects to appears here.')}
      >
        {({ disputes }) => {
          const open = disputes.find(({ id }) => id === chosen) ?? disputes[0]!;
          return (
            <div className="two-panes" style={{ marginTop: 12 }}>
              <ol className="pick" aria-label={say('派单异议', 'Objections')}>
                {disputes.map((dispute) => (
                  <li key={dispute.id}>
                    <button
                      type="button"
                      className="pick-button"
                      aria-current={dispute.id === open.id}
                      onClick={() => setChosen(dispute.id)}
                    >
                      <b>
                        {unitName(dispute.leadUnitId)}：{labels.disputeReason[dispute.reason]}
                      </b>
                      <span>
                        {dispute.no} ·{' '}
                        {dispute.state === 'OPEN' ? (
                          <span style={{ color: dispute.isOverdue ? colours.overdue : colours.quiet }}>
                            {say('审核', 'decide')} {untilText(dispute.dueAt, now)}
                          </span>
                        ) : (
                          clockText(dispute.decidedAt)
                        )}
                      </span>
                    </button>
                  </li>
                ))}
              </ol>
              <One key={open.id} dispute={open} />
            </div>
          );
        }}
      </Answered>
    </section>
  );
}

function One({ dispute }: { dispute: Dispute }) {
  const say = useWords();
  const placeText = usePlaceText();
  const unitName = useUnitName();
  const order = useQuery({
    queryKey: ['order', dispute.orderId],
    queryFn: ({ signal }) => call('dispatch.work-order.get', { id: dispute.orderId }, { signal }),
  });
  return (
    <Answered query={order}>
      {({ id, title, level, demandId, place, decision }) => (
        <Card title={title}>
          <Descriptions
            size="small"
            column={1}
            items={[
              {
                key: 'order',
                label: say('工单', 'Order'),
                children: (
                  <span>
                    <Link to="/orders/$id" params={{ id }}>
                      {dispute.no}
                    </Link>{' '}
                    <Mark>{labels.level[level]}</Mark>
                    {dispute.isBeside && <Mark>{say('先办后议', 'handled meanwhile')}</Mark>}
                  </span>
                ),
              },
              { key: 'place', label: say('地点', 'Place'), children: placeText(place) },
              { key: 'dispatched', label: say('派单理由', 'Why it was sent there'), children: decision.reason },
              { key: 'unit', label: say('提出单位', 'Unit'), children: unitName(dispute.leadUnitId) },
              { key: 'raised', label: say('提出', 'Raised'), children: fullText(dispute.raisedAt) },
              { key: 'due', label: say('审核期限', 'Decision due'), children: fullDueText(dispute.dueAt) },
              { key: 'reason', label: say('理由', 'Reason'), children: labels.disputeReason[dispute.reason] },
            ]}
          />
          <blockquote className="script" style={{ marginTop: 8 }}>
            {dispute.text}
          </blockquote>
          {dispute.photoIds.length > 0 && (
            <p>
              {say('依据', 'Evidence')}：<Photos demandId={demandId} ids={dispute.photoIds} />
            </p>
          )}
          {dispute.state === 'OPEN' ? (
            <Decide dispute={dispute} />
          ) : (
            <p>
              <Mark>{labels.disputeState[dispute.state]}</Mark> {unitName(dispute.toUnitId)}：{dispute.decisionText}
            </p>
          )}
        </Card>
      )}
    </Answered>
  );
}

/** The decision, by somebody of the street who is not of the unit that objects. */
function Decide({ dispute: { id: disputeId, orderId: id } }: { dispute: Dispute }) {
  const say = useWords();
  return (
    <div className="acts">
      <Command
        operation="dispatch.dispute.uphold"
        title={say('异议成立，改派', 'Uphold and send elsewhere')}
        isPrimary
        refreshes={refreshes}
        note={say(
          '新单位的时钟从此开始，诉求人的时钟不变；原来的协办单位沿用。',
          'The new unit’s clock begins now; the complainant’s runs on. Co-units stay.',
        )}
        input={(filled: { leadUnitId: string; text: string }) => ({ id, disputeId, ...filled })}
      >
        <UnitField name="leadUnitId" label={say('改派给', 'Send to')} />
        <Words name="text" label={say('审核意见', 'Decision')} min={5} max={1000} rows={3} />
      </Command>
      <Command
        operation="dispatch.dispute.reject"
        title={say('异议不成立', 'Reject')}
        refreshes={refreshes}
        note={say('仍由原单位办理，已用去的时间不退。', 'The unit goes on; the time it has lost stays lost.')}
        input={({ text }: { text: string }) => ({ id, disputeId, text })}
      >
        <Words name="text" label={say('审核意见', 'Decision')} min={5} max={1000} rows={3} />
      </Command>
    </div>
  );
}
