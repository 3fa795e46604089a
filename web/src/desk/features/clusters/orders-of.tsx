import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Mark } from '../../components/mark.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';

/** How many are asked for at a time: a boiler that stands still brings hundreds. */
const AT_A_TIME = 20;

/** The orders of a suggestion, asked for when somebody wants to see them. */
export function OrdersOf({ ids }: { ids: readonly string[] }) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ paddingBlock: 4 }}>{say('看这些工单', 'See the orders')}</summary>
      {isOpen && <Orders ids={ids} />}
    </details>
  );
}

/** Each by its number and what it is about; one that this person may not see has its place in the row alone. */
function Orders({ ids }: { ids: readonly string[] }) {
  const say = useWords();
  const [most, setMost] = useState(AT_A_TIME);
  const shown = ids.slice(0, most);
  const orders = useQueries({
    queries: shown.map((id) => ({
      queryKey: ['order', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('dispatch.work-order.get', { id }, { signal }),
      staleTime: 60_000,
      retry: false,
    })),
  });
  return (
    <>
      <ul className="plain" aria-busy={orders.some(({ isPending }) => isPending)}>
        {shown.map((id, index) => {
          const order = orders[index]!.data;
          return (
            <li key={id}>
              <Link to="/about/$id" params={{ id }}>
                {order ? `${order.no} ${order.title}` : say(`第 ${index + 1} 件`, `Order ${index + 1}`)}
              </Link>
              {order && (
                <>
                  {' '}
                  <Mark>{labels.workOrderState[order.state]}</Mark> {clockText(order.receivedAt)}
                </>
              )}
            </li>
          );
        })}
      </ul>
      {ids.length > most && (
        <Button size="small" onClick={() => setMost(most + AT_A_TIME)}>
          {say(`再看 ${Math.min(AT_A_TIME, ids.length - most)} 件`, `${Math.min(AT_A_TIME, ids.length - most)} more`)}
        </Button>
      )}
    </>
  );
}
