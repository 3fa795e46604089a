import { worksEvents, type Ctx, type WorksView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { sharesRows } from '../db/plans.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { worksView } from '../db/works.view.js';
import { refusePrivate } from '../domain/public-text.js';
import { lockWorksFor } from './carry-out-works.js';
import { aboutWorks, saved } from './make-works.js';
import { votersInParts } from './tell-voters.js';

/**
 * The settlement hangs with its receipts (结算张贴): where, by who led the works or by the community. Owners whose homes share hear of it, each once; what their own
 * home pays more or gets back they see by their statement.
 */
export async function postSettlement(tx: DeliberationTx, input: { id: string; where: string }, ctx: Ctx): Promise<WorksView> {
  const { row, issue } = await lockWorksFor(tx, input.id, ctx, 'LEAD_OR_CHAIR');
  if (row.settlement === null) throw new DomainError('works.not-settled', {});
  if (row.settlementPosting !== null) throw new DomainError('works.posted-already', { where: row.settlementPosting.where });
  refusePrivate(input.where);
  tx.stop(row.id, ['SETTLEMENT_POST']);
  const { where } = input;
  const postedAt = tx.now.toISOString();
  const homes = issue.planId === null ? [] : await sharesRows(tx.sql, tx.streetId, issue.planId);
  const owners = [...new Set(homes.map(({ ownerId }) => ownerId))];
  const { issueId, estateId, title } = row;
  const parts = await votersInParts(tx, owners, issue);
  return worksView(
    saved(
      tx,
      { ...row, settlementPosting: { where, postedAt } },
      fact(worksEvents.settlementPosted, { ...aboutWorks(row), where, postedAt }),
      ...parts.map((part) => fact(worksEvents.settlementTold, { issueId, estateId, title, where, ...part })),
    ),
  );
}
