import { useParams } from '@tanstack/react-router';
import { Button, Descriptions, Typography } from 'antd';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { clockText, dateText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWholeOnPaper } from '../../lib/printing.js';
import { useTables } from '../../lib/tables.js';
import { useWords } from '../../lib/words.js';
import { LIVE_MS, STEADY_MS, useIssue, type Issue } from './api.js';
import { BodiesPart } from './bodies.js';
import { EmergencyPart } from './emergency.js';
import { PaymentsPart } from './payments.js';
import { PlanPart } from './plan.js';
import { PromisesPart } from './promises.js';
import { PublicityPart } from './publicity.js';
import { RoundPart } from './round.js';
import { Screening } from './screening.js';
import { SigningPart } from './signing.js';
import { VotePart } from './vote.js';
import { WorksPart } from './works.js';

/** The room of one issue: the table with its five seats, the round that is held, the plan and who pays, the owners' vote, publicity, signing, and what follows. */
export default function IssuePage() {
  const say = useWords();
  const { id } = useParams({ strict: false });
  const issue = useIssue(id!);
  return (
    <Answered query={issue} heading={say('议题', 'Issue')}>
      {(found) => <Room issue={found} />}
    </Answered>
  );
}

function Room({ issue }: { issue: Issue }) {
  const say = useWords();
  useWholeOnPaper();
  return (
    <article aria-labelledby="issue-title" className="room">
      <h1 id="issue-title" className="page-title">
        {issue.title} <Mark>{labels.issueState[issue.state]}</Mark>{' '}
        <Button className="no-print" size="small" onClick={() => window.print()}>
          {say('打印本页', 'Print this page')}
        </Button>
      </h1>
      <Waiting issue={issue} />
      <Facts issue={issue} />
      <Screening issue={issue} />
      <RoundPart issue={issue} />
      <PlanPart issue={issue} />
      <VotePart issue={issue} />
      <EmergencyPart issue={issue} />
      <BodiesPart issue={issue} />
      <PublicityPart issue={issue} />
      <SigningPart issue={issue} />
      <PromisesPart issue={issue} />
      <PaymentsPart issue={issue} />
      <WorksPart issue={issue} />
      <p className="foot no-print">
        {say(
          `会商每 ${LIVE_MS / 1000} 秒、其他每 ${STEADY_MS / 1000} 秒自动更新，不用刷新。`,
          `The round is asked anew every ${LIVE_MS / 1000} seconds, everything else every ${STEADY_MS / 1000}; there is no need to reload.`,
        )}
      </p>
    </article>
  );
}

type Awaited = keyof typeof labels.awaitedThing;
/** Where on the page what is awaited is done. */
const placeOf: Record<Awaited, string> = {
  ...{ APPOINT: 'round', SCREEN: 'screening', CONVENE: 'round', CHECK_IN: 'round', POSITION: 'round', MINUTES: 'round', DECIDE: 'round' },
  ...{ PLAN: 'plan', VOTE: 'vote', POST: 'publicity', ANSWER: 'publicity', DRAW: 'signing', SIGN: 'signing' },
};

/** What this issue waits for from one's own side, with the way to it. */
function Waiting({ issue }: { issue: Issue }) {
  const say = useWords();
  const now = useNow(30_000);
  const tables = useTables(STEADY_MS);
  const waiting = (tables.data?.tables ?? []).flatMap(({ awaiting }) => awaiting.filter(({ issueId }) => issueId === issue.id));
  if (waiting.length === 0) return null;
  // Nobody is late with a round that is just being held.
  const hasBegun = (what: Awaited, at: string) => (what === 'CHECK_IN' || what === 'POSITION') && Date.parse(at) <= now;
  return (
    <nav aria-label={say('等本方办', 'Waiting for you')} className="waiting-for">
      {say('等本方办：', 'Waiting for you: ')}
      {waiting.map(({ seat, what, at }) => (
        <a key={`${seat} ${what}`} href={`#${placeOf[what]}`}>
          {labels.seatKind[seat]}
          {labels.awaitedThing[what]}
          {at &&
            (hasBegun(what, at)
              ? say(`（${clockText(at)} 开始）`, ` (since ${clockText(at)})`)
              : `（${clockText(at)}，${untilText(at, now)}）`)}
        </a>
      ))}
    </nav>
  );
}

function Facts({ issue }: { issue: Issue }) {
  const say = useWords();
  const estateName = useEstateName();
  return (
    <Part id="issue" title={say('议题', 'Issue')}>
      <Typography.Paragraph style={{ whiteSpace: 'pre-line' }}>{issue.problem}</Typography.Paragraph>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'estate', label: say('小区', 'Estate'), children: estateName(issue.estateId) },
          { key: 'origin', label: say('来源', 'From'), children: labels.issueOrigin[issue.origin] },
          { key: 'at', label: say('提出', 'Proposed'), children: dateText(issue.proposedAt) },
          {
            key: 'lead',
            label: say('拟方案、牵头', 'Works it out, leads'),
            children: issue.leadSeat ? labels.seatKind[issue.leadSeat] : '—',
          },
          {
            key: 'class',
            label: say('怎样决定', 'How it is decided'),
            children:
              issue.matters.length === 0 ? (
                say('审议题后确定', 'after screening')
              ) : (
                <div>
                  {issue.matters.map(({ matter, class: decisionClass, article }) => (
                    <div key={matter}>
                      {labels.issueMatter[matter]}：{labels.decisionClass[decisionClass]}（{article}）
                    </div>
                  ))}
                </div>
              ),
          },
        ]}
      />
    </Part>
  );
}
