import { aggregate, type Loader } from '@wufang/service';
import type { CommitmentRow } from './commitments.schema.js';

export const commitments = aggregate<CommitmentRow>('commitments', 'commitment');

/** The commitment a task of dispatch stands for. */
export const commitmentOfTask: Loader<string> = {
  name: 'commitment of task',
  load: async (sql, taskIds, streetId) => {
    const rows = (await sql
      .selectFrom('commitments')
      .select(['id', 'taskId'])
      .where('streetId', '=', streetId)
      .where('taskId', 'in', taskIds)
      .execute()) as { id: string; taskId: string }[];
    return new Map(rows.map(({ id, taskId }) => [taskId, id]));
  },
};
