import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card, Descriptions, Space, Typography } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { Mark } from '../../components/mark.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText } from '../../lib/format.js';
import { useEstateName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { useIssue, type Issue } from './api.js';
import { PlanCard } from './plan.js';
import { PublicityCard } from './publicity.js';
import { RoundCard, Seats } from './round.js';
import { SigningCard } from './signing.js';
import { VoteCard } from './vote.js';

/** The room of one issue: the table with its five seats, the round that is held, the plan and who pays, the owners' vote, publicity, signing, promises. */
export default function IssuePage() {
  const { id } = useParams({ strict: false });
  const issue = useIssue(id!);
  return <Answered query={issue}>{(found) => <Room issue={found} />}</Answered>;
}

function Room({ issue }: { issue: Issue }) {
  const say = useWords();
  return (
    <article aria-labelledby="issue-title">
      <Typography.Title level={1} id="issue-title" style={{ fontSize: 20 }}>
        {issue.title} <Mark>{labels.issueState[issue.state]}</Mark>
      </Typography.Title>
      <Space direction="vertical" size="middle" style={{ width: '100%' }}>
        <Facts issue={issue} />
        {issue.roundId === null ? (
          <Card size="small" title={say('席位', 'Seats')}>
            <Seats issue={issue} round={null} />
          </Card>
        ) : (
          <RoundCard issue={issue} roundId={issue.roundId} />
        )}
        {issue.planId !== null && <PlanCard planId={issue.planId} />}
        {issue.voteIds.map((voteId) => (
          <VoteCard key={voteId} voteId={voteId} />
        ))}
        <PublicityCard issueId={issue.id} />
        {issue.resolutionId !== null && <SigningCard issue={issue} resolutionId={issue.resolutionId} />}
        <Promises issueId={issue.id} />
      </Space>
    </article>
  );
}

function Facts({ issue }: { issue: Issue }) {
  const say = useWords();
  const estateName = useEstateName();
  return (
    <Card size="small" title={say('议题', 'Issue')}>
      <Typography.Paragraph style={{ whiteSpace: 'pre-line' }}>{issue.problem}</Typography.Paragraph>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'estate', label: say('小区', 'Estate'), children: estateName(issue.estateId) },
          { key: 'origin', label: say('来源', 'From'), children: labels.issueOrigin[issue.origin] },
          { key: 'at', label: say('提出', 'Proposed'), children: dateText(issue.proposedAt) },
          { key: 'round', label: say('轮次', 'Round'), children: issue.roundNo },
          {
            key: 'class',
            label: say('怎样决定', 'How it is decided'),
            children:
              issue.matters.length === 0
                ? say('审议题后确定', 'after screening')
                : issue.matters.map(({ matter, class: decisionClass, article }) => (
                    <div key={matter}>
                      {labels.issueMatter[matter]}：{labels.decisionClass[decisionClass]}（{article}）
                    </div>
                  )),
          },
        ]}
      />
    </Card>
  );
}

function Promises({ issueId }: { issueId: string }) {
  const say = useWords();
  const promises = useQuery({
    queryKey: ['commitments', issueId],
    queryFn: ({ signal }) => call('deliberation.commitment.list', { issueId, limit: 200 }, { signal }),
  });
  if (promises.data?.commitments.length === 0) return null;
  return (
    <Card size="small" title={say('承诺事项', 'Promises')}>
      <Answered query={promises}>
        {({ commitments }) =>
          commitments.map(({ id, seat, text, dueAt, state, isLate }) => (
            <div key={id}>
              {labels.seatKind[seat]}：{text} · {dateText(dueAt)}{' '}
              <Mark tone={isLate ? 'bad' : 'plain'}>{labels.commitmentState[state]}</Mark>
            </div>
          ))
        }
      </Answered>
    </Card>
  );
}
