import type { MethodItem, MethodList, OrderMethod, WorkOrderState } from '@wufang/contracts';

type Tick = MethodItem & { tickedAt: Date; tickedBy: string };

/** The stages of handling in their order; an item of one is open once an order has come that far. */
const course: readonly WorkOrderState[] = [
  'DISPATCHED',
  'DISPUTED',
  'ACCEPTED',
  'HANDLING',
  'JOINT',
  'DELIBERATING',
  'SUSPENDED',
  'REWORK',
  'COMPLETED',
];
/** Stages that an order may pass by: their items are asked for only while it is there. */
const passedBy: readonly WorkOrderState[] = ['DISPUTED', 'JOINT', 'DELIBERATING', 'SUSPENDED', 'REWORK'];

/**
 * The street's checklist at an order (工作法; domain rules part 1, row 11): all its items, which belong to the present stage, what was done; and what is still open up to
 * this stage, which is named when it is completed and stops nobody. What was ticked off stays, whatever list holds now.
 * Example: in HANDLING, 签收即联系 of ACCEPTED not ticked, 现场拍照 of HANDLING ticked -> open: 签收即联系.
 */
export function methodOf(list: Pick<MethodList, 'title' | 'items'> | null, state: WorkOrderState, ticks: readonly Tick[]): OrderMethod {
  const ticked = (item: MethodItem) => ticks.find(({ stage, text }) => stage === item.stage && text === item.text);
  const items = (list?.items ?? []).map((item) => {
    const tick = ticked(item);
    return { ...item, isPresent: item.stage === state, tickedAt: tick?.tickedAt.toISOString() ?? null, tickedBy: tick?.tickedBy ?? null };
  });
  const isReached = (stage: WorkOrderState) =>
    stage === state || (!passedBy.includes(stage) && course.indexOf(stage) < course.indexOf(state));
  const open = items.filter(({ stage, tickedAt }) => tickedAt === null && isReached(stage)).map(({ text }) => text);
  return { title: list && list.items.length > 0 ? list.title : null, items, open };
}

/** What keeps a checklist from being published: an item twice in a stage. */
export function methodFaults({ items }: Pick<MethodList, 'items'>): string[] {
  const seen = new Set<string>();
  return items.flatMap(({ stage, text }, i) => {
    const key = `${stage} ${text}`;
    if (seen.has(key)) return [`第 ${i + 1} 项在同一步写了两次`];
    seen.add(key);
    return [];
  });
}
