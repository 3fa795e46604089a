import { householdsNeeded } from '@wufang/contracts/figures';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, lastDayText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useEstateName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

/** What households petition for (联名): how many there are, never who; the tenth brings it to the table by itself. */
export function Petitions() {
  const say = useWords();
  const mayLook = useMay()('deliberation.petition.list');
  const estateName = useEstateName();
  const found = useQuery({
    queryKey: ['petitions'],
    queryFn: ({ signal }) => call('deliberation.petition.list', { limit: 100 }, { signal }),
    refetchInterval: 60_000,
    enabled: mayLook,
  });
  if (!mayLook) return null;
  return (
    <Part id="petitions" title={say('住户联名', 'Petitions of households')}>
      <Answered
        query={found}
        isEmpty={({ petitions }) => petitions.length === 0}
        empty={say(
          `还没有联名。住户在“掌上四合院”里发起，满 ${householdsNeeded.value} 户即成为五方议题。`,
          `None yet. Households start them on their page; ${householdsNeeded.value} bring one to the table.`,
        )}
      >
        {({ petitions }) => (
          <ul className="plain">
            {petitions.map(({ id, estateId, title, state, households, needed, startedAt, expiresAt, issueId }) => (
              <li key={id}>
                <b>{title}</b> <Mark tone={state === 'BROUGHT' ? 'good' : 'plain'}>{labels.petitionState[state]}</Mark>
                <br />
                {estateName(estateId)} · {clockText(startedAt)} · {say(`${households}/${needed} 户`, `${households}/${needed} households`)}
                {state === 'OPEN' && expiresAt !== null && ` · ${say('截至', 'until')} ${lastDayText(expiresAt)}`}{' '}
                {issueId !== null && (
                  <Link to="/issues/$id" params={{ id: issueId }}>
                    {say('查看五方议题', 'See the issue')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  );
}
