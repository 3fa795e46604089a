import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ruleInWords } from '@wufang/contracts/labels';
import { Button, Descriptions, Steps, Timeline } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Comments } from '../../components/comments.js';
import { UnitField, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { eventName } from '../../lib/event-name.js';
import { clockText, fullText, spanText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { useExplanation, useOrder, type Order } from './api.js';
import { stageOf } from './stages.js';

/** One work order: the stage it is in, why this unit, every clock and every second, who else has a part, everything that happened. */
export default function OrderPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const order = useOrder(id);
  return (
    <Answered query={order} heading={say('工单', 'Work order')}>
      {(found) => <OneOrder order={found} />}
    </Answered>
  );
}

function OneOrder({ order }: { order: Order }) {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow();
  const isEnded = order.closedAt !== null;
  return (
    <article aria-labelledby="order-title" className="order">
      <h1 id="order-title" className="page-title page-title-alone">
        {order.title} <Mark>{labels.workOrderState[order.state]}</Mark>{' '}
        <Button className="no-print" size="small" onClick={() => window.print()}>
          {say('打印', 'Print')}
        </Button>
      </h1>
      <Stages order={order} />
      <Card title={say('工单', 'Work order')}>
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'no', label: say('编号', 'Number'), children: order.no },
            { key: 'level', label: say('级别', 'Level'), children: labels.level[order.level] },
            { key: 'category', label: say('问题分类', 'Category'), children: order.category.join(' / ') },
            { key: 'place', label: say('地点', 'Place'), children: order.place.point ?? '—' },
            { key: 'lead', label: say('主办单位', 'Lead unit'), children: unitName(order.leadUnitId) },
            { key: 'received', label: say('来电时间', 'Received'), children: fullText(order.receivedAt) },
            {
              key: 'due',
              label: say('办理时限', 'Due'),
              children: `${fullText(order.dueAt)}${isEnded ? '' : `（${untilText(order.dueAt, now)}）`}`,
            },
            ...(order.firstDueAt === null
              ? []
              : [{ key: 'first', label: say('顺延前的时限', 'Due before it was moved'), children: fullText(order.firstDueAt) }]),
            ...(order.aboutUnitId === null
              ? []
              : [{ key: 'about', label: say('投诉所指的单位（回避）', 'Complained about'), children: unitName(order.aboutUnitId) }]),
            ...(order.openRequest === null
              ? []
              : [
                  {
                    key: 'request',
                    label: say('待审申请', 'Request'),
                    children: <Link to="/requests">{labels.orderRequest[order.openRequest]}</Link>,
                  },
                ]),
            { key: 'reworks', label: say('重办', 'Reworks'), children: say(`${order.reworks} 次`, String(order.reworks)) },
          ]}
        />
        {!isEnded && <ComplainedAbout order={order} />}
      </Card>
      <Card title={say('为什么派给这个单位', 'Why this unit')}>
        <p style={{ marginTop: 0 }}>{order.decision.reason}</p>
        <p style={{ margin: 0 }}>
          {say(`派单目录第 ${order.decision.directoryVersion} 版`, `Directory version ${order.decision.directoryVersion}`)}
          {order.decision.ruleIds.length > 0 &&
            ` · ${say('依据', 'rules')}${say('：', ': ')}${order.decision.ruleIds.map((rule) => say(...ruleInWords(rule))).join(say('、', '; '))}`}
        </p>
      </Card>
      {order.legs.length > 0 && (
        <Card title={say('主办与协办', 'Lead and co-units')}>
          <Rows
            rowKey="id"
            dataSource={order.legs}
            columns={[
              { title: say('单位', 'Unit'), render: (_, { unitId }) => unitName(unitId) },
              { title: say('角色', 'Part'), render: (_, { role }) => (role === 'LEAD' ? say('主办', 'Lead') : say('协办', 'Co-unit')) },
              { title: say('状态', 'State'), render: (_, { state }) => labels.legState[state] },
              { title: say('到期', 'Due'), render: (_, { dueAt }) => clockText(dueAt) },
              { title: say('结果', 'Result'), render: (_, { report, task }) => report ?? task ?? '—' },
            ]}
          />
        </Card>
      )}
      <Disputes order={order} />
      <Comments orderId={order.id} />
      <Supervision order={order} />
      <Card title={say('时限', 'Clocks')}>
        <Rows
          rowKey={(clock) => `${clock.code} ${clock.startedAt}`}
          dataSource={order.clocks}
          columns={[
            { title: say('责任', 'Duty'), render: (_, { code }) => labels.deadlineCode[code] },
            { title: say('开始', 'Started'), render: (_, { startedAt }) => clockText(startedAt) },
            { title: say('到期', 'Due'), render: (_, { dueAt }) => clockText(dueAt) },
            {
              title: say('怎样了', 'How it stands'),
              render: (_, clock) =>
                clock.isOverdue
                  ? say('超时', 'Overdue')
                  : clock.stoppedAt !== null
                    ? say('按时', 'In time')
                    : clock.state === 'paused'
                      ? say('暂停计时', 'Paused')
                      : untilText(clock.dueAt, now),
            },
            { title: say('用时', 'Took'), align: 'right', render: (_, { netMs }) => spanText(netMs) },
          ]}
        />
      </Card>
      <Seconds id={order.id} />
      <Card title={say('经过', 'What happened')}>
        <Timeline
          items={order.timeline.map(({ at, type, publicText, unitId }) => ({
            children: `${clockText(at)} ${eventName(type)}${unitId === null ? '' : ` · ${unitName(unitId)}`}${publicText ? `：${publicText}` : ''}`,
          }))}
        />
      </Card>
    </article>
  );
}

/** What the units that it was sent to had against it, and what was decided (派单异议). */
function Disputes({ order: { disputes } }: { order: Order }) {
  const say = useWords();
  const unitName = useUnitName();
  if (disputes.length === 0) return null;
  return (
    <Card title={say('派单异议', 'Objections')}>
      <ul className="plain">
        {disputes.map(({ id, leadUnitId, state, reason, text, raisedAt, decidedAt, toUnitId, decisionText }) => (
          <li key={id}>
            <Mark tone={state === 'OPEN' ? 'bad' : 'plain'}>{labels.disputeState[state]}</Mark>
            <b>{unitName(leadUnitId)}</b> {clockText(raisedAt)} {labels.disputeReason[reason]}：{text}
            {decidedAt !== null && (
              <div>
                {clockText(decidedAt)} {say('审核意见', 'Decision')}：{decisionText}（{say('主办', 'lead')} {unitName(toUnitId)}）
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Which unit is complained about, where that came out after the dispatch, or was named by mistake. */
function ComplainedAbout({ order: { id, aboutUnitId } }: { order: Order }) {
  const say = useWords();
  const refreshes = [['order', id], ['explanation', id], ['hands', id], ['ledger']];
  const why = <Words name="reason" label={say('根据', 'How it is known')} min={2} max={300} rows={2} />;
  return (
    <div className="acts">
      <Command
        operation="dispatch.work-order.complained-about"
        size="small"
        title={
          aboutUnitId === null ? say('记明被投诉的单位', 'Name the unit complained about') : say('改记被投诉的单位', 'Name another unit')
        }
        refreshes={refreshes}
        note={say(
          '从此该单位及其人员回避：不主办、不审核、不核实、不回访；正由它主办的，改由其上级主办，时限不变。',
          'From now on the unit and its people keep out; where it leads, the unit over it takes over in the time that is left.',
        )}
        input={({ unitId, reason }: { unitId: string; reason: string }) => ({ id, unitId, reason })}
      >
        <UnitField name="unitId" label={say('投诉所指的单位', 'Unit complained about')} />
        {why}
      </Command>
      {aboutUnitId !== null && (
        <Command
          operation="dispatch.work-order.complained-about"
          size="small"
          title={say('撤销误记', 'Take it back')}
          refreshes={refreshes}
          note={say('该单位不再回避；现在的主办单位不变。', 'The unit need not keep out; who leads stays.')}
          input={({ reason }: { reason: string }) => ({ id, unitId: null, reason })}
        >
          {why}
        </Command>
      )}
    </div>
  );
}

/** The five stages a demand goes through (五个环节), and where this one stands. */
function Stages({ order }: { order: Order }) {
  const say = useWords();
  const names = [say('受理', 'Intake'), say('派单', 'Dispatch'), say('办理', 'Handling'), say('回访', 'Callback'), say('结案', 'Closed')];
  const at = [order.receivedAt, order.dispatchedAt, null, order.completedAt, order.closedAt];
  const { stage, isStuck } = stageOf(order.state);
  return (
    <Steps
      className="stages"
      aria-label={say('五个环节', 'Five stages')}
      size="small"
      current={stage}
      status={isStuck ? 'error' : order.closedAt ? 'finish' : 'process'}
      items={names.map((title, index) => ({ title, description: at[index] ? clockText(at[index]!) : undefined }))}
    />
  );
}

/** Every second of the order's life: who held it, in which state, or why its clock stood still. */
function Seconds({ id }: { id: string }) {
  const say = useWords();
  const unitName = useUnitName();
  const explanation = useExplanation(id);
  const heldBy = {
    INTAKE: say('诉求中心', 'Demand centre'),
    UNIT: say('承办单位', 'Unit'),
    REVIEWER: say('审核人', 'Reviewer'),
    CALLBACK_DESK: say('回访', 'Callback desk'),
    NOBODY: say('无人', 'Nobody'),
  };
  return (
    <Card title={say('每一秒在谁手里', 'Where every second went')}>
      <Answered query={explanation}>
        {({ segments, rawMs, netMs, limits }) => (
          <>
            <Rows
              rowKey={({ from, state }) => `${from} ${state}`}
              dataSource={segments}
              columns={[
                { title: say('从', 'From'), render: (_, { from }) => clockText(from) },
                { title: say('到', 'To'), render: (_, { to }) => clockText(to) },
                { title: say('历时', 'Span'), align: 'right', render: (_, { from, to }) => spanText(Date.parse(to) - Date.parse(from)) },
                { title: say('状态', 'State'), render: (_, { state }) => (state === 'RECEIVED' ? '受理' : labels.workOrderState[state]) },
                {
                  title: say('在谁手里', 'Held by'),
                  render: (_, { heldBy: who, unitId }) => (who === 'UNIT' && unitId ? unitName(unitId) : heldBy[who]),
                },
                { title: say('因为', 'Because'), render: (_, { because }) => eventName(because) },
                { title: say('暂停', 'Paused'), render: (_, { pausedFor }) => (pausedFor ? labels.pauseKind[pausedFor] : '—') },
              ]}
            />
            <p>
              {say(
                `全部 ${spanText(rawMs)}，扣除暂停计时 ${spanText(netMs)}`,
                `${spanText(rawMs)} in all, ${spanText(netMs)} without pauses`,
              )}
            </p>
            <ul className="sources">
              {limits.map(({ code, text }) => (
                <li key={code}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}

/** Who leads, who has taken it up, who supervises, who helps (一核多元). */
function Supervision({ order }: { order: Order }) {
  const say = useWords();
  const unitName = useUnitName();
  const hands = useQuery({
    queryKey: ['hands', order.id],
    queryFn: ({ signal }) => call('dispatch.work-order.hands', { id: order.id }, { signal }),
    retry: false,
  });
  // Not every role may look; the page then does without this card.
  if (!hands.data) return null;
  const { urges, whistledUnitIds } = hands.data;
  return (
    <Card title={say('督办与协同', 'Supervision')}>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'urges', label: say('催办', 'Urged'), children: say(`${urges} 次`, String(urges)) },
          {
            key: 'whistle',
            label: say('被吹哨的单位', 'Whistled'),
            children: whistledUnitIds.length > 0 ? whistledUnitIds.map(unitName).join('、') : '—',
          },
        ]}
      />
    </Card>
  );
}
