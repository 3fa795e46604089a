import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Timeline } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { SupervisorPhotos } from '../../components/opened-file.js';
import { PhotoField } from '../../components/photo-field.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, fullDueText, fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';

/** One order as a citizen supervisor sees it: its course, what the complainant was told, and what supervisors have said of it. */
export default function WatchedOrder() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const order = useQuery({
    queryKey: ['watched', id],
    queryFn: ({ signal }) => call('dispatch.watched-order.get', { id }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <article className="narrow" aria-label={say('监督的工单', 'Watched order')}>
      <p style={{ margin: '0 0 8px' }}>
        <Link to="/watched">{say('← 本社区工单', '← Orders of my community')}</Link>
      </p>
      <Answered query={order} heading={say('监督的工单', 'Watched order')}>
        {({ no, category, level, state, receivedAt, dueAt, isOverdue, invitation, told, comments }) => (
          <>
            <h1 className="page-title page-title-alone">{category.join(' / ')}</h1>
            <Card style={{ marginBottom: 12 }}>
              <Descriptions
                size="small"
                column={1}
                items={[
                  { key: 'no', label: say('编号', 'Number'), children: no },
                  { key: 'state', label: say('状态', 'State'), children: labels.workOrderState[state] },
                  { key: 'level', label: say('级别', 'Level'), children: labels.level[level] },
                  { key: 'received', label: say('受理', 'Received'), children: fullText(receivedAt) },
                  {
                    key: 'due',
                    label: say('办理时限', 'Due'),
                    children: `${fullDueText(dueAt)}${isOverdue ? say('（已超时）', ' (overdue)') : ''}`,
                  },
                  ...(invitation
                    ? [
                        {
                          key: 'invitation',
                          label: say('请您看', 'You are asked to look at'),
                          children: `${invitation.about}（${fullText(invitation.at)}）`,
                        },
                      ]
                    : []),
                ]}
              />
            </Card>
            <Card title={say('告知诉求人的话', 'What the complainant was told')} style={{ marginBottom: 12 }}>
              {told.length === 0 ? (
                say('还没有', 'Nothing yet')
              ) : (
                <Timeline items={told.map(({ at, publicText }) => ({ children: `${clockText(at)} ${publicText}` }))} />
              )}
            </Card>
            <Card title={say('监督意见', 'Comments of supervisors')}>
              {comments.length === 0 ? (
                <p style={{ marginTop: 0 }}>{say('还没有人写意见', 'None yet')}</p>
              ) : (
                <ul className="plain">
                  {comments.map((comment) => (
                    <li key={comment.id}>
                      {clockText(comment.at)} {comment.text} <SupervisorPhotos orderId={id} ids={comment.photoIds} />
                    </li>
                  ))}
                </ul>
              )}
              <div className="acts">
                <Command
                  operation="dispatch.watched-order.comment"
                  title={say('写监督意见', 'Comment')}
                  isPrimary
                  refreshes={[['watched', id]]}
                  note={say(
                    '意见交街道和承办单位看，不改变状态和时限。请不要写个人信息。',
                    'For the street and the unit; it changes no state and no clock. No personal data, please.',
                  )}
                  input={({ text, photoIds = [] }: { text: string; photoIds?: string[] }) => ({ id, text, photoIds })}
                >
                  <Words name="text" label={say('看到的情况与意见', 'What you have seen, and think')} min={2} max={500} rows={3} />
                  <PhotoField name="photoIds" label={say('照片（可不选）', 'Photos (optional)')} isOptional keeper={{ watchedId: id }} />
                </Command>
              </div>
            </Card>
          </>
        )}
      </Answered>
    </article>
  );
}
