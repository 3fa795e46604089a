import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Mark } from '../../components/mark.js';
import { OpenCampaign } from '../../components/open-campaign.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

/** Campaigns (专项行动): inspections, treatments of clusters, joint operations, the newest first; and what is looked at by the lists in force. */
export default function Campaigns() {
  const say = useWords();
  const navigate = useNavigate();
  const unitName = useUnitName();
  const list = useQuery({
    queryKey: ['campaigns'],
    queryFn: ({ signal }) => call('dispatch.campaign.list', { limit: 200 }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <section aria-labelledby="campaigns-title" className="order">
      <PageHead id="campaigns-title" title={say('专项行动', 'Campaigns')} prints />
      <OpenCampaign
        title={say('发起专项行动', 'Open a campaign')}
        onDone={(id) => void navigate({ to: '/campaigns/$id', params: { id } })}
      />
      <Answered
        query={list}
        isEmpty={({ campaigns }) => campaigns.length === 0}
        empty={say(
          '还没有专项行动。大排查、专项治理、联合执法由街道、社区或牵头科室发起。',
          'None so far. Inspections, treatments and joint operations are opened by the street, a community or the office that leads.',
        )}
      >
        {({ campaigns }) => (
          <Rows
            rowKey="id"
            dataSource={campaigns}
            pagination={{ pageSize: 30 }}
            columns={[
              {
                title: say('名称', 'Title'),
                render: (_, { id, title }) => (
                  <Link to="/campaigns/$id" params={{ id }}>
                    {title}
                  </Link>
                ),
              },
              { title: say('种类', 'Kind'), render: (_, { kind }) => labels.campaignKind[kind] },
              {
                title: say('状态', 'State'),
                render: (_, { state }) => <Mark tone={state === 'CLOSED' ? 'good' : 'plain'}>{labels.campaignState[state]}</Mark>,
              },
              { title: say('牵头', 'Lead'), render: (_, { leadUnitId }) => unitName(leadUnitId) },
              { title: say('起止', 'Days'), render: (_, { startOn, endOn }) => `${dateText(startOn)} – ${dateText(endOn)}` },
              { title: say('查到', 'Found'), dataIndex: 'found', align: 'right' },
              { title: say('待处置', 'Open'), dataIndex: 'open', align: 'right' },
              { title: say('转为诉求', 'Demands'), dataIndex: 'demanded', align: 'right' },
            ]}
          />
        )}
      </Answered>
      {list.data && (
        <Part id="checklists" title={say('现行的检查清单', 'Checklists in force')}>
          <ul className="plain">
            {list.data.checklists.map(({ kind, items }) => (
              <li key={kind}>
                <b>{labels.campaignKind[kind]}</b> {items.join('、')}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </section>
  );
}
