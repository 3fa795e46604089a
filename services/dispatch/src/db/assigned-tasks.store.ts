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
