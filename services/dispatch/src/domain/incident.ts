import { incidentProposal, labels, type Category, type IncidentState, type PlaceRef, type ScopePart } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

const actions = {
  confirm: '确认',
  dismiss: '不作为突发事件',
  widen: '扩大范围',
  changeLead: '更换牵头单位',
  attach: '并入工单',
  detach: '撤销并入',
  tell: '通报',
  log: '登记步骤',
  crew: '登记班组',
  list: '列重点户',
  visit: '登记上门',
  supply: '登记物资',
  callOut: '呼叫单位',
  reach: '登记告知到户',
  askAfter: '登记恢复后回访',
  restore: '恢复',
  review: '复盘',
} as const;
export type IncidentAction = keyof typeof actions;

/**
 * States and steps of an incident (突发事件). What is restored may still be written up: crews leave, supplies come back, households are told, called on and asked after;
 * no status is owed any more and no order is attached.
 */
export const incidentTransitions: Transitions<IncidentState, IncidentAction> = {
  PROPOSED: { confirm: 'OPEN', dismiss: 'DISMISSED' },
  OPEN: {
    dismiss: 'DISMISSED',
    widen: 'OPEN',
    changeLead: 'OPEN',
    attach: 'OPEN',
    detach: 'OPEN',
    tell: 'OPEN',
    log: 'OPEN',
    crew: 'OPEN',
    list: 'OPEN',
    visit: 'OPEN',
    supply: 'OPEN',
    callOut: 'OPEN',
    reach: 'OPEN',
    restore: 'RESTORED',
  },
  RESTORED: {
    log: 'RESTORED',
    crew: 'RESTORED',
    visit: 'RESTORED',
    supply: 'RESTORED',
    reach: 'RESTORED',
    askAfter: 'RESTORED',
    review: 'REVIEWED',
  },
  REVIEWED: {},
  DISMISSED: {},
};

/** The state a step leads to. Example: RESTORED, tell -> incident.illegal-step. */
export const nextIncidentState = stepsOf(incidentTransitions, {
  refusal: 'incident.illegal-step',
  states: labels.incidentState,
  actions,
});

/** A demand's place and matter, as far as they are known. */
interface Where {
  category: Category;
  place: PlaceRef;
}

/**
 * Whether a demand is about an incident (domain rules 4.5, step 4): the same matter, and a place that is within it for certain (`inside`), perhaps
 * (`maybe`: the demand does not say which building or stairwell), or not. What may be is for a person to judge.
 * Example: scope 3号楼; a demand that names the estate alone -> maybe.
 */
export function matchIncident(
  incident: { category: readonly string[]; scope: readonly ScopePart[] },
  where: Where,
): 'inside' | 'maybe' | 'outside' {
  if (!incident.category.every((part, depth) => where.category[depth] === part)) return 'outside';
  let found: 'maybe' | 'outside' = 'outside';
  for (const part of incident.scope) {
    if (part.estateId !== where.place.estateId) continue;
    if (part.buildingId === null) return 'inside';
    if (where.place.buildingId === null) found = 'maybe';
    // A demand's place knows no stairwell.
    else if (where.place.buildingId === part.buildingId) {
      if (part.stairwell === null) return 'inside';
      found = 'maybe';
    }
  }
  return found;
}

/** Estate and matter under which demands are counted towards a proposal. Without an estate there is nothing to count. */
export function proposalKeyOf({ category, place }: Where): string | null {
  return place.estateId === null ? null : `${place.estateId}|${category.join('/')}`;
}

/**
 * Whether so many demands of one matter from one estate within the window are an incident in the making (P; see `incidentProposal`). Two that
 * arrive in two processes at the same instant do not see each other; then the next one proposes.
 */
export function isIncidentInTheMaking(demands: number): boolean {
  return demands >= incidentProposal[0].value.demands;
}

export const proposalWindowMs = incidentProposal[0].value.windowMinutes * 60_000;

/** The homes of one stairwell, as the register tells them. */
export interface StairwellHomes {
  estateId: string;
  buildingId: string;
  stairwell: string;
  homeIds: readonly string[];
}
export interface AffectedHome {
  homeId: string;
  estateId: string;
  buildingId: string;
  stairwell: string;
}

/**
 * The homes within a scope, each once however the parts overlap. `missing` names parts that the register does not know: a building or a stairwell
 * without homes; an estate may have none listed yet.
 */
export function homesWithin(
  scope: readonly ScopePart[],
  register: readonly StairwellHomes[],
): { homes: AffectedHome[]; missing: ScopePart[] } {
  const homes = new Map<string, AffectedHome>();
  const missing: ScopePart[] = [];
  for (const part of scope) {
    const within = register.filter(
      ({ estateId, buildingId, stairwell }) =>
        estateId === part.estateId &&
        (part.buildingId === null || buildingId === part.buildingId) &&
        (part.stairwell === null || stairwell === part.stairwell),
    );
    if (within.length === 0 && part.buildingId !== null) missing.push(part);
    for (const { homeIds, ...where } of within) for (const homeId of homeIds) homes.set(homeId, { homeId, ...where });
  }
  return { homes: [...homes.values()], missing };
}
