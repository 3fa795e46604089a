import { fieldCheckedCategories, type WorkOrderState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/** Whether a grid worker can see the result at the place (可现场核实). Example: 城市管理/市容环境/暴露垃圾 -> yes; 民生保障/社会保障 -> no. */
export function isFieldChecked(category: readonly string[]): boolean {
  return fieldCheckedCategories.value.some((path) => path.every((part, depth) => category[depth] === part));
}

/**
 * Refuses a look at the place (网格核实) that is not owed, or by somebody of a unit whose work it is about (domain rules 4.5-7, 4.6 GRID_VERIFY): the lead,
 * who assists, the first answerer, who is complained about. Past the day it is still owed, until the complainant has answered.
 */
export function refuseGridCheck(
  order: {
    state: WorkOrderState;
    gridCheck: string | null;
    leadUnitId: string;
    coUnitIds: readonly string[];
    contactUnitId: string | null;
    aboutUnitId: string | null;
  },
  unitIds: readonly string[],
): void {
  if (order.state !== 'COMPLETED' || order.gridCheck !== 'OWED') throw new DomainError('grid-check.not-owed', {});
  const own = [order.leadUnitId, ...order.coUnitIds, order.contactUnitId, order.aboutUnitId];
  if (unitIds.some((id) => own.includes(id))) throw new DomainError('grid-check.own-order', {});
}
