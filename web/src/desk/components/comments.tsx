import { useQuery } from '@tanstack/react-query';
import { call } from '../lib/client.js';
import { clockText } from '../lib/format.js';
import { useMay } from '../lib/may.js';
import { useWords } from '../lib/words.js';
import { Card } from './card.js';
import { SupervisorPhotos } from './opened-file.js';

/** What citizen supervisors (特约监督员) have seen of an order, for the street and for who handles it; nothing where nobody has written. */
export function Comments({ orderId }: { orderId: string }) {
  const say = useWords();
  const comments = useQuery({
    queryKey: ['comments', orderId],
    queryFn: ({ signal }) => call('dispatch.watched-order.comments', { id: orderId }, { signal }),
    enabled: useMay()('dispatch.watched-order.comments'),
    retry: false,
  });
  if (!comments.data || comments.data.comments.length === 0) return null;
  return (
    <Card title={say('特约监督员的意见', 'Comments of citizen supervisors')} style={{ marginBottom: 12 }}>
      <ul className="plain">
        {comments.data.comments.map(({ id, at, text, photoIds }) => (
          <li key={id}>
            {clockText(at)} {text} <SupervisorPhotos orderId={orderId} ids={photoIds} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
