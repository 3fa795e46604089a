import { councilEvents, type council as operations, type CouncilRound, type CouncilSessionView, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { z } from 'zod';
import type { CouncilSessionRow } from '../db/community-life.schema.js';
import { councilSessions, lockCouncil } from '../db/council.store.js';
import { councilView } from '../db/council.view.js';
import { isWithinReach } from '../db/issues.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { unitById } from '../db/tables.store.js';
import { isConsensus, nextOfCouncil, refuseWithoutParties } from '../domain/council-session.js';
import { refusePrivate } from '../domain/public-text.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;

const told = ({ communityId, concernedUnitIds, topic }: CouncilSessionRow) => ({ communityId, unitIds: concernedUnitIds, topic });

/** A community convenes its residents' council (居民议事会) on a topic; the units it invites may read the record. */
export async function openCouncil(tx: DeliberationTx, input: Input<'openCouncil'>, ctx: Ctx): Promise<CouncilSessionView> {
  const { id, communityId, estateId = null, issueId = null, topic, unitIds } = input;
  const known = await tx.lock(councilSessions, id);
  if (known) {
    if (!isWithinReach(known, ctx)) throw new DomainError('object.not-found', {});
    return councilView(known);
  }
  if (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(communityId)) throw new DomainError('object.not-found', {});
  refusePrivate(topic);
  for (const unitId of unitIds) if (!(await tx.load(unitById, unitId))) throw new DomainError('unit.unknown', { unit: unitId });
  const concernedUnitIds = [...new Set([communityId, ...unitIds])];
  return councilView(
    tx.create(
      councilSessions,
      {
        ...{ id, state: 'ROUND_ONE', communityId, estateId, issueId, concernedUnitIds, topic },
        ...{ plan: null, rounds: [], result: null, openedAt: tx.now },
      },
      [fact(councilEvents.councilOpened, { communityId, unitIds: concernedUnitIds, topic, issueId })],
    ),
  );
}

/** Round one: what the problem is and where it comes from. */
export async function closeRoundOne(tx: DeliberationTx, input: Input<'closeRoundOne'>, ctx: Ctx): Promise<CouncilSessionView> {
  const session = await lockCouncil(tx, input.id, ctx);
  const state = nextOfCouncil(session.state, 'closeRoundOne');
  const round = roundOf(tx, session, input, []);
  return councilView(
    tx.save(councilSessions, { ...session, state, rounds: [...session.rounds, round] }, [
      fact(councilEvents.roundOneClosed, told(session)),
    ]),
  );
}

/** A plan is laid before round two, or another one after it found no consensus. */
export async function layPlan(tx: DeliberationTx, { id, plan }: Input<'layPlan'>, ctx: Ctx): Promise<CouncilSessionView> {
  const session = await lockCouncil(tx, id, ctx);
  refusePrivate(plan);
  const state = nextOfCouncil(session.state, 'layPlan');
  return councilView(tx.save(councilSessions, { ...session, state, plan, result: null }, [fact(councilEvents.planLaid, told(session))]));
}

/** Round two: consensus only when all that are there agree (一致认可); every reservation is written down with its words. */
export async function closeRoundTwo(tx: DeliberationTx, input: Input<'closeRoundTwo'>, ctx: Ctx): Promise<CouncilSessionView> {
  const session = await lockCouncil(tx, input.id, ctx);
  const agreed = isConsensus(input.attendance, input.voices);
  const state = nextOfCouncil(session.state, agreed ? 'agree' : 'differ');
  refusePrivate(...input.voices.map(({ words }) => words));
  const round = roundOf(tx, session, input, input.voices);
  const result = agreed ? '在场各方一致认可方案。' : '未取得一致，意见见各方表示。';
  return councilView(
    tx.save(councilSessions, { ...session, state, result, rounds: [...session.rounds, round] }, [
      fact(councilEvents.roundTwoClosed, { ...told(session), isConsensus: agreed, issueId: session.issueId }),
    ]),
  );
}

export async function cancelCouncil(tx: DeliberationTx, { id, reason }: Input<'cancelCouncil'>, ctx: Ctx): Promise<CouncilSessionView> {
  const session = await lockCouncil(tx, id, ctx);
  refusePrivate(reason);
  const state = nextOfCouncil(session.state, 'cancel');
  return councilView(
    tx.save(councilSessions, { ...session, state, result: reason }, [fact(councilEvents.councilCancelled, told(session))]),
  );
}

function roundOf(
  tx: DeliberationTx,
  session: CouncilSessionRow,
  { heldAt, attendance, minutes }: Pick<CouncilRound, 'heldAt' | 'attendance' | 'minutes'>,
  voices: CouncilRound['voices'],
): CouncilRound {
  if (new Date(heldAt) > tx.now) throw new DomainError('time.future', { field: '召开时间' });
  refuseWithoutParties(attendance);
  refusePrivate(minutes);
  return { no: session.rounds.length + 1, heldAt, attendance, minutes, voices };
}
