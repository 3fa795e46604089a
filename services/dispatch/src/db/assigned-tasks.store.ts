import { aggregate } from '@wufang/service';
import type { AssignedTaskRow } from './supervision.schema.js';

export const assignedTasks = aggregate<AssignedTaskRow>('assigned_tasks', 'assigned-task');
