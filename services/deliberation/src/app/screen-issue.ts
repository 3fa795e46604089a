import { issueEvents, type Ctx, type IssueMatter, type IssueView, type RefusalGround, type ScreeningOpinion } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { classesOf, classMatters } from '../domain/issue-rule-pack.js';
import { nextOfIssue } from '../domain/issue-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { checkOpinion, screeningOf, withOpinion } from '../domain/screening.js';
import { seatActingFor } from '../domain/seats.js';
import { seatsOfIssue } from './issue-seats.js';
import { moveIssue } from './move-issue.js';

export interface OpinionInput {
  id: string;
  decision: 'TAKE' | 'REFUSE';
  matters: IssueMatter[];
  ground?: RefusalGround | undefined;
  reason: string;
}

/** Community or street says what it thinks of a proposed issue (审议题). Once both say the same it is taken up, with its classes by matter, or refused. */
export async function screenIssue(tx: DeliberationTx, input: OpinionInput, ctx: Ctx, rules: RuleBook): Promise<IssueView> {
  const issue = await lockIssueWithinReach(tx, input.id, ctx);
  const seats = (await seatsOfIssue(tx, issue)).filter(isScreening);
  const { kind: seat } = seatActingFor({ seats }, ctx.actor, tx.now);
  nextOfIssue(issue, input.decision === 'TAKE' ? 'screen' : 'refuse');
  refusePrivate(input.reason);
  const { decision, reason } = input;
  const opinion: ScreeningOpinion = {
    ...{ seat: seat as ScreeningOpinion['seat'], decision, reason, matters: decision === 'TAKE' ? input.matters : [] },
    ...{ ground: input.ground ?? null, at: tx.now.toISOString(), accountId: ctx.actor.accountId },
  };
  checkOpinion(opinion);
  const screening = withOpinion(issue.screening, opinion);
  const result = screeningOf(screening);
  const { tableId, estateId } = issue;
  const given = fact(issueEvents.opinionGiven, { tableId, estateId, opinion });
  if (result.outcome === 'OPEN') return issueView(tx.save(issues, { ...issue, screening }, [given]));
  if (result.outcome === 'REFUSED') {
    const { ground, reason: why } = result.by;
    const facts = [given, fact(issueEvents.issueRefused, { tableId, estateId, ground: ground!, reason: why })];
    return issueView(await moveIssue(tx, issue, 'refuse', rules, { change: { screening }, facts }));
  }
  const matters = classMatters(result.matters, beijingDate(tx.now));
  const decisionClasses = classesOf(matters);
  const set = fact(issueEvents.classesSet, { tableId, estateId, matters, decisionClasses });
  return issueView(await moveIssue(tx, issue, 'screen', rules, { change: { screening, matters, decisionClasses }, facts: [given, set] }));
}

const isScreening = ({ kind }: { kind: string }) => kind === 'COMMUNITY' || kind === 'STREET';
