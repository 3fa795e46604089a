import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Descriptions, Skeleton } from 'antd';
import { Card } from '../../components/card.js';
import { GridCheck } from '../../components/grid-check.js';
import { Mark } from '../../components/mark.js';
import { Comments } from '../../components/comments.js';
import { Confidence } from '../../components/confidence.js';
import { Escalated } from '../../components/escalated.js';
import { Method } from '../../components/method.js';
import { OfferedTransfer } from '../../components/offered-transfer.js';
import { OrderHistory } from '../../components/order-history.js';
import { Photos } from '../../components/opened-file.js';
import { RaiseLevel } from '../../components/raise-level.js';
import { Answered, Trouble } from '../../components/states.js';
import { Supervisions, useSupervisions } from '../../components/supervisions.js';
import { call } from '../../lib/client.js';
import { fullDueText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useAccountId, useUnitIds } from '../../lib/me.js';
import { usePlaceText, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { demandOf, jobOf, type Order } from './api.js';
import { CoUnits, OwnLegs } from './job-legs.js';
import { StepForm } from './step-form.js';
import { useSteps } from './steps.js';
import { Waiting } from './waiting.js';
import { stepsFor } from './which-steps.js';

/**
 * One job in the hand: what, where, whom to call, until when, and the next step as a large button. A unit that assists finds its own part here, and
 * nothing of the lead's.
 */
export default function JobPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const accountId = useAccountId();
  const may = useMay();
  const job = useQuery({
    ...jobOf(accountId, id),
    refetchInterval: 15_000,
  });
  return (
    <article className="narrow" aria-label={say('工单', 'Job')}>
      <p style={{ margin: '0 0 8px' }}>
        {may('dispatch.work-order.accept') ? (
          <Link to="/jobs">{say('← 我的工单', '← My jobs')}</Link>
        ) : (
          <Link to="/legs">{say('← 协办事项', '← Helping others')}</Link>
        )}
      </p>
      <Waiting />
      <Answered query={job} heading={say('办理', 'Job')}>
        {(order) => <Job order={order} accountId={accountId} />}
      </Answered>
    </article>
  );
}

function Job({ order, accountId }: { order: Order; accountId: string }) {
  const say = useWords();
  const now = useNow();
  const may = useMay();
  const units = useUnitIds();
  const placeText = usePlaceText();
  const unitName = useUnitName();
  const isLead = units.includes(order.leadUnitId);
  const waiting = useSteps(accountId).filter(({ orderId, refusal }) => orderId === order.id && !refusal);
  const { state, steps, hindered } = stepsFor(
    order,
    waiting.map(({ name }) => name),
    units,
  );
  const running = order.clocks.filter((clock) => clock.state === 'armed').sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return (
    <>
      <h1 className="page-title page-title-alone">{order.title}</h1>
      <p>
        <Mark>{labels.level[order.level]}</Mark>
        <Mark>{labels.workOrderState[order.state]}</Mark>
        {order.isHard && <Mark tone="bad">{say('疑难', 'Hard')}</Mark>}
        {state !== order.state && <Mark tone="bad">{say('送达后：', 'Once delivered: ') + labels.workOrderState[state]}</Mark>}
      </p>
      <Card style={{ marginBottom: 12 }}>
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: 'no', label: say('编号', 'Number'), children: order.no },
            { key: 'place', label: say('地点', 'Place'), children: placeText(order.place) },
            { key: 'lead', label: say('主办单位', 'Lead unit'), children: unitName(order.leadUnitId) },
            {
              ...{ key: 'why', label: say('派单理由', 'Why this unit') },
              children: (
                <>
                  {order.decision.reason} <Confidence decision={order.decision} />
                </>
              ),
            },
            { key: 'due', label: say('办理时限', 'Due'), children: `${fullDueText(order.dueAt)}（${untilText(order.dueAt, now)}）` },
            ...running
              .filter(({ dueAt }) => dueAt !== order.dueAt)
              .map((clock) => ({
                key: clock.code,
                label: labels.deadlineCode[clock.code],
                children: (
                  <b style={{ color: Date.parse(clock.dueAt) < now ? colours.overdue : colours.ink }}>{untilText(clock.dueAt, now)}</b>
                ),
              })),
          ]}
        />
        {may('intake.complainant.reveal') && <Caller demandId={order.demandId} />}
      </Card>
      <Said demandId={order.demandId} accountId={accountId} />
      {isLead && <Comments orderId={order.id} />}
      <OfferedTransfer order={order} />
      <OwnLegs order={order} />
      {isLead && <Method id={order.id} />}
      <div className="steps">
        {steps.map((name) => (
          <StepForm key={name} name={name} order={order} accountId={accountId} />
        ))}
        {steps.length === 0 && isLead && <p>{say('这件现在没有要您做的。', 'Nothing to do here now.')}</p>}
      </div>
      <GridCheck order={order} />
      <Supervised order={order} />
      {isLead && <CoUnits order={order} />}
      <Asked order={order} />
      {isLead && order.escalation?.outcome !== 'LAPSED' && <Escalated order={order} />}
      {isLead && (
        <div className="steps">
          <RaiseLevel order={order} />
        </div>
      )}
      {hindered.length > 0 && (
        <section aria-labelledby="hindered">
          <h2 id="hindered" className="hindered">
            {say('办不了、办不完', 'When it cannot be done')}
          </h2>
          <div className="steps">
            {hindered.map((name) => (
              <StepForm key={name} name={name} order={order} accountId={accountId} />
            ))}
          </div>
        </section>
      )}
      <OrderHistory order={order} />
    </>
  );
}

/** The matter in the complainant's words, with their photos and those taken on site. */
function Said({ demandId, accountId }: { demandId: string; accountId: string }) {
  const say = useWords();
  const demand = useQuery(demandOf(accountId, demandId));
  // Not everybody who assists may read it; the task they were given says what to do.
  const hasWords = demand.data?.content !== null;
  if (demand.isError || (!hasWords && demand.data?.attachments.length === 0)) return null;
  return (
    <Card title={hasWords ? say('诉求人的话', 'In their words') : say('照片', 'Photos')} style={{ marginBottom: 12 }}>
      {demand.isPending ? (
        <Skeleton active={false} title={false} paragraph={{ rows: 2 }} />
      ) : (
        <>
          {hasWords && <blockquote className="script">{demand.data.content}</blockquote>}
          <Photos demandId={demandId} ids={demand.data.attachments.map(({ id }) => id)} />
        </>
      )}
    </Card>
  );
}

/** What the street demands of the lead (督办), with its own clock, and the reply. */
function Supervised({ order }: { order: Order }) {
  const say = useWords();
  const found = useSupervisions(order.id).data ?? [];
  if (found.length === 0) return null;
  return (
    <Card title={say('督办', 'Supervision')} style={{ marginBottom: 12 }}>
      <Supervisions order={order} supervisions={found} />
    </Card>
  );
}

/** What was asked of the street and what has become of it. */
function Asked({ order }: { order: Order }) {
  const say = useWords();
  const dispute = order.disputes.at(-1);
  return (
    <>
      {order.openRequest && order.askedTransfer === null && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          message={say(`${labels.orderRequest[order.openRequest]}申请待审`, 'Your request waits for a decision')}
          description={say('审核之前，办理时限照常计算。', 'Until then the clock runs on.')}
        />
      )}
      {dispute && (
        <Alert
          type={dispute.state === 'OPEN' ? 'info' : 'warning'}
          showIcon
          style={{ marginBottom: 12 }}
          message={`${say('派单异议', 'Objection')}：${labels.disputeState[dispute.state]}`}
          description={dispute.decisionText ?? `${labels.disputeReason[dispute.reason]}：${dispute.text}`}
        />
      )}
    </>
  );
}

/** Whom to call. The number is shown for a purpose, and the look is on record. */
function Caller({ demandId }: { demandId: string }) {
  const say = useWords();
  const reveal = useMutation({ mutationFn: () => call('intake.complainant.reveal', { id: demandId, purpose: '联系诉求人办理工单' }) });
  if (reveal.data)
    return reveal.data.callerPhone === null ? (
      <p>{say('诉求人没有留电话。', 'No phone was left.')}</p>
    ) : (
      <p>
        {reveal.data.callerName} {reveal.data.room}{' '}
        <a className="big-link" href={`tel:${reveal.data.callerPhone}`}>
          {say('拨打', 'Call')} {reveal.data.callerPhone}
        </a>
      </p>
    );
  return (
    <>
      {reveal.isError && <Trouble error={reveal.error} />}
      <Button style={{ marginTop: 8 }} onClick={() => reveal.mutate()} loading={reveal.isPending}>
        {say('查看诉求人电话（留痕）', 'Show the phone (recorded)')}
      </Button>
    </>
  );
}
