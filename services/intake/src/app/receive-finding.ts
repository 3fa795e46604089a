import type { campaignEvents, PayloadOf } from '@wufang/contracts';
import type { RuleBook, Vault } from '@wufang/service';
import type { IntakeTx } from '../db/schema.js';
import { leafOf, presentName, treeAt } from '../domain/categories.js';
import { receiveDemand } from './receive-demand.js';
import type { SuggestParts } from './suggest-for.js';

/**
 * What a campaign (专项行动) found and hands over is a demand found by a patrol, under the number that dispatch chose: told twice it is one. A category that the
 * street's tree does not know, or none, is for the desk to judge, as for any demand.
 */
export async function receiveFinding(
  tx: IntakeTx,
  finding: PayloadOf<typeof campaignEvents.findingDemanded>,
  parts: { vault: Vault; rules: RuleBook } & SuggestParts,
): Promise<void> {
  const { demandId: id, title, publicText: content, place } = finding;
  const tree = treeAt(parts.trees, tx.now);
  const present = finding.category && presentName(finding.category, tree);
  const category = present && (tree.version === 0 || leafOf(present, tree)) ? present : undefined;
  await receiveDemand(tx, { id, channel: 'PATROL', demandType: 'HELP', ...(category && { category }), title, content, place }, parts);
}
