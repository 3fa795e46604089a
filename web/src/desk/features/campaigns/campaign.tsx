import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { When, Words } from '../../components/fields.js';
import { Figures } from '../../components/figures.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, lastDayText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { campaignKeys, type Campaign } from './api.js';
import { Findings } from './findings.js';
import { RecordFinding } from './record-finding.js';
import { Roster } from './roster.js';

/** One campaign (专项行动): what is left to do, what was found with what became of it, who is on duty, and its end. */
export default function OneCampaign() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const campaign = useQuery({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => call('dispatch.campaign.get', { id }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <Answered query={campaign} heading={say('专项行动', 'Campaign')}>
      {(found) => (
        <article aria-labelledby="campaign-title" className="order narrow">
          <PageHead id="campaign-title" title={`${labels.campaignKind[found.kind]}：${found.title}`} prints>
            <Mark tone={found.state === 'CLOSED' ? 'good' : 'plain'}>{labels.campaignState[found.state]}</Mark>
          </PageHead>
          <About campaign={found} />
          {found.state === 'OPEN' && <RecordFinding campaign={found} />}
          <Findings campaign={found} />
          <Roster campaign={found} />
          {found.orders.length > 0 && (
            <Part id="orders" title={say('来源工单', 'Orders it is made of')}>
              <ul className="plain">
                {found.orders.map(({ id: orderId, no, title, state }) => (
                  <li key={orderId}>
                    <Link to="/about/$id" params={{ id: orderId }}>
                      {no} {title}
                    </Link>{' '}
                    <Mark>{labels.workOrderState[state]}</Mark>
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {found.state === 'OPEN' && (
            <Command
              operation="dispatch.campaign.extend"
              title={say('延长', 'Extend')}
              refreshes={campaignKeys}
              note={say(
                `现在到 ${found.endOn} 止。由街道领导批准；排好的班次随之延长，参加的单位会收到通知。`,
                `It ends on ${found.endOn}. A leader of the street approves; shifts go on as long, and the units hear of it.`,
              )}
              input={({ endOn, reason }: { endOn: string; reason: string }) => ({ id, endOn, reason })}
            >
              <When name="endOn" label={say('延长到哪一天', 'Until')} />
              <Words name="reason" label={say('理由（五个字以上）', 'Why')} min={5} max={300} rows={2} />
            </Command>
          )}
          {found.state === 'OPEN' && (
            <Command
              operation="dispatch.campaign.close"
              title={say('收尾', 'Close')}
              refreshes={campaignKeys}
              note={say('查到的问题都已整改或转为诉求之后，写总结收尾。', 'Once every finding is put right or a demand.')}
              input={({ summary }: { summary: string }) => ({ id, summary })}
            >
              <Words name="summary" label={say('总结（十个字以上）', 'Summary')} min={10} max={2000} rows={4} />
            </Command>
          )}
        </article>
      )}
    </Answered>
  );
}

function About({ campaign }: { campaign: Campaign }) {
  const say = useWords();
  const now = useNow(60_000);
  const unitName = useUnitName();
  const estateName = useEstateName();
  const { places, unitIds, leadUnitId, items, plan, summary, found, open, settled, demanded, demandsSolved, clocks, startOn } = campaign;
  const clock = clocks.find(({ state }) => state === 'armed' || state === 'fired');
  const where = places.map(({ estateId, communityId }) => (estateId === null ? unitName(communityId) : estateName(estateId)));
  const others = unitIds.filter((unitId) => unitId !== leadUnitId).map(unitName);
  return (
    <Card>
      <Figures
        items={[
          { label: say('查到', 'Found'), value: found },
          { label: say('待处置', 'Open'), value: open, tone: open > 0 ? 'bad' : 'plain' },
          { label: say('已整改', 'Put right'), value: settled },
          { label: say('转为诉求', 'Demands'), value: demanded },
          { label: say('诉求已解决', 'Solved'), value: demandsSolved },
        ]}
      />
      <p>
        {say('牵头', 'Lead')}：{unitName(leadUnitId)}
        {others.length > 0 && `；${say('参加', 'with')}：${others.join('、')}`}
      </p>
      <p>
        {say('范围', 'Where')}：{where.length === 0 ? say('全街道', 'The whole street') : where.join('、')}
      </p>
      <p>
        {say('清单', 'Checklist')}：{items.join('、')}
      </p>
      {plan !== null && (
        <p className="long-text">
          {say('方案', 'Plan')}：{plan}
        </p>
      )}
      <p>
        {dateText(startOn)} – {lastDayText(campaign.clocks[0]?.dueAt ?? null)}
        {clock && campaign.state === 'OPEN' && `（${untilText(clock.dueAt, now)}）`}
      </p>
      {summary !== null && (
        <p className="long-text">
          {say('总结', 'Summary')}：{summary}
        </p>
      )}
    </Card>
  );
}
