import type { IssueState, SeatKind } from '@wufang/contracts';

/**
 * A small re-statement of domain rules 4.7, written without looking at the service's tables, for one issue that classes as PLAN and EMERGENCY, with the rights
 * unit as the one that pays.
 */
export interface Model {
  state: IssueState;
  opinions: Partial<Record<'COMMUNITY' | 'STREET', 'TAKE' | 'REFUSE'>>;
  round: 'none' | 'noticed' | 'open' | 'closed' | 'over';
  no: number;
  failures: number;
  there: SeatKind[];
  said: Partial<Record<SeatKind, string>>;
  hasMinutes: boolean;
  hasPlan: boolean;
  hadPlan: boolean;
  isSigned: boolean;
}

export const fresh = (): Model => ({
  ...{ state: 'PROPOSED', opinions: {}, round: 'none', no: 0, failures: 0, there: [], said: {} },
  ...{ hasMinutes: false, hasPlan: false, hadPlan: false, isSigned: false },
});

export type Command =
  | { do: 'opine'; by: 'COMMUNITY' | 'STREET'; decision: 'TAKE' | 'REFUSE' }
  | { do: 'notice' | 'open' | 'close' | 'fail' | 'minutes' | 'withdraw' | 'merge' }
  | { do: 'checkIn'; seat: SeatKind }
  | { do: 'say'; seat: SeatKind; position: 'AGREE' | 'DISAGREE' | 'ABSTAIN' }
  | { do: 'next'; step: 'plan' | 'replan' | 'reject' | 'escalate' | 'archive' }
  | { do: 'move'; step: (typeof movedByOthers)[number] };

export const movedByOthers = [
  'draftCost',
  'openVote',
  'passVote',
  'failVote',
  'goEmergency',
  'publicise',
  'object',
  'answer',
  'amend',
  'openSigning',
  'execute',
  'change',
  'resume',
  'acceptWorks',
  'failAcceptance',
  'settle',
  'warrant',
] as const;

const seats: SeatKind[] = ['STREET', 'COMMUNITY', 'RIGHTS_UNIT', 'FIRM', 'OWNERS_BODY'];
export const allCommands: readonly Command[] = [
  ...(['COMMUNITY', 'STREET'] as const).flatMap((by) =>
    (['TAKE', 'TAKE', 'TAKE', 'REFUSE'] as const).map((decision) => ({ do: 'opine' as const, by, decision })),
  ),
  ...(['notice', 'open', 'close', 'fail', 'minutes', 'withdraw', 'merge'] as const).map((verb) => ({ do: verb })),
  ...seats.map((seat) => ({ do: 'checkIn' as const, seat })),
  ...seats.flatMap((seat) => (['AGREE', 'DISAGREE', 'ABSTAIN'] as const).map((position) => ({ do: 'say' as const, seat, position }))),
  ...(['plan', 'replan', 'reject', 'escalate', 'archive'] as const).map((step) => ({ do: 'next' as const, step })),
  ...movedByOthers.map((step) => ({ do: 'move' as const, step })),
];

/** From which states another part takes an issue where. */
const moves: Record<(typeof movedByOthers)[number], [from: IssueState[], to: IssueState]> = {
  draftCost: [['PLANNING', 'CHANGE'], 'COST_DRAFT'],
  openVote: [['AGREED', 'VOTED_PASS', 'VOTED_FAIL'], 'OWNER_VOTING'],
  passVote: [['OWNER_VOTING'], 'VOTED_PASS'],
  failVote: [['OWNER_VOTING', 'VOTED_PASS'], 'VOTED_FAIL'], // also when the street annuls what was decided
  goEmergency: [['AGREED'], 'EMERGENCY_GO'],
  publicise: [['AGREED', 'VOTED_PASS', 'EMERGENCY_GO'], 'PUBLICITY'],
  object: [['PUBLICITY', 'OBJECTION'], 'OBJECTION'],
  answer: [['OBJECTION'], 'PUBLICITY'],
  amend: [['COST_DRAFT', 'AGREED', 'VOTED_PASS', 'VOTED_FAIL', 'EMERGENCY_GO', 'PUBLICITY', 'OBJECTION', 'SIGNING'], 'PLANNING'],
  openSigning: [['PUBLICITY'], 'SIGNING'], // from AGREED only where each promises for itself
  execute: [['SIGNING'], 'EXECUTING'],
  change: [['EXECUTING', 'SETTLEMENT'], 'CHANGE'],
  resume: [['PLANNING', 'COST_DRAFT', 'ROUND_CLOSED', 'VOTED_FAIL', 'CHANGE', 'ESCALATED'], 'EXECUTING'], // by what was signed
  acceptWorks: [['EXECUTING'], 'ACCEPTANCE'],
  failAcceptance: [['ACCEPTANCE'], 'EXECUTING'],
  settle: [['ACCEPTANCE'], 'SETTLEMENT'],
  warrant: [['SETTLEMENT'], 'WARRANTY'],
};

const over: IssueState[] = ['ARCHIVED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'MERGED'];
const signed: IssueState[] = ['EXECUTING', 'CHANGE', 'ACCEPTANCE', 'SETTLEMENT', 'WARRANTY'];
const isQuorate = ({ there }: Model) => there.length >= 4 && there.includes('COMMUNITY') && there.includes('RIGHTS_UNIT');
const quitRound = (model: Model): Model['round'] => (model.round === 'noticed' || model.round === 'open' ? 'over' : model.round);

/** The model after a command, or null where the rules forbid it. */
export function after(model: Model, command: Command): Model | null {
  const { state, round } = model;
  switch (command.do) {
    case 'opine': {
      if (state !== 'PROPOSED') return null;
      const opinions = { ...model.opinions, [command.by]: command.decision };
      const isAgreed = opinions.COMMUNITY !== undefined && opinions.COMMUNITY === opinions.STREET;
      return { ...model, opinions, state: !isAgreed ? state : command.decision === 'TAKE' ? 'SCREENED' : 'REFUSED' };
    }
    case 'notice': {
      const begun = { ...model, round: 'noticed' as const, failures: 0, there: [], said: {}, hasMinutes: false };
      if (state === 'SCREENED' || state === 'ESCALATED') return { ...begun, state: 'CONVENED', no: 0 };
      return state === 'COST_DRAFT' && round !== 'noticed' ? begun : null;
    }
    case 'checkIn':
      if (round !== 'noticed' && round !== 'open') return null;
      return { ...model, there: [...new Set([...model.there, command.seat])] };
    case 'open': {
      if (round !== 'noticed' || !isQuorate(model)) return null;
      const isFirst = state === 'CONVENED';
      return { ...model, state: 'ROUND_OPEN', round: 'open', no: isFirst ? 1 : model.no + 1, failures: 0, hadPlan: model.hasPlan };
    }
    case 'fail': {
      if (round !== 'noticed' || isQuorate(model)) return null;
      if (model.failures === 1) return { ...model, round: 'over', state: 'ESCALATED', failures: 2 };
      return { ...model, failures: 1, there: [], said: {} };
    }
    case 'say':
      if (round !== 'open' || !model.there.includes(command.seat)) return null;
      return { ...model, said: { ...model.said, [command.seat]: command.position } };
    case 'close': {
      if (round !== 'open') return null;
      const isAgreed = model.hadPlan && model.said.RIGHTS_UNIT === 'AGREE';
      return { ...model, round: 'closed', state: isAgreed ? 'AGREED' : 'ROUND_CLOSED' };
    }
    case 'minutes':
      return round === 'closed' && !model.hasMinutes ? { ...model, hasMinutes: true } : null;
    case 'next': {
      const { step } = command;
      if (step === 'archive') return state === 'SETTLEMENT' || state === 'WARRANTY' ? { ...model, state: 'ARCHIVED' } : null;
      if (step === 'reject' && model.isSigned) return null;
      if (step === 'reject' && (state === 'ESCALATED' || state === 'VOTED_FAIL')) return { ...model, state: 'REJECTED' };
      if (step === 'escalate' && ['CONVENED', 'COST_DRAFT', 'VOTED_FAIL'].includes(state))
        return { ...model, state: 'ESCALATED', round: quitRound(model) };
      if (state !== 'ROUND_CLOSED' || !model.hasMinutes) return null;
      if (step === 'plan') return model.no === 1 ? { ...model, state: 'PLANNING' } : null;
      if (step === 'replan') return model.no === 2 ? { ...model, state: 'PLANNING' } : null;
      if (step === 'reject') return model.no === 3 ? { ...model, state: 'REJECTED' } : null;
      return { ...model, state: 'ESCALATED' };
    }
    case 'withdraw':
    case 'merge':
      if (over.includes(state) || signed.includes(state) || model.isSigned) return null;
      return { ...model, state: command.do === 'merge' ? 'MERGED' : 'WITHDRAWN', round: quitRound(model) };
    case 'move': {
      const [from, to] = moves[command.step];
      if (!from.includes(state) || (command.step === 'resume' && !model.isSigned)) return null;
      const isAnew = command.step === 'amend' || command.step === 'change';
      const quits = isAnew || command.step === 'resume';
      const hasPlan = model.hasPlan || command.step === 'draftCost';
      const isSigned = model.isSigned || command.step === 'execute';
      return { ...model, state: to, hasPlan, isSigned, no: isAnew ? 1 : model.no, round: quits ? quitRound(model) : model.round };
    }
  }
}
