import { Command } from '../../components/command.js';
import { Card } from '../../components/card.js';
import { RaiseLevel } from '../../components/raise-level.js';
import { OneOf, ToldWords, toldWords, UnitField, UnitsField, Words } from '../../components/fields.js';
import { supervisionKeys } from '../../components/supervisions.js';
import { dueText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useAccountId, useRoles, useUnitIds } from '../../lib/me.js';
import { useCentreId, useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { CorrectCategory } from './correct-category.js';
import { Hard } from './hard.js';
import { Pausing } from './pausing.js';
import { keysOf, useHands, useIsKeptOut, type Listed, type Order } from './api.js';

/** States in which the demand centre sends on, and a section chief hands over. */
const assignable: readonly string[] = ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'];
const transferable: readonly string[] = [...assignable, 'REWORK'];

const acts = [
  'dispatch.work-order.assign',
  'dispatch.work-order.transfer',
  'dispatch.work-order.mark-hard',
  'dispatch.work-order.raise-level',
  'dispatch.work-order.tell-trapped',
  'dispatch.work-order.take-up',
  'dispatch.work-order.give-up',
  'dispatch.work-order.close-unsolved',
  'dispatch.work-order.deliberate',
  'dispatch.work-order.urge',
  'dispatch.work-order.invite-supervisors',
  'intake.demand.correct-category',
] as const;

/** What the people of the street may do about who handles an order and how it goes on; each step only where the order stands so that it holds. */
export function Handling({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const isKeptOut = useIsKeptOut(order);
  const { id } = order;
  const mayGoToTable = order.state === 'HANDLING' && order.place.estateId !== null;
  // A community has this one step alone, and often none.
  const isOpenTo = (act: (typeof acts)[number]) => may(act) && (act !== 'dispatch.work-order.deliberate' || mayGoToTable);
  if (order.closedAt !== null || !acts.some(isOpenTo)) return null;
  return (
    <Card title={say('处理这一件', 'Act on this order')} className="no-print">
      {isKeptOut && (
        <p className="quiet">
          {say(
            '投诉的正是您所在的单位：由谁办、怎么办，请由其他人决定。',
            'It is your unit that is complained about: who handles it and how, others decide.',
          )}
        </p>
      )}
      <div className="acts">
        {!isKeptOut && (
          <>
            <Assign order={order} />
            <Transfer order={order} />
            <RaiseLevel order={order} />
            <CorrectCategory order={order} />
            <Hard order={order} />
            <TakeUp order={order} />
            <GiveUp order={order} />
            <Pausing order={order} />
            <Explain order={order} />
          </>
        )}
        {mayGoToTable && <Deliberate id={id} />}
        <Urge id={id} />
        {order.place.communityId !== null && <InviteSupervisors id={id} />}
      </div>
    </Card>
  );
}

/** Where no rule could dispatch, the demand centre leads until it has sent the order on (诉求中心指派). */
export function Assign({ order, about }: { order: Listed; about?: string }) {
  const say = useWords();
  const centreId = useCentreId();
  const unitName = useUnitName();
  if (order.leadUnitId !== centreId || order.openDisputeId !== null || !assignable.includes(order.state)) return null;
  return (
    <Command
      operation="dispatch.work-order.assign"
      title={say('指派给单位', 'Assign to a unit')}
      {...(about !== undefined && { about })}
      isPrimary
      refreshes={keysOf(order.id)}
      note={say(
        `现由${unitName(order.leadUnitId)}暂管。指派后单位的时钟从此开始，诉求人的时钟不变。`,
        `${unitName(order.leadUnitId)} holds it for now. The unit’s clock begins then; the complainant’s runs on.`,
      )}
      input={({
        leadUnitId,
        coUnitIds = [],
        reason,
        ...told
      }: {
        leadUnitId: string;
        coUnitIds?: string[];
        reason: string;
        publicText?: string;
      }) => ({
        ...{ id: order.id, leadUnitId, coUnitIds, reason, ...toldWords(told) },
      })}
    >
      <UnitField name="leadUnitId" label={say('主办单位', 'Lead unit')} />
      <UnitsField name="coUnitIds" label={say('协办单位（可不选）', 'Co-units (optional)')} isOptional />
      <Words name="reason" label={say('为什么由它办', 'Why this unit')} min={2} max={300} rows={2} />
      <ToldWords />
    </Command>
  );
}

function Transfer({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const leads = useUnitIds().includes(order.leadUnitId);
  const isLeader = useRoles().includes('street_leader');
  // What was asked of another unit stands below, with the answers there are.
  if (!may('dispatch.work-order.transfer') || !transferable.includes(order.state) || order.askedTransfer !== null) return null;
  const hindrance =
    leads && !isLeader
      ? say(
          '由您所在的单位主办：转办请由其他科室的科长或街道领导决定。',
          'Your unit leads it: the chief of another office, or a leader, hands it over.',
        )
      : order.openDisputeId !== null
        ? say('派单异议正在审核，审核之后才能转办。', 'An objection is being decided: hand it over afterwards.')
        : order.pausedSince !== null
          ? say('计时暂停中，恢复计时之后才能转办。', 'Its clock stands still: hand it over once it runs.')
          : order.openRequest !== null
            ? say('有申请待审，审核之后才能转办。', 'A request waits: hand it over once that is decided.')
            : null;
  if (hindrance !== null) return <p className="quiet">{hindrance}</p>;
  return (
    <Command
      operation="dispatch.work-order.transfer"
      title={say('转办', 'Hand over')}
      refreshes={keysOf(order.id)}
      note={say(
        isLeader
          ? '街道领导裁定，随即改由新单位主办，重新签收、联系；办理时限不变，已用去的时间不退。'
          : '对方单位接收之后才换主办单位，此前由原单位照常办理；办理时限不变，已用去的时间不退。',
        isLeader
          ? 'By your ruling the new unit leads at once, accepts and calls anew; the due time stays.'
          : 'The lead changes once the other unit takes it over; until then it goes on. The due time stays.',
      )}
      input={({ leadUnitId, reason, ...told }: { leadUnitId: string; reason: string; publicText?: string }) => ({
        ...{ id: order.id, leadUnitId, reason, ...toldWords(told) },
      })}
    >
      <UnitField name="leadUnitId" label={say('转给', 'To')} except={[order.leadUnitId]} />
      <Words name="reason" label={say('转办理由', 'Why')} min={5} rows={2} />
      <ToldWords />
    </Command>
  );
}

function TakeUp({ order: { id, clocks } }: { order: Order }) {
  const say = useWords();
  const accountId = useAccountId();
  const sectionChief = useHands(id).data?.sectionChief;
  // Taken up once; who looks again sees it under 督办与协同.
  if (sectionChief === undefined || sectionChief === accountId || sectionChief !== null) return null;
  const owed = clocks.find(({ code, state }) => code === 'TAKE_UP' && state !== 'stopped');
  const until = owed ? say(`应于 ${dueText(owed.dueAt)} 前有科长领办。`, ` A chief is to take it up by ${dueText(owed.dueAt)}.`) : '';
  return (
    <Command
      operation="dispatch.work-order.take-up"
      title={say('由我领办', 'Take it up')}
      refreshes={keysOf(id)}
      note={say('您本人对这一件负责；主办单位不变。', 'You answer for it in person; the lead unit stays.') + until}
      input={() => ({ id })}
    />
  );
}

/** Who took it up gives it back, or a leader does so for somebody who is away; another chief may take it up then. */
function GiveUp({ order: { id } }: { order: Order }) {
  const say = useWords();
  const accountId = useAccountId();
  const isLeader = useRoles().includes('street_leader');
  const sectionChief = useHands(id).data?.sectionChief ?? null;
  if (sectionChief === null || (sectionChief !== accountId && !isLeader)) return null;
  return (
    <Command
      operation="dispatch.work-order.give-up"
      title={say('退回领办', 'Give it back')}
      refreshes={keysOf(id)}
      note={say('此后可由另一位科长领办。', 'Another chief may take it up then.')}
      input={(filled: { reason: string }) => ({ id, ...filled })}
    >
      <Words name="reason" label={say('退回的理由', 'Why')} min={2} rows={2} />
    </Command>
  );
}

/** After three reworks without a solution (W10): the complainant is told why, and it ends as unsolved (未解决已说明). What went through three hands is no such order. */
function Explain({ order }: { order: Order }) {
  const say = useWords();
  const leads = useUnitIds().includes(order.leadUnitId);
  const isLeader = useRoles().includes('street_leader');
  if (!order.mayCloseUnsolved || (leads && !isLeader)) return null;
  return (
    <Command
      operation="dispatch.work-order.close-unsolved"
      title={say('说明原因后结案', 'Close as unsolved, explained')}
      refreshes={keysOf(order.id)}
      note={say(
        `已重办 ${order.reworks} 次。结案后三率仍按诉求人的回答计为未解决。`,
        `Reworked ${order.reworks} times. It counts as unsolved, by what the complainant said.`,
      )}
      input={({ publicText }: { publicText: string }) => ({ id: order.id, publicText })}
    >
      <Words name="publicText" label={say('向诉求人说明', 'What the complainant is told')} min={5} max={2000} rows={3} />
    </Command>
  );
}

function Deliberate({ id }: { id: string }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.work-order.deliberate"
      title={say('提请五方共议', 'Send to the table')}
      refreshes={keysOf(id)}
      note={say(
        '一个单位解决不了的，由小区的五方商议；办理时限照常显示，按时限表定期报进展。',
        'What one unit cannot settle goes to the five parties of the estate; its due time stays in sight.',
      )}
      input={(filled: { problem: string; publicText: string }) => ({ id, ...filled })}
    >
      <Words name="problem" label={say('要商议的问题', 'What is to be settled')} min={10} max={2000} rows={3} />
      <Words name="publicText" label={say('写给诉求人的话', 'Words for the complainant')} min={5} max={2000} rows={2} />
    </Command>
  );
}

/** The citizen supervisors of the community are asked to follow this order (请监督员跟进); no state and no clock changes by it. */
function InviteSupervisors({ id }: { id: string }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.work-order.invite-supervisors"
      title={say('请特约监督员跟进', 'Ask supervisors to follow it')}
      refreshes={keysOf(id)}
      note={say(
        '所属社区的特约监督员会收到消息，并在他们的工单里排在最前；不改变状态和时限。',
        'The citizen supervisors of the community hear of it and find it first in their list; no state and no clock changes.',
      )}
      input={({ about }: { about: string }) => ({ id, about })}
      answer={() => say('已告知特约监督员', 'The supervisors are told')}
    >
      <Words name="about" label={say('请监督员看什么（不写个人信息）', 'What to look at (nothing personal)')} min={2} max={200} rows={2} />
    </Command>
  );
}

/** An urging (催办): those who would hear at the next stage are told now; no clock of the order moves, each third one puts it under supervision. */
function Urge({ id }: { id: string }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.work-order.urge"
      title={say('催办', 'Urge')}
      refreshes={[...keysOf(id), ...supervisionKeys(id)]}
      note={say(
        '立即提醒下一级；不改变工单的时限。一再催办的自动列入督办。',
        'Those of the next stage are told now; no clock of the order moves. Urged again and again it comes under supervision.',
      )}
      initial={{ by: 'STREET' as const }}
      input={({ by }: { by: 'COMPLAINANT' | 'STREET' }) => ({ id, by })}
      answer={({ urges, told, supervisedUntil }) =>
        (told.length > 0
          ? say(`已催办，共 ${urges} 次；已提醒：${seatsOf(told)}`, `Urged ${urges} times; told: ${seatsOf(told)}`)
          : say(`已催办，共 ${urges} 次`, `Urged ${urges} times`)) +
        (supervisedUntil === null
          ? ''
          : say(`；已列入督办，回复时限 ${dueText(supervisedUntil)}`, `; supervised, a reply is owed by ${dueText(supervisedUntil)}`))
      }
    >
      <OneOf
        name="by"
        label={say('谁催', 'Who urges')}
        choices={[
          { value: 'STREET', label: say('街道', 'the street') },
          { value: 'COMPLAINANT', label: say('诉求人来电', 'the complainant') },
        ]}
      />
    </Command>
  );
}

const seatsOf = (seats: readonly string[]) => seats.map((seat) => (labels.chainSeat as Record<string, string>)[seat] ?? seat).join(' ');
