import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { clockText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { useIncidents, type IncidentState } from './api.js';
import { Rain } from './rain.js';

const states = Object.keys(labels.incidentState) as IncidentState[];

/** Incidents (突发事件) within one's reach: what is going on, whom it touches, when the next status is owed. */
export default function Incidents() {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const now = useNow(15_000);
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const state = states.find((known) => known === asked['state']);
  const incidents = useIncidents(state);
  return (
    <section aria-labelledby="incidents-title" className="order">
      <PageHead id="incidents-title" title={say('突发事件', 'Incidents')}>
        <Select
          allowClear
          aria-label={say('状态', 'State')}
          placeholder={say('全部状态', 'All states')}
          style={{ width: 140 }}
          value={state}
          onChange={(value?: IncidentState) => void navigate({ to: '/incidents', search: { state: value } as never, replace: true })}
          options={states.map((value) => ({ value, label: labels.incidentState[value] }))}
        />
        {may('dispatch.incident.open') && (
          <Link to="/incidents/new" className="big-link">
            {say('发起突发事件', 'Open an incident')}
          </Link>
        )}
      </PageHead>
      <Answered
        query={incidents}
        isEmpty={(found) => found.incidents.length === 0}
        empty={say(
          '没有突发事件。同一小区短时间内有多件同类诉求，系统会提议一起。',
          'No incidents. Five like demands from one estate within an hour make the system propose one.',
        )}
      >
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found.incidents}
            pagination={{ pageSize: 50 }}
            columns={[
              {
                title: say('状态', 'State'),
                render: (_, one) => <Mark tone={one.state === 'OPEN' ? 'bad' : 'plain'}>{labels.incidentState[one.state]}</Mark>,
              },
              {
                title: say('事件', 'Incident'),
                render: (_, { id, title }) => (
                  <Link to="/incidents/$id" params={{ id }}>
                    {title}
                  </Link>
                ),
              },
              { title: say('受影响户', 'Homes'), dataIndex: 'homes', align: 'right' },
              { title: say('已告知', 'Told'), dataIndex: 'reached', align: 'right' },
              { title: say('并入诉求', 'Demands'), dataIndex: 'demands', align: 'right' },
              { title: say('牵头单位', 'Lead unit'), render: (_, { leadUnitId }) => unitName(leadUnitId) },
              { title: say('发生', 'Raised'), render: (_, { raisedAt }) => clockText(raisedAt) },
              {
                title: say('下次通报', 'Next status'),
                render: (_, one) =>
                  one.state !== 'OPEN' || one.statusDueAt === null ? (
                    '—'
                  ) : (
                    <span style={{ color: Date.parse(one.statusDueAt) < now ? colours.overdue : colours.ink }}>
                      {untilText(one.statusDueAt, now)}
                    </span>
                  ),
              },
            ]}
          />
        )}
      </Answered>
      {may('dispatch.rain.get') && <Rain />}
    </section>
  );
}
