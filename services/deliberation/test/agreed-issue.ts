import type { IssueMatter } from '@wufang/contracts';
import type { ServiceUnderTest } from '@wufang/testing';
import { moveIssue } from '../src/app/move-issue.js';
import { issues } from '../src/db/issues.store.js';
import { propose, screen, within } from './street.js';

/** An issue that the five parties have agreed on, by its own steps and without the talks. */
export async function agreedIssue(sut: ServiceUnderTest, tableId: string, matters: IssueMatter[]): Promise<string> {
  const { id } = await propose(sut, tableId);
  await screen(sut, id, matters);
  await within(sut, 'qingyun', async (tx, rules) => {
    let issue = (await tx.lock(issues, id))!;
    for (const step of ['convene', 'openRound', 'agree'] as const) issue = await moveIssue(tx, issue, step, rules);
  });
  return id;
}
