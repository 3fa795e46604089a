import type { ChainSeat, EventType, PayloadOf } from '@wufang/contracts';
import { audienceOf, type Draft } from './messages.js';

export type Audience = Pick<Draft, 'unitId' | 'role' | 'seat' | 'accountId'>;
export const unit = (unitId: string): Audience => ({ unitId, role: null, seat: null });
export const account = (accountId: string): Audience => ({ unitId: null, role: null, seat: null, accountId });
/** The citizen supervisors (特约监督员) of a community, not its own people. */
export const supervisorsOf = (communityId: string): Audience => ({ unitId: communityId, role: 'citizen_supervisor', seat: null });
/** A seat of the chain; S of a unit is its own chief. Without a unit every chief hears: those of the unit that asks may not decide. */
export const seat = (which: ChainSeat, unitId: string | null = null): Audience => audienceOf(which, unitId);
export const said = (kind: string, title: string, body: string, to: Audience) => ({ kind, title, body, ...to });

type Told = (payload: never, id: string) => (Omit<Draft, 'subjectId'> & { subjectId?: string })[];

/** Facts and what is told of each; a message is about the fact's own aggregate where it does not say otherwise. */
export class ToldTable {
  private readonly rows = new Map<string, { type: EventType; told: Told }>();

  readonly tells = <E extends EventType>(type: E, told: (payload: PayloadOf<E>, id: string) => ReturnType<Told>): void => {
    this.rows.set(type.type, { type, told: told as Told });
  };

  messages(type: string, payload: unknown, id: string): Draft[] {
    const drafts = this.rows.get(type)?.told(payload as never, id) ?? [];
    return drafts.map((draft) => ({ subjectId: id, ...draft }));
  }

  get events(): EventType[] {
    return [...this.rows.values()].map(({ type }) => type);
  }
}
