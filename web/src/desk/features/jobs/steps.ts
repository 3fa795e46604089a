import { ApiProblem } from '@wufang/api-client';
import { useSyncExternalStore } from 'react';
import { call, wordsOf } from '../../lib/client.js';
import { drop, findAll, keep } from '../../lib/kept.js';

/** The steps of a handler, by the operation each one is. */
export const stepNames = {
  accept: 'dispatch.work-order.accept',
  contact: 'dispatch.work-order.first-contact',
  feedback: 'dispatch.work-order.feedback',
  checkIn: 'dispatch.work-order.check-in',
  progress: 'dispatch.work-order.progress',
  complete: 'dispatch.work-order.complete',
  resume: 'dispatch.suspension.end',
  handUp: 'dispatch.work-order.hand-up',
  dispute: 'dispatch.dispute.raise',
  extension: 'dispatch.extension.ask',
  suspension: 'dispatch.suspension.ask',
  pause: 'dispatch.pause.start',
  goOn: 'dispatch.pause.end',
  escalate: 'dispatch.escalation.ask',
} as const;
export type StepName = keyof typeof stepNames;

/** How many photos a step takes. */
export const photosOf: Record<StepName, number> = {
  ...{ accept: 0, contact: 0, feedback: 0, checkIn: 1, progress: 0, complete: 9, resume: 0 },
  ...{ handUp: 0, dispute: 9, extension: 0, suspension: 0, pause: 0, goOn: 0, escalate: 0 },
};

/** A step somebody took, from the moment it is taken until the server has it. `key` makes it once, however often it is sent. */
export interface Step {
  /** Sorts by the moment it was taken. */
  key: string;
  accountId: string;
  name: StepName;
  orderId: string;
  demandId: string;
  title: string;
  takenAt: string;
  input: Record<string, unknown>;
  photos: { file: Blob; fileName: string; photoId?: string }[];
  /** Why the server would not have it; it is not sent again by itself. */
  refusal?: { title: string; detail: string };
}

/** What waits, for every page that shows it. */
let waiting: readonly Step[] = [];
const listeners = new Set<() => void>();
async function look(): Promise<readonly Step[]> {
  waiting = (await findAll<Step>('steps')).sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const listener of listeners) listener();
  return waiting;
}

/** Stays the same function, because a new one would be asked anew at every drawing. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void look();
  return () => listeners.delete(listener);
}

/** Steps of this person that have not arrived, the earliest first. */
export function useSteps(accountId: string | undefined): readonly Step[] {
  const all = useSyncExternalStore(subscribe, () => waiting);
  return all.filter((step) => step.accountId === accountId);
}

/** Keeps a step on the phone first, then sends what waits. It is safe from here on, with or without a signal. */
export async function take(step: Omit<Step, 'key' | 'takenAt'>): Promise<void> {
  const takenAt = new Date().toISOString();
  const key = `${takenAt}-${crypto.randomUUID()}`;
  await keep('steps', key, { ...step, key, takenAt });
  await send(step.accountId);
}

export async function giveUp(step: Step): Promise<void> {
  await drop('steps', step.key);
  await look();
}

const arrivals = new Set<() => Promise<unknown>>();
/** Tells when something has arrived, so that lists are asked anew; until they are, what has arrived is shown as taken. */
export function onArrival(listener: () => Promise<unknown>): () => void {
  arrivals.add(listener);
  return () => arrivals.delete(listener);
}

/** One sender at a time in all tabs of this browser; each tab may ask. */
export async function send(accountId: string): Promise<void> {
  await navigator.locks.request('wufang.steps', () => sendAll(accountId));
}

/**
 * Sends what waits in its order. A refusal stays with its step and holds up the later steps of that order alone; without a connection, or while
 * the server is away, everything waits.
 */
async function sendAll(accountId: string): Promise<void> {
  const held = new Set<string>();
  for (const step of await look()) {
    if (step.accountId !== accountId) continue;
    if (step.refusal || held.has(step.orderId)) {
      held.add(step.orderId);
      continue;
    }
    try {
      await sendOne(step);
      await drop('steps', step.key);
      // Were it forgotten before its order is seen as it is now, the order would fall back for a moment, and a form that is open in it be lost.
      await Promise.all([...arrivals].map((arrived) => arrived()));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status === 401 || error.status === 429 || error.status >= 500) break;
      held.add(step.orderId);
      await keep('steps', step.key, { ...step, refusal: wordsOf(error) });
    }
  }
  await look();
}

async function sendOne(step: Step): Promise<void> {
  for (const [at, photo] of step.photos.entries()) {
    if (photo.photoId !== undefined) continue;
    const { file, fileName } = photo;
    const { id } = await call(
      'intake.attachment.add-on-site',
      { id: step.demandId, file, fileName },
      { idempotencyKey: `${step.key}-photo-${at}` },
    );
    photo.photoId = id;
    // A photo that has arrived is not sent over a weak line a second time.
    await keep('steps', step.key, step);
  }
  const ids = step.photos.map(({ photoId }) => photoId!);
  const photos = photosOf[step.name] === 1 ? ids[0] && { photoId: ids[0] } : photosOf[step.name] > 1 ? { photoIds: ids } : {};
  await call(stepNames[step.name], { id: step.orderId, ...step.input, ...photos } as never, { idempotencyKey: step.key });
}
