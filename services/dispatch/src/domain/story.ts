import {
  clockEvents,
  dispatchEvents,
  labels,
  legEvents,
  orderCareEvents,
  type Category,
  type EventType,
  type PayloadOf,
  type PlaceRef,
} from '@wufang/contracts';
import { formatBeijing } from '@wufang/kernel';

interface Logged {
  type: string;
  payload: unknown;
  recordedAt: Date;
}

const sentences = new Map<string, (payload: never, nameOf: (id: string) => string) => string>();
function tells<E extends EventType>(type: E, words: (payload: PayloadOf<E>, nameOf: (id: string) => string) => string): void {
  sentences.set(type.type, words as (payload: never, nameOf: (id: string) => string) => string);
}

tells(dispatchEvents.dispatched, ({ leadUnitId }, nameOf) => `派单给${nameOf(leadUnitId)}`);
tells(dispatchEvents.assigned, ({ leadUnitId }, nameOf) => `诉求中心指派给${nameOf(leadUnitId)}`);
tells(dispatchEvents.accepted, ({ leadUnitId }, nameOf) => `${nameOf(leadUnitId)}签收`);
tells(dispatchEvents.contacted, () => '联系诉求人');
tells(dispatchEvents.checkedIn, () => '到达现场');
tells(dispatchEvents.progressed, ({ publicText }) => `取得进展：${publicText}`);
tells(clockEvents.transferred, ({ leadUnitId }, nameOf) => `转由${nameOf(leadUnitId)}办理`);
tells(legEvents.handedUp, ({ toUnitId, step }, nameOf) =>
  step === 'WHISTLE' ? `${nameOf(toUnitId)}提请吹哨` : `上交一级，由${nameOf(toUnitId)}接着办`,
);
tells(orderCareEvents.referred, ({ kind }) => `转介${labels.referralKind[kind]}`);
tells(orderCareEvents.visited, ({ by, outcome }) => `${labels.visitor[by]}上门，${labels.visitOutcome[outcome]}`);
tells(orderCareEvents.noticeMade, () => '张贴告知单');
tells(dispatchEvents.reworked, () => '诉求人或网格反映没有解决，退回重办');
tells(dispatchEvents.completed, ({ publicText }) => `办结：${publicText}`);
tells(dispatchEvents.closed, ({ basis }) => `结案：${labels.closeBasis[basis]}`);

/** The moments that every story quotes (节点时间): on site, done, closed; each the last one of its kind but the first arrival. */
const moments: readonly [type: string, words: string, isFirst: boolean][] = [
  [dispatchEvents.checkedIn.type, '到场', true],
  [dispatchEvents.completed.type, '办结', false],
  [dispatchEvents.closed.type, '结案', false],
];

/**
 * How long something took, as a story says it. The larger two units, rounded down.
 * Examples: 10 minutes -> 10 分钟; 3 h 5 min -> 3 小时 5 分钟; 4 days and 2 h -> 4 天 2 小时.
 */
export function tookText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return hours === 0 ? `${days} 天` : `${days} 天 ${hours} 小时`;
  if (hours > 0) return minutes % 60 === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes % 60} 分钟`;
  return minutes === 0 ? '不到 1 分钟' : `${minutes} 分钟`;
}

/**
 * The draft of a case story (办理纪实) out of the log: what happened at which minute, how long it took until somebody was there, it was done, and it was closed
 * (domain rules 1.6, row 154). It names units, the matter and the estate or community; of the person and the home it has nothing.
 */
export function storyOf(
  order: { no: string; category: Category; place: PlaceRef; receivedAt: Date },
  log: readonly Logged[],
  nameOf: (id: string) => string,
): { title: string; text: string } {
  const whereId = order.place.estateId ?? order.place.communityId;
  const what = order.category.at(-1) ?? order.category[0];
  const where = whereId === null ? '' : nameOf(whereId);
  const at = (instant: Date) => formatBeijing(instant).slice(0, 16);
  const told = log.flatMap(({ type, payload, recordedAt }) => {
    const words = sentences
      .get(type)?.(payload as never, nameOf)
      .replace(/。$/, '');
    return words === undefined ? [] : [`${at(recordedAt)}，${words}。`];
  });
  const took = moments.flatMap(([type, words, isFirst]) => {
    const found = isFirst ? log.find((one) => one.type === type) : log.findLast((one) => one.type === type);
    return found ? [`到${words} ${tookText(found.recordedAt.getTime() - order.receivedAt.getTime())}`] : [];
  });
  const opening = `${at(order.receivedAt)}，接到诉求：${what}${where === '' ? '' : `（${where}）`}。`;
  const sum = took.length === 0 ? [] : [`从接诉${took.join('，')}。`];
  return { title: `${where}${what}办理纪实（${order.no}）`, text: [opening, ...told, ...sum].join('\n') };
}
