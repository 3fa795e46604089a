import { aggregate, type Loader } from '@wufang/service';
import type { AssignedTaskRow } from './supervision.schema.js';

export const assignedTasks = aggregate<AssignedTaskRow>('assigned_tasks', 'assigned-task');

/** The task that was made of a promise. */
export const taskOfCommitment: Loader<string> = {
  name: 'task of commitment',
  load: async (sql, commitmentIds, streetId) => {
    const rows = (await sql
      .selectFrom('assignedTasks')
      .select(['id', 'sourceId'])
      .where('streetId', '=', streetId)
      .where('source', '=', 'COMMITMENT')
      .where('sourceId', 'in', commitmentIds)
      .execute()) as { id: string; sourceId: string }[];
    return new Map(rows.map(({ id, sourceId }) => [sourceId, id]));
  },
};

/** The units that have something to do about an order and have not done it yet. */
export const taskUnitsOfOrder: Loader<string[]> = {
  name: 'task units of order',
  load: async (sql, orderIds, streetId) => {
    const rows = (await sql
      .selectFrom('assignedTasks')
      .select(['orderId', 'unitId'])
      .where('streetId', '=', streetId)
      .where('state', '=', 'ENTRUSTED')
      .where('orderId', 'in', orderIds)
      .execute()) as { orderId: string; unitId: string }[];
    const found = new Map<string, string[]>(orderIds.map((id) => [id, []]));
    for (const { orderId, unitId } of rows) found.get(orderId)!.push(unitId);
    return found;
  },
};
