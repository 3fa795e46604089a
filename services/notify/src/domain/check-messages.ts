import { clockText, type Draft } from './messages.js';

/** Something somebody has to look at, or do, by a time: a like place, a look again, a duty of the plan. */
export function askedMessages(asked: { id: string; unitId: string; title: string; body: string; dueAt: string | null }): Draft[] {
  const until = asked.dueAt === null ? '' : `请于 ${clockText(asked.dueAt)} 前完成并登记。`;
  return [
    {
      ...{ kind: 'CHECK_ASKED', title: asked.title, body: `${asked.body}${until}`, subjectId: asked.id },
      ...{ unitId: asked.unitId, role: null, seat: null },
    },
  ];
}
