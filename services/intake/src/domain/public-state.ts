import type { CallbackState, DemandState, WorkOrderState } from '@wufang/contracts';

const orderTexts: Record<WorkOrderState, string> = {
  DISPATCHED: '已派单，等待承办单位签收',
  DISPUTED: '承办单位正在核定，办理时限照常计算',
  ACCEPTED: '承办单位已签收',
  HANDLING: '正在办理',
  JOINT: '多个单位正在一起办理',
  DELIBERATING: '正在与相关各方协商方案',
  SUSPENDED: '暂时不具备解决条件，将定期查看并告知您',
  COMPLETED: '承办单位已办结，等待回访',
  REWORK: '您反映未解决，正在重新办理',
  CLOSED_SOLVED: '已解决',
  CLOSED_UNSOLVED: '未能解决，已向您说明原因',
  CLOSED_EXCLUDED: '已结案',
  WATCHING: '已解决，仍在回看',
  ARCHIVED: '已解决并归档',
};

/**
 * Where a demand stands, in words a resident reads. The order's state speaks once there is one; a linked demand follows the one it was
 * linked to. Example: FORWARDED without order -> '已受理，正在派单'.
 */
export function publicState(
  demand: DemandState,
  order: WorkOrderState | null,
  callback: CallbackState | null = null,
): { state: string; stateText: string } {
  if ((demand === 'FORWARDED' || demand === 'LINKED') && order) {
    if (order === 'COMPLETED' && callback === 'UNREACHED') return { state: order, stateText: '已办结；我们多次回访未能联系上您' };
    return { state: order, stateText: orderTexts[order] };
  }
  const texts: Record<DemandState, string> = {
    RECEIVED: '已收到',
    SCREENING: '已收到，正在研判',
    ANSWERED: '已答复您',
    REDIRECTED: '已告知您其他办理渠道',
    LINKED: '与同一事项一起办理',
    FORWARDED: '已受理，正在派单',
  };
  return { state: demand, stateText: texts[demand] };
}
