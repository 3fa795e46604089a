import { useQuery } from '@tanstack/react-query';
import { Card } from '../../components/card.js';
import { ExperienceText } from '../../components/experience.js';
import { call } from '../../lib/client.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

/** How areas and communities have handled a matter like this one (经验做法), the nearest first; nothing where nobody has written of one. */
export function Experiences({ order: { category } }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const path = category.join('/');
  const found = useQuery({
    queryKey: ['experiences', path],
    queryFn: ({ signal }) => call('dispatch.experience.list', { category: path, limit: 3 }, { signal }),
    enabled: may('dispatch.experience.list'),
    staleTime: 60_000,
    retry: false,
  }).data?.experiences;
  if (!found?.length) return null;
  return (
    <Card title={say('同类事项的经验做法', 'How others have handled this')} className="no-print">
      <ul className="alike">
        {found.map((experience) => (
          <li key={experience.id}>
            <ExperienceText experience={experience} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
