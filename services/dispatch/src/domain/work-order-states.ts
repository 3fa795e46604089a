import { labels, type WorkOrderState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

export type WorkOrderAction = keyof typeof labels.workOrderAction;

/**
 * States and steps of a work order (工单), domain rules 4.3 and 4.4. The table is the documentation: the diagram in the README is printed
 * from it. A state without a way in today belongs to later work: exclusion.
 *
 * - `checkIn` and `feedback` are allowed before the first contact: in an emergency somebody runs to the place first. A feedback reaches the
 *   complainant, so it is a contact; being on site is not.
 * - `solve` is open to every state that is being worked on: at the due time the complainant is asked whether or not the unit says done
 *   (条例第二十三条), and only the complainant's answer says solved.
 * - `explain` closes a problem order that stays unsolved: a reviewer tells the complainant why.
 * - `dispute` holds an order back until it is decided whose it is; an emergency is not held back (先办后议), so that `uphold` moves an order that
 *   is being handled, or is back for rework.
 * - `join` (加派, 吹哨) makes handling joint until no co-unit owes anything and every whistle is settled; then the system takes it back (`rejoin`) and
 *   the lead may complete. A whistle that was blown earlier joins the order when it comes to be handled (`whistleJoins`). What is handled jointly
 *   cannot be put off before the others are done or waived.
 * - `handUp` is 有事您找我: the next rung of the ladder takes the order over.
 * - `suspend` puts off what cannot be solved now (挂账); the lead still reports how it stands, and the complainant may say solved.
 * - `deliberate` brings an order to its estate's table (五方共议); when the issue has ended the system takes it back (`returnFromTable`). The handling limit
 *   runs on and is shown, the lead reports every 15 days.
 * - `transfer` hands an order to another unit, a rework too; the lost time stays.
 * - `raise` (提级) ends what holds an order back, once danger is found in it, an objection or the table; what rests is resumed by it, elsewhere it leaves the state.
 * - `attach` makes an order part of an incident (突发事件), which is handled as one; `detach` undoes it, and the order goes to its unit.
 * - `watch` (回看) looks again at what has been solved, `archive` ends that; a look that failed archives too, and the demand gets another order.
 * - `assign` moves an order that waits at the demand centre to the unit that answers for it.
 */
export const workOrderTransitions: Readonly<Record<WorkOrderState, Readonly<Partial<Record<WorkOrderAction, WorkOrderState>>>>> = {
  DISPATCHED: {
    accept: 'ACCEPTED',
    assign: 'DISPATCHED',
    dispute: 'DISPUTED',
    uphold: 'DISPATCHED',
    handUp: 'DISPATCHED',
    transfer: 'DISPATCHED',
    attach: 'HANDLING',
    solve: 'CLOSED_SOLVED',
  },
  DISPUTED: { uphold: 'DISPATCHED', reject: 'DISPATCHED', raise: 'DISPATCHED', solve: 'CLOSED_SOLVED' },
  ACCEPTED: {
    contact: 'HANDLING',
    checkIn: 'ACCEPTED',
    feedback: 'HANDLING',
    assign: 'DISPATCHED',
    uphold: 'DISPATCHED',
    handUp: 'DISPATCHED',
    transfer: 'DISPATCHED',
    solve: 'CLOSED_SOLVED',
    attach: 'HANDLING',
  },
  HANDLING: {
    checkIn: 'HANDLING',
    feedback: 'HANDLING',
    progress: 'HANDLING',
    complete: 'COMPLETED',
    assign: 'DISPATCHED',
    join: 'JOINT',
    uphold: 'DISPATCHED',
    handUp: 'DISPATCHED',
    attach: 'HANDLING',
    detach: 'DISPATCHED',
    solve: 'CLOSED_SOLVED',
    explain: 'CLOSED_UNSOLVED',
    suspend: 'SUSPENDED',
    deliberate: 'DELIBERATING',
    transfer: 'DISPATCHED',
  },
  JOINT: {
    checkIn: 'JOINT',
    feedback: 'JOINT',
    progress: 'JOINT',
    join: 'JOINT',
    rejoin: 'HANDLING',
    assign: 'DISPATCHED',
    uphold: 'DISPATCHED',
    handUp: 'DISPATCHED',
    transfer: 'DISPATCHED',
    attach: 'HANDLING',
    solve: 'CLOSED_SOLVED',
    explain: 'CLOSED_UNSOLVED',
  },
  DELIBERATING: {
    checkIn: 'DELIBERATING',
    feedback: 'DELIBERATING',
    progress: 'DELIBERATING',
    returnFromTable: 'HANDLING',
    raise: 'HANDLING',
    solve: 'CLOSED_SOLVED',
  },
  SUSPENDED: { progress: 'SUSPENDED', resume: 'HANDLING', solve: 'CLOSED_SOLVED' },
  COMPLETED: { solve: 'CLOSED_SOLVED', giveUp: 'CLOSED_SOLVED', rework: 'REWORK' },
  REWORK: { accept: 'HANDLING', uphold: 'DISPATCHED', transfer: 'DISPATCHED', solve: 'CLOSED_SOLVED', explain: 'CLOSED_UNSOLVED' },
  CLOSED_SOLVED: { watch: 'WATCHING' },
  CLOSED_UNSOLVED: {},
  CLOSED_EXCLUDED: {},
  WATCHING: { archive: 'ARCHIVED' },
  ARCHIVED: {},
};

/** How an order comes to be: by dispatch, or out of an import in the state its history gives it. */
export const workOrderEntries = {
  dispatch: ['DISPATCHED'],
  incident: ['HANDLING'],
  import: ['HANDLING', 'CLOSED_SOLVED', 'CLOSED_UNSOLVED'],
} as const satisfies Record<string, readonly WorkOrderState[]>;

export const workOrderActions = Object.keys(labels.workOrderAction) as WorkOrderAction[];

/** The state a step leads to. Example: ACCEPTED, contact -> HANDLING; ACCEPTED, complete -> work-order.illegal-step. */
export function next(state: WorkOrderState, action: WorkOrderAction): WorkOrderState {
  const to = workOrderTransitions[state][action];
  if (!to)
    throw new DomainError('work-order.illegal-step', { status: labels.workOrderState[state], action: labels.workOrderAction[action] });
  return to;
}

/** Whether a step is in the table for a state. */
export function can(state: WorkOrderState, action: WorkOrderAction): boolean {
  return workOrderTransitions[state][action] !== undefined;
}

const closed: readonly WorkOrderState[] = ['CLOSED_SOLVED', 'CLOSED_UNSOLVED', 'CLOSED_EXCLUDED', 'WATCHING', 'ARCHIVED'];

/** Whether a unit still has to do something about an order in this state. Example: COMPLETED -> no, the callback desk has. */
export function isBeingWorkedOn(state: WorkOrderState): boolean {
  return isOpen(state) && state !== 'COMPLETED';
}

/** Whether the unit that leads has still to take an order on; one that is argued about waits for that. Example: DISPATCHED -> yes; HANDLING, however it came there -> no. */
export function isToAccept(state: WorkOrderState): boolean {
  return state === 'DISPUTED' || can(state, 'accept');
}

/** Whether somebody still has to do something about an order in this state. Example: COMPLETED -> yes, it waits for its callback. */
export function isOpen(state: WorkOrderState): boolean {
  return !closed.includes(state);
}

/** What decides whether an order is handled jointly. */
export interface Together {
  state: WorkOrderState;
  incidentId: string | null;
  beforeIncident: { endedAt?: string } | null;
  openLegIds: readonly string[];
  openWhistleIds: readonly string[];
}

/**
 * Whether an order is handled as part of an incident and as nothing else (domain rules 4.5, step 4). What was sent back since is a job of its own again.
 * Example: attached -> yes; its complainant said 未解决 after the end, now in rework -> no.
 */
export function isInIncident({ incidentId, beforeIncident }: Pick<Together, 'incidentId' | 'beforeIncident'>): boolean {
  return incidentId !== null && beforeIncident?.endedAt === undefined;
}

/** Refuses a step by which an order would go its own way while it is part of an incident. */
export function refuseInIncident(order: Pick<Together, 'incidentId' | 'beforeIncident'>): void {
  if (isInIncident(order)) throw new DomainError('work-order.in-incident', {});
}

/**
 * Whether an order that is handled is joint because a whistle blown for it, maybe before anybody had accepted it, is not settled (domain rules 4.4). What
 * is part of an incident is handled as one; a whistle for it runs on by itself.
 * Example: whistled while DISPATCHED, now HANDLING -> yes; still DISPATCHED -> no; attached to an incident -> no.
 */
export function whistleJoins(order: Together): boolean {
  return order.state === 'HANDLING' && !isInIncident(order) && order.openWhistleIds.length > 0;
}

/** The state once a co-unit is done or a whistle settled. Example: JOINT, neither legs nor whistles left -> HANDLING; one left -> JOINT. */
export function afterJoining({
  state,
  openLegIds,
  openWhistleIds,
}: Pick<Together, 'state' | 'openLegIds' | 'openWhistleIds'>): WorkOrderState {
  return state === 'JOINT' && openLegIds.length === 0 && openWhistleIds.length === 0 ? next(state, 'rejoin') : state;
}
