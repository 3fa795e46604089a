import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { call } from '../lib/client.js';
import { lastDayText } from '../lib/format.js';
import { useMay } from '../lib/may.js';
import { useWords } from '../lib/words.js';
import { Part } from './part.js';
import { Rows } from './rows.js';
import { Answered } from './states.js';

type LateParty = Output<'scoring.late-parties.get'>['rows'][number];

/** Who was late with what it signed (逾期失分) in a period: promises and payments, the points lost, and the case behind each. A unit is shown its own alone. */
export function LateParties({ period }: { period: string }) {
  const say = useWords();
  const may = useMay();
  const late = useQuery({
    queryKey: ['late-parties', period],
    queryFn: ({ signal }) => call('scoring.late-parties.get', { period }, { signal }),
    enabled: may('scoring.late-parties.get'),
  });
  if (!may('scoring.late-parties.get')) return null;
  return (
    <Part id="late-parties" title={say('逾期失分', 'Points lost for lateness')}>
      <Answered
        query={late}
        isEmpty={({ rows }) => rows.length === 0}
        empty={say('这个周期没有逾期的承诺和付款', 'No promise and no payment was late in this period')}
      >
        {({ rows, pointsSource }) => (
          <>
            <Rows
              rowKey="unitId"
              dataSource={rows}
              columns={[
                { title: say('单位', 'Unit'), dataIndex: 'name', fixed: 'left' },
                { title: say('逾期承诺', 'Late promises'), dataIndex: 'commitments', align: 'right' },
                { title: say('逾期付款', 'Late payments'), dataIndex: 'instalments', align: 'right' },
                { title: say('失分', 'Points lost'), dataIndex: 'points', align: 'right' },
                { title: say('出自', 'From'), render: (_, { cases }) => <Cases cases={cases} /> },
              ]}
            />
            <p>{say(`失分依据：${pointsSource}`, `Points by: ${pointsSource}`)}</p>
          </>
        )}
      </Answered>
    </Part>
  );
}

function Cases({ cases }: { cases: LateParty['cases'] }) {
  const say = useWords();
  const may = useMay();
  return (
    <ul className="plain">
      {cases.map(({ kind, id, issueId, title, dueAt }) => (
        <li key={id}>
          {kind === 'COMMITMENT' ? say('承诺', 'Promise') : say('付款', 'Payment')} · {say('期限', 'due')} {lastDayText(dueAt)}
          {issueId !== null && (
            <>
              {' · '}
              {may('deliberation.issue.get') ? (
                <Link to="/issues/$id" params={{ id: issueId }} hash={kind === 'COMMITMENT' ? 'promises' : 'payments'}>
                  {title ?? say('议题', 'the issue')}
                </Link>
              ) : (
                title
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
