import type { Output } from '@wufang/api-client';
import { Descriptions } from 'antd';
import { fullDueText, fullText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useMay } from '../lib/may.js';
import { useAccountId, useRoles, useUnitIds } from '../lib/me.js';
import { useWords } from '../lib/words.js';
import { Card } from './card.js';
import { Command } from './command.js';
import { OneOf, Words } from './fields.js';

type Order = Output<'dispatch.work-order.list'>['workOrders'][number];
type Escalation = NonNullable<Order['escalation']>;
const answers = ['GUIDED', 'TAKEN_UP', 'DECLINED'] as const;

/** What the lead asked of the next higher level (提级请求), the newest, with the answer it got or the way to give one. Nothing where it has asked nothing. */
export function Escalated({ order }: { order: Order }) {
  const say = useWords();
  const { escalation } = order;
  if (!escalation) return null;
  const { outcome } = escalation;
  return (
    <Card
      title={say(`提级请求：${labels.escalationOutcome[outcome]}`, `Asked of the next higher level: ${labels.escalationOutcome[outcome]}`)}
      style={{ marginBottom: 12 }}
    >
      <Escalation order={order} escalation={escalation} />
    </Card>
  );
}

/** One request: why, of whom, until when; and what was answered, or how it is. */
export function Escalation({ order, escalation }: { order: Order; escalation: Escalation }) {
  const say = useWords();
  const { outcome, to, reason, askedAt, dueAt, answer, answeredAt } = escalation;
  return (
    <>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'why', label: say('请研究', 'To be studied'), children: reason },
          { key: 'whom', label: say('请谁答复', 'Asked of'), children: labels.chainSeat[to] },
          { key: 'at', label: say('提出', 'Asked'), children: fullText(askedAt) },
          ...(outcome === 'OPEN' ? [{ key: 'due', label: say('答复时限', 'Answer by'), children: fullDueText(dueAt) }] : []),
          ...(answeredAt === null
            ? []
            : [{ key: 'then', label: say('答复', 'Answered'), children: `${fullText(answeredAt)} ${labels.escalationOutcome[outcome]}` }]),
          ...(answer === null ? [] : [{ key: 'words', label: say('意见', 'What was said'), children: answer }]),
        ]}
      />
      {outcome === 'OPEN' && <Answer order={order} escalation={escalation} />}
    </>
  );
}

/** Whoever is asked takes it up, says how it may be done, or says why not; not who has asked, nor the people of the unit that is complained about. */
function Answer({ order, escalation }: { order: Order; escalation: Escalation }) {
  const say = useWords();
  const may = useMay();
  const units = useUnitIds();
  const accountId = useAccountId();
  const isLeader = useRoles().includes('street_leader');
  const { id, no, title, aboutUnitId } = order;
  if (!may('dispatch.escalation.answer') || escalation.askedBy === accountId) return null;
  if (escalation.to === 'V' && !isLeader) return <p className="quiet">{say('由街道领导答复。', 'The leader of the street answers it.')}</p>;
  if (aboutUnitId !== null && units.includes(aboutUnitId))
    return (
      <p className="quiet">
        {say('投诉的正是您所在的单位，请由其他人答复。', 'It is your unit that is complained about: somebody else answers.')}
      </p>
    );
  return (
    <Command
      operation="dispatch.escalation.answer"
      title={say('答复提级请求', 'Answer it')}
      about={`${no} ${title}`}
      isPrimary
      refreshes={[['order', id], ['explanation', id], ['decisions'], ['job', id], ['jobs']]}
      initial={{ outcome: 'GUIDED' as const }}
      note={say(
        '主办单位会看到您的意见；仍由其主办，时限不变。需要转办、吹哨的，请另行办理。',
        'The lead reads what you say; it goes on leading, and its clocks run on. A hand-over or a whistle is a step of its own.',
      )}
      input={(filled: { outcome: (typeof answers)[number]; answer: string }) => ({ id, ...filled })}
    >
      <OneOf
        name="outcome"
        label={say('怎么答复', 'What you answer')}
        choices={answers.map((value) => ({ value, label: labels.escalationOutcome[value] }))}
      />
      <Words name="answer" label={say('意见或理由', 'What is to be done, or why not')} min={5} max={1000} rows={3} />
    </Command>
  );
}
