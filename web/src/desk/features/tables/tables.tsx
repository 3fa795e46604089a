import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Awaiting } from '../../components/awaiting.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { tableKeys } from '../../lib/command.js';
import { dateText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useTables } from '../../lib/tables.js';
import { useWords } from '../../lib/words.js';
import { useUnitIds } from '../../lib/me.js';
import type { Table } from './api.js';
import { Funds } from './funds.js';
import { Propose } from './propose.js';
import { EndMandates, TakeSeat } from './take-seat.js';
import { AnnounceVote } from '../../components/announce-vote.js';

/** The tables one sits at (五方议事桌): what waits for one's unit first, then every issue and every table. A unit with many estates sees them all here. */
export default function Tables() {
  const say = useWords();
  const tables = useTables();
  return (
    <section aria-labelledby="tables-title" className="room">
      <h1 id="tables-title" className="page-title">
        {say('五方议事', 'Five-party tables')}
      </h1>
      <Answered
        query={tables}
        isEmpty={(found) => found.tables.length === 0}
        empty={say('本单位还没有席位；议事桌由街道或社区设立', 'Your unit has no seat yet; the street or the community opens a table')}
      >
        {(found) => (
          <>
            <Awaiting
              id="waiting"
              title={say('等本单位办', 'Waiting for you')}
              extra={
                <>
                  <Link to="/votes">{say('业主表决', 'Owners’ votes')}</Link>　<Link to="/duties">{say('应办事项', 'What is owed')}</Link>
                </>
              }
              tables={found.tables}
              seats="#seats"
            />
            <Issues />
            <Seats tables={found.tables} />
            <Funds tables={found.tables} />
          </>
        )}
      </Answered>
    </section>
  );
}

/** Every table with its seats: who holds each and who speaks for it; one's own unit appoints, and any party proposes an issue. */
function Seats({ tables }: { tables: readonly Table[] }) {
  const say = useWords();
  const estateName = useEstateName();
  const unitName = useUnitName();
  const units = useUnitIds();
  return (
    <Part id="seats" title={say('议事桌', 'Tables')}>
      <ul className="plain">
        {tables.map((table) => {
          const own = table.seats.filter(({ unitId }) => unitId !== null && units.includes(unitId));
          return (
            <li key={table.id}>
              <b>{estateName(table.estateId)}</b> {say(`在议 ${table.openIssues} 件`, `${table.openIssues} open`)}
              <div>
                {table.seats.map(({ kind, state, unitId, representative }) => (
                  <Mark key={kind} tone={state === 'VACANT' || representative === null ? 'bad' : 'plain'}>
                    {labels.seatKind[kind]}：
                    {unitId === null
                      ? labels.seatState[state]
                      : `${unitName(unitId)}${representative === null ? say('，未委派代表', ', nobody appointed') : ''}`}
                  </Mark>
                ))}
              </div>
              <div className="acts">
                {own.map((seat) => (
                  <TakeSeat key={seat.kind} table={table} seat={seat} />
                ))}
                {own.length > 0 && <Propose table={table} />}
                {own.some(({ kind }) => kind === 'OWNERS_BODY') && <AnnounceVote estateId={table.estateId} decides refreshes={tableKeys} />}
                {own.map((seat) => (
                  <EndMandates key={seat.kind} table={table} seat={seat} />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

/** Every issue one's unit takes part in, the newest first. */
function Issues() {
  const say = useWords();
  const estateName = useEstateName();
  const issues = useQuery({
    queryKey: ['issues'],
    queryFn: ({ signal }) => call('deliberation.issue.list', { limit: 100 }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <Part id="issues" title={say('议题', 'Issues')}>
      <Answered
        query={issues}
        isEmpty={(found) => found.issues.length === 0}
        empty={say('还没有议题；可在下面的议事桌上提出', 'No issue yet; propose one at a table below')}
      >
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found.issues}
            columns={[
              {
                title: say('议题', 'Issue'),
                render: (_, { id, title }) => (
                  <Link to="/issues/$id" params={{ id }}>
                    {title}
                  </Link>
                ),
              },
              { title: say('小区', 'Estate'), render: (_, { estateId }) => estateName(estateId) },
              { title: say('状态', 'State'), render: (_, { state }) => <Mark>{labels.issueState[state]}</Mark> },
              { title: say('来源', 'From'), render: (_, { origin }) => labels.issueOrigin[origin] },
              { title: say('提出', 'Proposed'), render: (_, { proposedAt }) => dateText(proposedAt) },
            ]}
          />
        )}
      </Answered>
    </Part>
  );
}
