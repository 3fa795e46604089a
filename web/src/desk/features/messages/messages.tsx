import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import type { Output } from '@wufang/api-client';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useCommand } from '../../lib/command.js';
import { fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';

type Message = Output<'notify.message.list'>['messages'][number];

const LIMIT = 200;

/** What was told to oneself, one's unit or one's seat, the newest first; what it is about is a step away. */
export default function Messages() {
  const say = useWords();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const which = asked['which'] === 'all' ? 'all' : 'unread';
  const messages = useQuery({
    queryKey: ['messages', which],
    queryFn: ({ signal }) => call('notify.message.list', { limit: LIMIT, ...(which === 'unread' && { unread: 'true' }) }, { signal }),
    refetchInterval: 30_000,
  });
  const read = useCommand('notify.message.read', [['messages']]);
  const unread = messages.data?.messages.filter(({ readAt }) => readAt === null) ?? [];
  return (
    <section aria-labelledby="messages-title" className="narrow">
      <PageHead id="messages-title" title={say('消息', 'Messages')}>
        <Segmented
          value={which}
          onChange={(value: string) => void navigate({ to: '/messages', search: { which: value } as never, replace: true })}
          options={[
            { value: 'unread', label: say('未读', 'Unread') },
            { value: 'all', label: say('全部', 'All') },
          ]}
        />
        <ReadAll messages={unread} />
      </PageHead>
      {read.isError && <Trouble error={read.error} />}
      <Answered
        query={messages}
        isEmpty={(found) => found.messages.length === 0}
        empty={
          which === 'unread'
            ? say('没有未读的消息；新消息会自己出现在这里', 'Nothing unread; what comes appears here by itself')
            : say('还没有消息', 'No messages yet')
        }
      >
        {(found) => (
          <>
            <ul className="plain">
              {found.messages.map((message) => (
                <Told key={message.id} message={message} read={() => read.mutate({ id: message.id })} />
              ))}
            </ul>
            {found.messages.length === LIMIT && <p className="quiet">{say(`只列出最近 ${LIMIT} 条`, `The newest ${LIMIT} are shown`)}</p>}
          </>
        )}
      </Answered>
    </section>
  );
}

function Told({ message, read }: { message: Message; read: () => void }) {
  const say = useWords();
  const { id, title, body, subjectId, seat, createdAt, readAt } = message;
  const isUnread = readAt === null;
  return (
    <li className="message" aria-labelledby={`message-${id}`}>
      <div className="message-head">
        <span id={`message-${id}`} className={isUnread ? 'message-title' : ''} lang="zh-CN">
          {subjectId === null ? (
            title
          ) : (
            <Link to="/about/$id" params={{ id: subjectId }} onClick={isUnread ? read : undefined}>
              {title}
            </Link>
          )}
        </span>
        {isUnread ? (
          <Button size="small" className="no-print" aria-label={say(`标为已读：${title}`, `Mark as read: ${title}`)} onClick={read}>
            {say('标为已读', 'Mark as read')}
          </Button>
        ) : (
          <Mark>{say('已读', 'Read')}</Mark>
        )}
      </div>
      <div lang="zh-CN">{body}</div>
      <div className="quiet">
        <time dateTime={createdAt}>{fullText(createdAt)}</time>
        {seat && ` · ${labels.chainSeat[seat]}`}
      </div>
    </li>
  );
}

/** One after the other: each is a fact of its own, and told twice it is one. */
function ReadAll({ messages }: { messages: readonly Message[] }) {
  const say = useWords();
  const queries = useQueryClient();
  const all = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await call('notify.message.read', { id });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  });
  if (messages.length < 2) return null;
  return (
    <>
      <Button className="no-print" loading={all.isPending} onClick={() => all.mutate(messages.map(({ id }) => id))}>
        {say('全部标为已读', 'Mark all as read')}
      </Button>
      {all.isError && <Trouble error={all.error} />}
    </>
  );
}
