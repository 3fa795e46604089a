import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Input } from '@wufang/api-client';
import type { ReactNode } from 'react';
import { Escalation } from '../../components/escalated.js';
import { Mark } from '../../components/mark.js';
import { OfferedTransfer } from '../../components/offered-transfer.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, dueText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useRoles } from '../../lib/me.js';
import { centreOf, unitsAsked, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import type { Listed } from './api.js';
import { Assign } from './handling.js';
import { Request } from './requested.js';

/** What waits for a decision by the street (待决定): each kind for those who may decide it, what is due first at the top of it, decided in place. */
export default function Decisions() {
  const say = useWords();
  const may = useMay();
  return (
    <section aria-labelledby="decisions-title" className="order">
      <PageHead id="decisions-title" title={say('待决定', 'To be decided')} />
      {may('dispatch.extension.decide') && (
        <Requests id="extensions" request="EXTENSION" empty={say('没有等待审核的延期申请。', 'Nobody waits for more time.')} />
      )}
      {may('dispatch.suspension.decide') && (
        <Requests id="suspensions" request="SUSPENSION" empty={say('没有等待审批的挂账申请。', 'Nothing is asked to be put off.')} />
      )}
      {may('dispatch.work-order.transfer') && (
        <Requests id="transfers" request="TRANSFER" empty={say('没有待接收的转办。', 'No hand-over waits for an answer.')} />
      )}
      {may('dispatch.escalation.answer') && <Escalations />}
      {may('dispatch.dispute.uphold') && <OpenDisputes />}
      {may('dispatch.work-order.assign') && <Unassigned />}
      {may('dispatch.supervision.lift') && <Replied />}
      {may('dispatch.whistle.sound-asked') && (
        <Whistles
          id="whistles"
          title={say('社区请求吹哨', 'Whistles asked for')}
          which={{ state: 'ASKED' }}
          empty={say('没有社区请求吹哨。', 'No community asks for one.')}
        />
      )}
      {may('dispatch.whistle.judge-improper') && (
        <Whistles
          id="improper"
          title={say('不当哨待认定', 'Whistles held to be improper')}
          which={{ claimed: 'true' }}
          empty={say('没有单位认为吹哨不当。', 'No unit holds a whistle to be improper.')}
        />
      )}
    </section>
  );
}

const every = { refetchInterval: 10_000 } as const;

/** An order in a list of this page: what, whose, until when, and the way to its page. */
function Head({ order, children }: { order: Listed; children?: ReactNode }) {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  return (
    <div>
      <Mark>{labels.level[order.level]}</Mark>
      <Link to="/orders/$id" params={{ id: order.id }}>
        <b>{order.title}</b>
      </Link>
      <div className="quiet">
        {order.no} · {unitName(order.leadUnitId)} · {say('办理时限', 'Due')} {dueText(order.dueAt)}（
        <span style={{ color: Date.parse(order.dueAt) < now ? colours.overdue : colours.quiet }}>{untilText(order.dueAt, now)}</span>）
      </div>
      {order.aboutUnitId !== null && (
        <div>
          <Mark tone="bad">{say('回避', 'kept out')}</Mark>
          {say(
            `投诉的是${unitName(order.aboutUnitId)}，该单位的人不作决定`,
            `About ${unitName(order.aboutUnitId)}, whose people do not decide`,
          )}
        </div>
      )}
      {children}
    </div>
  );
}

function Requests({ id, request, empty }: { id: string; request: 'EXTENSION' | 'SUSPENSION' | 'TRANSFER'; empty: string }) {
  const say = useWords();
  const list = useQuery({
    queryKey: ['decisions', request],
    queryFn: ({ signal }) => call('dispatch.work-order.list', { request, limit: 50 }, { signal }),
    ...every,
  });
  return (
    <Part id={id} title={say(`${labels.orderRequest[request]}申请`, labels.orderRequest[request])}>
      <Answered query={list} isEmpty={({ workOrders }) => workOrders.length === 0} empty={empty}>
        {({ workOrders }) => (
          <ul className="decisions">
            {workOrders.map((order) => (
              <li key={order.id}>
                <Head order={order}>{request === 'TRANSFER' ? <OfferedTransfer order={order} /> : <Request order={order} />}</Head>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

/** What units ask of the next higher level (提级请求), for who may answer it: the chiefs what is put to them, a leader all of it. */
function Escalations() {
  const say = useWords();
  const isLeader = useRoles().includes('street_leader');
  const list = useQuery({
    queryKey: ['decisions', 'escalations'],
    queryFn: ({ signal }) => call('dispatch.work-order.list', { escalated: 'true', limit: 50 }, { signal }),
    select: ({ workOrders }) => workOrders.filter(({ escalation }) => isLeader || escalation?.to === 'S'),
    ...every,
  });
  return (
    <Part id="escalations" title={say('提级请求', 'Asked of the next higher level')}>
      <Answered query={list} isEmpty={(orders) => orders.length === 0} empty={say('没有待答复的提级请求。', 'No unit asks for it.')}>
        {(orders) => (
          <ul className="decisions">
            {orders.map((order) => (
              <li key={order.id}>
                <Head order={order}>{order.escalation && <Escalation order={order} escalation={order.escalation} />}</Head>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

function OpenDisputes() {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const list = useQuery({
    queryKey: ['decisions', 'disputes'],
    queryFn: ({ signal }) => call('dispatch.dispute.list', { state: 'OPEN', limit: 50 }, { signal }),
    ...every,
  });
  return (
    <Part id="disputes" title={say('派单异议', 'Objections')}>
      <Answered
        query={list}
        isEmpty={({ disputes }) => disputes.length === 0}
        empty={say('没有等待审核的派单异议。', 'No objection waits.')}
      >
        {({ disputes }) => (
          <ul className="decisions">
            {disputes.map((dispute) => (
              <li key={dispute.id}>
                <Link to="/disputes">
                  <b>
                    {unitName(dispute.leadUnitId)}：{labels.disputeReason[dispute.reason]}
                  </b>
                </Link>
                <div className="quiet">
                  {dispute.no} · {say('审核期限', 'Decision due')} {dueText(dispute.dueAt)}（
                  <span style={{ color: dispute.isOverdue ? colours.overdue : colours.quiet }}>{untilText(dispute.dueAt, now)}</span>）
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

/** What no rule could dispatch: the demand centre leads it until it is assigned. */
function Unassigned() {
  const say = useWords();
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ['decisions', 'unassigned'],
    queryFn: async ({ signal }) => {
      // Whose orders to look for is part of the question: where the units do not come, the page says so.
      const unitId = centreOf((await queries.fetchQuery(unitsAsked)).units);
      if (unitId === null) return [];
      const { workOrders } = await call('dispatch.work-order.list', { open: 'true', unitId, limit: 200 }, { signal });
      return workOrders.filter(({ leadUnitId, state }) => leadUnitId === unitId && state !== 'COMPLETED');
    },
    ...every,
  });
  return (
    <Part id="unassigned" title={say('待指派', 'To be assigned')}>
      <Answered
        query={list}
        isEmpty={(orders) => orders.length === 0}
        empty={say('没有待指派的工单。派单目录派不出去的会出现在这里。', 'Nothing to assign. What no rule could dispatch appears here.')}
      >
        {(orders) => (
          <ul className="decisions">
            {orders.map((order) => (
              <li key={order.id}>
                <Head order={order}>
                  <div>{order.decision.reason}</div>
                  <div className="acts">
                    <Assign order={order} about={`${order.no} ${order.title}`} />
                  </div>
                </Head>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

/** Supervisions that the unit has replied to: taken off the list or sent back on the order's page. */
function Replied() {
  const say = useWords();
  const unitName = useUnitName();
  const list = useQuery({
    queryKey: ['decisions', 'supervisions'],
    queryFn: ({ signal }) => call('dispatch.supervision.list', { state: 'REPLIED', limit: 50 }, { signal }),
    ...every,
  });
  return (
    <Part id="supervisions" title={say('督办回复', 'Replies to supervision')}>
      <Answered
        query={list}
        isEmpty={({ supervisions }) => supervisions.length === 0}
        empty={say('没有等待销号的督办回复。', 'No reply waits.')}
      >
        {({ supervisions }) => (
          <ul className="decisions">
            {supervisions.map(({ id, orderId, no, leadUnitId, demand, reply, repliedAt }) => (
              <li key={id}>
                <Link to="/orders/$id" params={{ id: orderId }} hash="supervision">
                  <b>{demand}</b>
                </Link>
                <div className="quiet">
                  {no} · {unitName(leadUnitId)} · {say('回复', 'replied')} {clockText(repliedAt)}
                </div>
                <div>{reply}</div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

/** Whistles that wait for the street: those a community has asked for, those a summoned unit holds to be improper. Each is decided on its own page. */
function Whistles({ id, title, which, empty }: { id: string; title: string; which: Input<'dispatch.whistle.list'>; empty: string }) {
  const say = useWords();
  const unitName = useUnitName();
  const list = useQuery({
    queryKey: ['decisions', id],
    queryFn: ({ signal }) => call('dispatch.whistle.list', { ...which, limit: 50 }, { signal }),
    ...every,
  });
  return (
    <Part id={id} title={title}>
      <Answered query={list} isEmpty={({ whistles }) => whistles.length === 0} empty={empty}>
        {({ whistles }) => (
          <ul className="decisions">
            {whistles.map((whistle) => (
              <li key={whistle.id}>
                <Link to="/whistles/$id" params={{ id: whistle.id }}>
                  <b>{whistle.reason}</b>
                </Link>
                <div className="quiet">
                  {unitName(whistle.whistlingUnitId)} · {clockText(whistle.soundedAt ?? whistle.askedAt)} ·{' '}
                  {whistle.state === 'ASKED' ? say('请召集', 'asks for') : say('召集', 'summoned')}{' '}
                  {whistle.summonedUnitIds.map(unitName).join(say('、', ', '))}
                  {whistle.state === 'ASKED' &&
                    whistle.answerDueAt !== null &&
                    ` · ${say(`应于 ${clockText(whistle.answerDueAt)} 前答复`, `to be answered by ${clockText(whistle.answerDueAt)}`)}`}
                </div>
                {which.claimed && <Claims id={whistle.id} />}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}

/** Which units hold a whistle to be improper, and why. */
function Claims({ id }: { id: string }) {
  const say = useWords();
  const unitName = useUnitName();
  const whistle = useQuery({ queryKey: ['whistle', id], queryFn: ({ signal }) => call('dispatch.whistle.get', { id }, { signal }) });
  const claims = whistle.data?.summonses.filter(({ propriety }) => propriety === 'CLAIMED_IMPROPER') ?? [];
  return claims.map(({ unitId, improperReason }) => (
    <div key={unitId}>
      {say(`${unitName(unitId)}认为不当：${improperReason}`, `${unitName(unitId)} holds it to be improper: ${improperReason}`)}
    </div>
  ));
}
