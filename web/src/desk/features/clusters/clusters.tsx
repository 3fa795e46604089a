import { clusterRule } from '@wufang/contracts/figures';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { OpenCampaign } from '../../components/open-campaign.js';
import { PageHead } from '../../components/page-head.js';
import { ProposeProject } from '../../components/propose-project.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { tableKeys } from '../../lib/command.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useBuildingName, useEstateName, useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { OrdersOf } from './orders-of.js';
import { Petitions } from './petitions.js';

type Cluster = Output<'deliberation.cluster.list'>['clusters'][number];
const refreshes = [['clusters'], ...tableKeys];
const states = Object.keys(labels.clusterState) as Cluster['state'][];

/** Demands that came again and again about one place (聚集诉求): suggested to the table of five, confirmed as one issue or dismissed by the street. And what households petition for. */
export default function Clusters() {
  const say = useWords();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const state = states.find((one) => one === asked['state']) ?? 'SUGGESTED';
  const found = useQuery({
    queryKey: ['clusters', state],
    queryFn: ({ signal }) => call('deliberation.cluster.list', { state, limit: 100 }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <section aria-labelledby="clusters-title" className="order narrow">
      <PageHead id="clusters-title" title={say('聚集诉求', 'Repeated demands')} prints>
        <Segmented
          className="no-print"
          value={state}
          onChange={(value: string) => void navigate({ to: '/clusters', search: { state: value } as never, replace: true })}
          options={states.map((value) => ({ value, label: labels.clusterState[value] }))}
        />
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {say(
          `同一地点、同一类诉求 ${clusterRule.value.days} 日内反复出现的，系统建议五方共议；是不是成为议题，由街道定。`,
          `What comes again and again in ${clusterRule.value.days} days about one place is suggested to the table of five; whether it becomes an issue the street decides.`,
        )}
      </p>
      <Answered
        query={found}
        isEmpty={({ clusters }) => clusters.length === 0}
        empty={
          state === 'SUGGESTED'
            ? say('没有待确认的建议。同类诉求聚集起来时，会自己出现在这里。', 'Nothing to decide; suggestions appear here by themselves.')
            : say('没有这样的建议。', 'None such.')
        }
      >
        {({ clusters }) => (
          <ul className="jobs">
            {clusters.map((cluster) => (
              <li key={cluster.id} className="card card-body">
                <One cluster={cluster} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <Petitions />
    </section>
  );
}

function One({ cluster }: { cluster: Cluster }) {
  const say = useWords();
  const navigate = useNavigate();
  const estateName = useEstateName();
  const buildingName = useBuildingName(cluster.estateId);
  const unitName = useUnitName();
  const { id, estateId, buildingId, communityId, group, state, orderIds, suggestedAt, reason, issueId } = cluster;
  const place = `${estateName(estateId)}${buildingId === null ? '' : ` ${buildingName(buildingId)}`}`;
  const what = group.join(' / ');
  const title = `${place} ${group.at(-1)}`;
  const problem = `${place}，“${what}” ${clusterRule.value.days} 日内反复反映，共 ${orderIds.length} 件。`;
  return (
    <div className="stack">
      <h2 className="part-title">
        {place} · {what} <Mark tone={state === 'CONFIRMED' ? 'good' : 'plain'}>{labels.clusterState[state]}</Mark>
      </h2>
      <p className="quiet" style={{ margin: 0 }}>
        {unitName(communityId)} · {clockText(suggestedAt)} · {say(`${orderIds.length} 件诉求`, `${orderIds.length} demands`)}
      </p>
      <OrdersOf ids={orderIds} />
      {reason !== null && (
        <p style={{ margin: 0 }}>
          {say('不采纳的理由', 'Why not')}：{reason}
        </p>
      )}
      {issueId !== null && (
        <Link to="/issues/$id" params={{ id: issueId }}>
          {say('查看五方议题', 'See the issue')}
        </Link>
      )}
      {state === 'SUGGESTED' && (
        <div className="acts">
          <Command
            operation="deliberation.cluster.confirm"
            title={say('列为五方议题', 'Make it an issue')}
            about={title}
            isPrimary
            refreshes={refreshes}
            note={say(
              '在小区的议事桌上成为一件议题；还没办结、也不在别的议题里的诉求一并带去。',
              'One issue at the estate’s table, with the demands that are still open and in no other issue.',
            )}
            initial={{ title: title.slice(0, 60), problem }}
            input={(filled: { title: string; problem: string }, newIssueId) => ({ id, issueId: newIssueId, ...filled })}
          >
            <Words name="title" label={say('议题（四个字以上）', 'Title')} min={4} max={60} />
            <Words
              name="problem"
              label={say('问题（十个字以上，请勿写姓名电话）', 'The problem (no names, no phones)')}
              min={10}
              max={2000}
              rows={4}
            />
          </Command>
          <ProposeProject
            title={say('列入民生项目池', 'Into the project pool')}
            about={title}
            from={{ origin: 'CLUSTER', originIds: [...orderIds].slice(0, 200) }}
            initial={{ title, problem, communityId, estateId }}
          />
          <OpenCampaign
            title={say('发起专项治理', 'Open a treatment')}
            about={title}
            from={{ clusterId: id, orderIds: [...orderIds].slice(0, 500), places: [{ communityId, estateId, buildingId, point: null }] }}
            initial={{ kind: 'TREATMENT', title: `${title}专项治理`.slice(0, 80), leadUnitId: communityId }}
            onDone={(campaignId) => void navigate({ to: '/campaigns/$id', params: { id: campaignId } })}
          />
          <Command
            operation="deliberation.cluster.dismiss"
            title={say('不采纳', 'Dismiss')}
            about={title}
            refreshes={refreshes}
            note={say('这些诉求不再提出同一建议，仍按工单办理。', 'They are not suggested again, and go on as orders.')}
            input={(filled: { reason: string }) => ({ id, ...filled })}
          >
            <Words name="reason" label={say('理由', 'Why')} min={5} max={500} rows={2} />
          </Command>
        </div>
      )}
    </div>
  );
}
