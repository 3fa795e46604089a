import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { SoundWhistle } from '../../components/sound-whistle.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

/** Whistles for an order (吹哨), the newest first, and a further one while it is open. */
export function Whistles({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const unitName = useUnitName();
  const mayLook = may('dispatch.whistle.list');
  const found = useQuery({
    queryKey: ['whistles', order.id],
    queryFn: ({ signal }) => call('dispatch.whistle.list', { orderId: order.id, limit: 50 }, { signal }),
    enabled: mayLook,
    refetchInterval: 15_000,
    retry: false,
  });
  const whistles = found.data?.whistles ?? [];
  const maySound = order.closedAt === null && (may('dispatch.whistle.sound') || may('dispatch.whistle.ask'));
  if (!mayLook || (whistles.length === 0 && !maySound)) return null;
  return (
    <Part id="whistles" title={say('吹哨报到', 'Whistles')}>
      {whistles.length === 0 && <p className="quiet">{say('没有为这一件吹过哨。', 'No whistle for this one so far.')}</p>}
      <ul className="decisions">
        {whistles.map(({ id, state, reason, summonedUnitIds, soundedAt, askedAt }) => (
          <li key={id}>
            <Mark tone={state === 'SETTLED' ? 'good' : 'plain'}>{labels.whistleState[state]}</Mark>
            <Link to="/whistles/$id" params={{ id }}>
              {reason}
            </Link>
            <div className="quiet">
              {clockText(soundedAt ?? askedAt)} · {summonedUnitIds.map(unitName).join(say('、', ', '))}
            </div>
          </li>
        ))}
      </ul>
      {maySound && (
        <div className="acts">
          <SoundWhistle
            orderId={order.id}
            point={order.place.point}
            onDone={({ id }) => void navigate({ to: '/whistles/$id', params: { id } })}
          />
        </div>
      )}
    </Part>
  );
}
