import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, todayOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Whistle } from './api.js';

const states = Object.keys(labels.whistleState) as Whistle['state'][];

/** Whistles (吹哨) of the street, the newest first, and how both sides do: who blows, who is summoned (双考核). */
export default function Whistles() {
  const say = useWords();
  const unitName = useUnitName();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const state = states.find((known) => known === asked['state']);
  const list = useQuery({
    queryKey: ['whistles', 'all', state],
    queryFn: ({ signal }) => call('dispatch.whistle.list', { ...(state && { state }), limit: 100 }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="whistles-title" className="order">
      <PageHead id="whistles-title" title={say('吹哨报到', 'Whistles')}>
        <Select
          allowClear
          aria-label={say('状态', 'State')}
          placeholder={say('全部状态', 'All states')}
          style={{ width: 140 }}
          value={state}
          onChange={(value?: Whistle['state']) => void navigate({ to: '/whistles', search: { state: value } as never, replace: true })}
          options={states.map((value) => ({ value, label: labels.whistleState[value] }))}
        />
      </PageHead>
      <Answered
        query={list}
        isEmpty={({ whistles }) => whistles.length === 0}
        empty={say('没有这样的吹哨。在工单页面可以为一件吹哨。', 'None such. A whistle is sounded on the page of an order.')}
      >
        {({ whistles }) => (
          <Rows
            rowKey="id"
            dataSource={whistles}
            pagination={{ pageSize: 30 }}
            columns={[
              {
                title: say('状态', 'State'),
                render: (_, one) => <Mark tone={one.state === 'SETTLED' ? 'good' : 'plain'}>{labels.whistleState[one.state]}</Mark>,
              },
              {
                title: say('为什么吹哨', 'Why'),
                render: (_, { id, reason }) => (
                  <Link to="/whistles/$id" params={{ id }} className="long-text">
                    {reason}
                  </Link>
                ),
              },
              { title: say('级别', 'Level'), render: (_, { level }) => labels.level[level] },
              { title: say('吹哨单位', 'Sounded by'), render: (_, { whistlingUnitId }) => unitName(whistlingUnitId) },
              {
                title: say('召集', 'Summons'),
                render: (_, { summonedUnitIds }) => (
                  <span className="long-text">{summonedUnitIds.map(unitName).join(say('、', ', '))}</span>
                ),
              },
              { title: say('时间', 'When'), render: (_, { soundedAt, askedAt }) => clockText(soundedAt ?? askedAt) },
            ]}
          />
        )}
      </Answered>
      <Scores />
    </section>
  );
}

/** Both sides measured over a span of days, by summons. */
function Scores() {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const mayLook = may('dispatch.whistle.scores');
  const today = todayOf(Date.now());
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const scores = useQuery({
    queryKey: ['whistles', 'scores', from, to],
    queryFn: ({ signal }) => call('dispatch.whistle.scores', { from, to }, { signal }),
    enabled: mayLook && from !== '' && to !== '',
  });
  if (!mayLook) return null;
  const of = (some: number, all: number) => (all === 0 ? '—' : `${some} / ${all}`);
  return (
    <Card title={say('双考核', 'Both sides measured')}>
      <p className="page-head" style={{ marginTop: 0 }}>
        <Input
          type="date"
          aria-label={say('从', 'From')}
          style={{ width: 160 }}
          value={from}
          max={to}
          onChange={({ target }) => setFrom(target.value)}
        />
        <Input
          type="date"
          aria-label={say('到（含当日）', 'To (that day too)')}
          style={{ width: 160 }}
          value={to}
          min={from}
          onChange={({ target }) => setTo(target.value)}
        />
      </p>
      <Answered
        query={scores}
        isEmpty={(found) => found.scores.length === 0}
        empty={say('这段时间没有吹哨。', 'No whistle in these days.')}
      >
        {(found) => (
          <Rows
            rowKey="unitId"
            dataSource={found.scores}
            columns={[
              { title: say('单位', 'Unit'), render: (_, { unitId }) => unitName(unitId) },
              { title: say('吹哨：恰当 / 发出', 'Blew: proper / all'), render: (_, one) => of(one.proper, one.issued) },
              { title: say('按时应答 / 被召集', 'Answered in time / summoned'), render: (_, one) => of(one.answeredInTime, one.summoned) },
              { title: say('按时应答并有结果', 'In time and with a result'), render: (_, one) => of(one.reportedIn, one.summoned) },
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}
