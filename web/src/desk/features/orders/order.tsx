import { useParams } from '@tanstack/react-router';
import { ruleInWords } from '@wufang/contracts/labels';
import { Button, Descriptions } from 'antd';
import { Card } from '../../components/card.js';
import { Comments } from '../../components/comments.js';
import { Confidence } from '../../components/confidence.js';
import { Escalated } from '../../components/escalated.js';
import { GridCheck } from '../../components/grid-check.js';
import { Mark } from '../../components/mark.js';
import { Method } from '../../components/method.js';
import { OfferedTransfer } from '../../components/offered-transfer.js';
import { OrderHistory } from '../../components/order-history.js';
import { Answered } from '../../components/states.js';
import { fullDueText, fullText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useKeeper, usePlaceText, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { useOrder, type Order } from './api.js';
import { Care } from './care.js';
import { Clocks, Seconds } from './clocks.js';
import { ComplainedAbout } from './complained-about.js';
import { Experiences } from './experiences.js';
import { FiveStages } from './five-stages.js';
import { Handling } from './handling.js';
import { Hands } from './hands.js';
import { Ledger } from './ledger.js';
import { LegsOfOrder } from './legs-of-order.js';
import { OrderNotice } from './notice.js';
import { Objections } from './objections.js';
import { Requested } from './requested.js';
import { Supervision } from './supervision.js';
import { RecurringChecks } from './recurring-checks.js';
import { Sweep } from './sweep.js';
import { Ways } from './ways.js';
import { Whistles } from './whistles.js';

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
  const placeText = usePlaceText();
  const now = useNow();
  const personName = usePersonName();
  const keeper = useKeeper(order.place);
  const isEnded = order.closedAt !== null;
  return (
    <article aria-labelledby="order-title" className="order">
      <h1 id="order-title" className="page-title page-title-alone">
        {order.title} <Mark>{labels.workOrderState[order.state]}</Mark> {order.isHard && <Mark tone="bad">{say('疑难', 'Hard')}</Mark>}{' '}
        {order.isQuickFix && <Mark>{say('社区快修', 'Quick fix')}</Mark>}{' '}
        <Button className="no-print" size="small" onClick={() => window.print()}>
          {say('打印', 'Print')}
        </Button>
      </h1>
      <FiveStages order={order} />
      <Card title={say('工单', 'Work order')}>
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'no', label: say('编号', 'Number'), children: order.no },
            { key: 'level', label: say('级别', 'Level'), children: labels.level[order.level] },
            { key: 'category', label: say('问题分类', 'Category'), children: order.category.join(' / ') },
            { key: 'place', label: say('地点', 'Place'), children: placeText(order.place) },
            ...(keeper === null
              ? []
              : [
                  {
                    key: 'keeper',
                    label: say('楼栋管片员', 'Looks after the building'),
                    children: `${personName(keeper.accountId)}${keeper.officePhone === null ? '' : ` ${keeper.officePhone}`}`,
                  },
                ]),
            { key: 'lead', label: say('主办单位', 'Lead unit'), children: unitName(order.leadUnitId) },
            { key: 'received', label: say('来电时间', 'Received'), children: fullText(order.receivedAt) },
            {
              key: 'due',
              label: say('办理时限', 'Due'),
              children: `${fullDueText(order.dueAt)}${isEnded ? '' : `（${untilText(order.dueAt, now)}）`}`,
            },
            ...(order.firstDueAt === null
              ? []
              : [{ key: 'first', label: say('顺延前的时限', 'Due before it was moved'), children: fullDueText(order.firstDueAt) }]),
            ...(order.aboutUnitId === null
              ? []
              : [{ key: 'about', label: say('投诉所指的单位（回避）', 'Complained about'), children: unitName(order.aboutUnitId) }]),
            { key: 'reworks', label: say('重办', 'Reworks'), children: say(`${order.reworks} 次`, String(order.reworks)) },
          ]}
        />
        {!isEnded && <ComplainedAbout order={order} />}
      </Card>
      <Card title={say('为什么派给这个单位', 'Why this unit')}>
        <p style={{ marginTop: 0 }}>
          {order.decision.reason} <Confidence decision={order.decision} />
        </p>
        <p style={{ margin: 0 }}>
          {say(`派单目录第 ${order.decision.directoryVersion} 版`, `Directory version ${order.decision.directoryVersion}`)}
          {order.decision.ruleIds.length > 0 &&
            ` · ${say('依据', 'rules')}${say('：', ': ')}${order.decision.ruleIds.map((rule) => say(...ruleInWords(rule))).join(say('、', '; '))}`}
        </p>
      </Card>
      <GridCheck order={order} />
      <Handling order={order} />
      <Requested order={order} />
      <OfferedTransfer order={order} />
      <Escalated order={order} />
      <LegsOfOrder order={order} />
      <Objections order={order} />
      <Comments orderId={order.id} />
      <Hands order={order} />
      <Supervision order={order} />
      <Whistles order={order} />
      <Method id={order.id} />
      <Ways order={order} />
      <Experiences order={order} />
      <Care order={order} />
      <OrderNotice order={order} />
      <Ledger order={order} />
      <Sweep order={order} />
      <RecurringChecks order={order} />
      <Clocks order={order} />
      <Seconds id={order.id} />
      <OrderHistory order={order} />
    </article>
  );
}
