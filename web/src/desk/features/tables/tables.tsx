import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, List, Space, Typography } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, dateText, untilText } from '../../lib/format.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { useRoles, useUnitIds } from '../../lib/me.js';

/** The tables one sits at (五方议事桌): what waits for one's unit first, then what it has promised, then every issue. A unit with many estates sees them all here. */
export default function Tables() {
  const say = useWords();
  const estateName = useEstateName();
  const tables = useQuery({
    queryKey: ['tables'],
    queryFn: ({ signal }) => call('deliberation.table.list', {}, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="tables-title">
      <Typography.Title level={1} id="tables-title" style={{ fontSize: 20 }}>
        {say('五方议事', 'Five-party tables')}
      </Typography.Title>
      <Answered
        query={tables}
        isEmpty={(found) => found.tables.length === 0}
        empty={say('本单位还没有席位；议事桌由街道或社区设立', 'Your unit has no seat yet; the street or the community opens a table')}
      >
        {(found) => (
          <Space direction="vertical" size="middle" style={{ width: '100%' }}>
            <Awaiting tables={found.tables} />
            <Promises />
            <Issues />
            <Card size="small" title={say('议事桌', 'Tables')}>
              <List
                size="small"
                dataSource={found.tables}
                renderItem={(table) => (
                  <List.Item>
                    <div>
                      <b>{estateName(table.estateId)}</b> {say(`在议 ${table.openIssues} 件`, `${table.openIssues} open`)}
                      <div>
                        {table.seats.map(({ kind, state }) => (
                          <Mark key={kind}>
                            {labels.seatKind[kind]}：{labels.seatState[state]}
                          </Mark>
                        ))}
                      </div>
                    </div>
                  </List.Item>
                )}
              />
            </Card>
          </Space>
        )}
      </Answered>
    </section>
  );
}

type TableList = Awaited<ReturnType<typeof call<'deliberation.table.list'>>>['tables'];

/** What waits for one's own unit, over all its tables, the next due first. */
function Awaiting({ tables }: { tables: TableList }) {
  const say = useWords();
  const now = useNow(30_000);
  const estateName = useEstateName();
  const waiting = tables
    .flatMap(({ estateId, awaiting }) => awaiting.map((one) => ({ ...one, estateId })))
    .sort((a, b) => (a.at ?? '9').localeCompare(b.at ?? '9'));
  return (
    <Card size="small" title={say('等本单位办', 'Waiting for you')}>
      <List
        size="small"
        locale={{ emptyText: say('现在没有', 'Nothing now') }}
        dataSource={waiting}
        renderItem={({ seat, what, issueId, title, at, estateId }) => (
          <List.Item>
            <div>
              <Mark tone="bad">{labels.awaitedThing[what]}</Mark>
              {issueId ? (
                <Link to="/issues/$id" params={{ id: issueId }}>
                  {title}
                </Link>
              ) : (
                title
              )}
              <div style={{ color: colours.quiet }}>
                {estateName(estateId)} · {labels.seatKind[seat]}
                {at && ` · ${clockText(at)}（${untilText(at, now)}）`}
              </div>
            </div>
          </List.Item>
        )}
      />
    </Card>
  );
}

/** What one's units have promised by signed resolutions, the next due first. */
function Promises() {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const units = useUnitIds();
  const isStreet = useRoles().some((role) => ['section_chief', 'street_leader', 'inspector'].includes(role));
  const promises = useQuery({
    queryKey: ['commitments'],
    queryFn: ({ signal }) => call('deliberation.commitment.list', { state: 'OPEN', limit: 200 }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <Card size="small" title={isStreet ? say('各方承诺', 'Promises') : say('本单位承诺', 'Your promises')}>
      <Answered query={promises}>
        {({ commitments }) => (
          <List
            size="small"
            locale={{ emptyText: say('没有未完成的承诺', 'Nothing promised is open') }}
            dataSource={isStreet ? commitments : commitments.filter(({ unitId }) => units.includes(unitId))}
            renderItem={({ issueId, text, unitId, dueAt, isLate, evidence }) => (
              <List.Item>
                <div>
                  <Link to="/issues/$id" params={{ id: issueId }}>
                    {text}
                  </Link>
                  <div style={{ color: isLate ? colours.overdue : colours.quiet }}>
                    {unitName(unitId)} · {dateText(dueAt)}（{untilText(dueAt, now)}）· {say('须提交', 'to show')}：{evidence}
                  </div>
                </div>
              </List.Item>
            )}
          />
        )}
      </Answered>
    </Card>
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
    <Card size="small" title={say('议题', 'Issues')}>
      <Answered query={issues} isEmpty={(found) => found.issues.length === 0} empty={say('还没有议题', 'No issue yet')}>
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
    </Card>
  );
}
