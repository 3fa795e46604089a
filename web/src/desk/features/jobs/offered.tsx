import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../lib/client.js';
import { dueText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

/** Orders that are to be handed to one's own unit and wait for its answer (移交给本单位); nothing where there is none. */
export function Offered({ unitIds }: { unitIds: readonly string[] }) {
  const say = useWords();
  const unitName = useUnitName();
  const may = useMay()('dispatch.work-order.accept-transfer');
  const asked = useQuery({
    queryKey: ['jobs', 'offered'],
    queryFn: ({ signal }) => call('dispatch.work-order.list', { request: 'TRANSFER', limit: 100 }, { signal }),
    enabled: may,
    refetchInterval: 30_000,
  });
  const ours =
    asked.data?.workOrders.filter(({ askedTransfer }) => askedTransfer !== null && unitIds.includes(askedTransfer.toUnitId)) ?? [];
  if (ours.length === 0) return null;
  return (
    <section aria-labelledby="offered">
      <h2 id="offered" className="hindered">
        {say('移交给本单位，待接收', 'Offered to your unit')}
      </h2>
      <ul className="jobs">
        {ours.map(({ id, title, leadUnitId, askedTransfer }) => (
          <li key={id} className="job">
            <Link to="/jobs/$id" params={{ id }} className="job-link">
              <span className="job-title">{title}</span>
              <span className="job-clock">
                {say('答复时限', 'Answer by')} {dueText(askedTransfer!.dueAt)}
              </span>
            </Link>
            {say('现由', 'Led by')} {unitName(leadUnitId)}
          </li>
        ))}
      </ul>
    </section>
  );
}
