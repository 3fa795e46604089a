import { leaderListKinds, supervisionEvents, type LeaderListKind } from '@wufang/contracts';
import { fact, type DeadlineRow } from '@wufang/service';
import { idOfStreets } from '../db/directories.store.js';
import { leaderLists, leaderListSchedules, listContents, listKey } from '../db/leader-lists.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { LeaderListScheduleRow } from '../db/supervision.schema.js';
import { makeAt, windowOf, type ListWindow } from '../domain/leader-lists.js';

/** A street has opened: from now on its lists are made, beginning with the windows that run. */
export async function scheduleLeaderLists(tx: DispatchTx): Promise<void> {
  for (const kind of leaderListKinds) {
    const id = idOfStreets(tx.streetId, `leader-list ${kind}`);
    if (await tx.lock(leaderListSchedules, id)) continue;
    const window = windowOf(kind, tx.now);
    tx.create(leaderListSchedules, { id, kind, nextFrom: window.from, nextTo: window.to }, [scheduled(kind, window)]);
    arm(tx, id, window);
  }
}

/**
 * A window has ended: its list is made, as things stand, and kept; the next one is scheduled. The clock fires once and the schedule moves on in the same
 * transaction, so that no list is made twice; after an outage the lists that are missing come one after the other.
 */
export async function makeLeaderList(tx: DispatchTx, schedule: LeaderListScheduleRow, _clock: DeadlineRow): Promise<void> {
  const { kind, nextFrom: windowFrom, nextTo: windowTo } = schedule;
  const question = { from: windowFrom, to: windowTo, now: tx.now };
  const contents = (await tx.load(listContents, listKey(question)))!;
  tx.create(leaderLists, { id: tx.newId(), kind, windowFrom, windowTo, madeAt: tx.now, contents }, [
    fact(supervisionEvents.listMade, {
      ...{ kind, from: windowFrom.toISOString(), to: windowTo.toISOString(), madeAt: tx.now.toISOString(), total: contents.total },
    }),
  ]);
  const next = windowOf(kind, windowTo);
  tx.save(leaderListSchedules, { ...schedule, nextFrom: next.from, nextTo: next.to }, [scheduled(kind, next)]);
  arm(tx, schedule.id, next);
}

const scheduled = (kind: LeaderListKind, window: ListWindow) =>
  fact(supervisionEvents.listScheduled, {
    ...{ kind, from: window.from.toISOString(), to: window.to.toISOString(), makeAt: makeAt(window).toISOString() },
  });

/** Nobody's duty but the system's own: one stage, nobody is told, no table counts it. */
function arm(tx: DispatchTx, subjectId: string, window: ListWindow): void {
  const at = makeAt(window);
  tx.arm({
    ...{
      id: tx.newId(),
      subjectId,
      code: 'LEADER_LIST',
      startedAt: tx.now,
      dueAt: at,
      stage: 0,
      firesAt: at,
      state: 'armed',
      stoppedAt: null,
    },
    ...{ stages: [{ kind: 'breach', at, tell: [] }], policyVersion: 0, calendarVersion: 0, provisional: false, changes: [] },
  });
}
