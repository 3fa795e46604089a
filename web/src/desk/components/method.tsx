import { useQuery } from '@tanstack/react-query';
import { call } from '../lib/client.js';
import { clockText } from '../lib/format.js';
import { usePersonName } from '../lib/people.js';
import { useWords } from '../lib/words.js';
import { Card } from './card.js';
import { Command } from './command.js';

const keyOf = (id: string) => ['method', id];

function useMethod(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call('dispatch.work-order.method', { id }, { signal }),
    refetchInterval: 30_000,
    retry: false,
  });
}

/** What the street's way of working (工作法) asks for in the stage an order is in; whoever leads it ticks off. */
export function Method({ id }: { id: string }) {
  const say = useWords();
  const personName = usePersonName();
  const { data } = useMethod(id);
  const shown = data?.items.filter(({ isPresent, tickedAt }) => isPresent || tickedAt !== null) ?? [];
  if (!data?.title || shown.length === 0) return null;
  return (
    <Card title={say(`工作法：${data.title}`, `Way of working: ${data.title}`)} style={{ marginBottom: 12 }}>
      <ul className="plain">
        {shown.map(({ stage, text, isPresent, tickedAt, tickedBy }) => (
          <li key={`${stage} ${text}`}>
            {text}{' '}
            {tickedAt !== null ? (
              <span className="quiet">
                {say(`已做 ${clockText(tickedAt)} ${personName(tickedBy)}`, `done ${clockText(tickedAt)} ${personName(tickedBy)}`)}
              </span>
            ) : (
              isPresent && (
                <Command
                  operation="dispatch.work-order.tick-method"
                  size="small"
                  title={say('已做', 'Done')}
                  about={text}
                  refreshes={[keyOf(id)]}
                  input={() => ({ id, text })}
                />
              )
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What is still open of it, said where an order is completed; it stops nobody. */
export function OpenItems({ id }: { id: string }) {
  const say = useWords();
  const open = useMethod(id).data?.open ?? [];
  if (open.length === 0) return null;
  return (
    <p className="quiet">
      {say(
        `工作法清单还有没做的：${open.join('；')}。不做也可以办结。`,
        `Still open on the checklist: ${open.join('; ')}. Completing is possible all the same.`,
      )}
    </p>
  );
}
