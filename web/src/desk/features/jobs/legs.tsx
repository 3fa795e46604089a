import { useQuery } from '@tanstack/react-query';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useUnitIds } from '../../lib/me.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { Helping } from './helping.js';

/** What one's own unit owes other leads (协办), the next due first. */
export default function Legs() {
  const say = useWords();
  const now = useNow();
  const units = useUnitIds();
  const legs = useQuery({
    queryKey: ['legs', units.join()],
    queryFn: async ({ signal }) => {
      const asked = units.map((unitId) => call('dispatch.leg.list', { open: 'true', unitId, limit: 200 }, { signal }));
      const found = (await Promise.all(asked)).flatMap((answer) => answer.legs);
      return found.sort((a, b) => a.dueAt.localeCompare(b.dueAt));
    },
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="legs-title" className="narrow">
      <PageHead id="legs-title" title={say('协办事项', 'Helping others')} />
      <Answered
        query={legs}
        isEmpty={(found) => found.length === 0}
        empty={say('现在没有要协办的。主办单位请本单位协办时，会出现在这里。', 'Nothing now. What a lead asks of your unit appears here.')}
      >
        {(found) => (
          <ul className="jobs" style={{ marginTop: 12 }}>
            {found.map((leg) => (
              <Helping key={leg.id} leg={leg} now={now} />
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
