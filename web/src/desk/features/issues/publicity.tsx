import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { Mark } from '../../components/mark.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, dateText, untilText } from '../../lib/format.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';

/** The publicities of an issue (公示) with their objections, the newest first; nothing when none was posted. */
export function PublicityCard({ issueId }: { issueId: string }) {
  const say = useWords();
  const now = useNow(30_000);
  const posted = useQuery({
    queryKey: ['publicities', issueId],
    queryFn: ({ signal }) => call('deliberation.publicity.list', { issueId }, { signal }),
    refetchInterval: 15_000,
  });
  if (!posted.isError && (posted.data?.publicities.length ?? 0) === 0) return null;
  return (
    <Card size="small" title={say('公示与异议', 'Publicity and objections')}>
      <Answered query={posted}>
        {({ publicities }) =>
          publicities.map((one) => (
            <section key={one.id} aria-label={say(`第 ${one.no} 次公示`, `Publicity ${one.no}`)}>
              <div>
                <b>{say(`第 ${one.no} 次公示`, `Publicity ${one.no}`)}</b> <Mark>{labels.publicityState[one.state]}</Mark> {one.point} ·{' '}
                {dateText(one.postedAt)} — {dateText(one.endsAt)}
                {one.state === 'POSTED' && `（${untilText(one.endsAt, now)}）`}
              </div>
              <div>{say(`异议 ${one.objections.length} 件`, `${one.objections.length} objections`)}</div>
              {one.assembly && (
                <div>{say('异议业主达到五分之一，须召开临时业主大会', 'A fifth of the owners object: an assembly is needed')}</div>
              )}
              <ul>
                {one.objections.map((objection) => (
                  <li key={objection.id}>
                    <Mark tone={objection.isOverdue ? 'bad' : 'plain'}>{labels.objectionState[objection.state]}</Mark>
                    {objection.reason} · {say('答复期限', 'answer due')} {clockText(objection.dueAt)}
                    {objection.answer && (
                      <div>
                        {say('答复', 'Answer')}：{objection.answer}
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))
        }
      </Answered>
    </Card>
  );
}
