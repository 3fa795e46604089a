import { ownersVoteEvents, type Ctx } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { lockVoteOfMember, ownersVotes } from '../db/votes.store.js';
import { declared, namedGroup, type GroupMember } from '../domain/counting-group.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { lockVoteOfBody } from './owners-body.js';

/** The owners' body names other members of the counting group. Who leaves it sees no ballot from then on. */
export async function nameGroup(
  tx: DeliberationTx,
  input: { id: string; groupAccountIds: string[]; interestedAccountIds: string[] },
  ctx: Ctx,
): Promise<{ members: GroupMember[] }> {
  const vote = await lockVoteOfBody(tx, input.id, ctx);
  const state = nextOfVote(vote.state, 'nameGroup');
  const interested = [...new Set([...vote.interestedAccountIds, ...input.interestedAccountIds])];
  const members = namedGroup(input.groupAccountIds, interested, vote.members, vote.kind !== 'ADVISORY');
  const { estateId, issueId, kind } = vote;
  saveMembers(tx, { ...vote, state, interestedAccountIds: interested }, members, [
    fact(ownersVoteEvents.groupNamed, { estateId, issueId, kind, groupAccountIds: members.map(({ accountId }) => accountId) }),
  ]);
  return { members };
}

/** A member says that they have no interest in the matter, or that they have one, and is out. */
export async function declareMember(
  tx: DeliberationTx,
  input: { id: string; hasInterest: boolean },
  ctx: Ctx,
): Promise<{ members: GroupMember[] }> {
  const vote = await lockVoteOfMember(tx, input.id, ctx);
  const state = nextOfVote(vote.state, 'declare');
  const { accountId } = ctx.actor;
  const members = declared(vote.members, accountId, input.hasInterest);
  const { estateId, issueId, kind } = vote;
  saveMembers(tx, { ...vote, state }, members, [
    fact(ownersVoteEvents.memberDeclared, { estateId, issueId, kind, accountId, hasInterest: input.hasInterest }),
  ]);
  return { members };
}

function saveMembers(tx: DeliberationTx, vote: OwnersVoteRow, members: GroupMember[], facts: ReturnType<typeof fact>[]): void {
  const memberAccountIds = members.filter(({ state }) => state !== 'RECUSED').map(({ accountId }) => accountId);
  tx.save(ownersVotes, { ...vote, members, memberAccountIds }, facts);
}
