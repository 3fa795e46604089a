import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate } from '@wufang/service';
import type { CouncilSessionRow } from './community-life.schema.js';
import { isWithinReach } from './issues.store.js';
import type { DeliberationTx } from './schema.js';

export const councilSessions = aggregate<CouncilSessionRow>('council_sessions', 'council-session');

/** The session, locked; what is not the caller's is not there. */
export async function lockCouncil(tx: DeliberationTx, id: string, ctx: Ctx): Promise<CouncilSessionRow> {
  const session = await tx.lock(councilSessions, id);
  if (!session || !isWithinReach(session, ctx)) throw new DomainError('object.not-found', {});
  return session;
}
