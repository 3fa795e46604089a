import { useParams } from '@tanstack/react-router';
import { Descriptions } from 'antd';
import { Card } from '../../components/card.js';
import { Figures } from '../../components/figures.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { fullText, spanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { useBuildings, useIncident, type Incident } from './api.js';
import { Attached } from './attached.js';
import { Crews } from './crews.js';
import { Ending } from './ending.js';
import { Homes } from './homes.js';
import { Households } from './households.js';
import { Log } from './log.js';
import { Status } from './status.js';
import { Supplies } from './supplies.js';

const MINUTE_MS = 60_000;

/** One incident: whom it touches and who of them knows, what was told and when the next word is owed, who is at work on it, what was done. */
export default function IncidentPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const incident = useIncident(id);
  return (
    <Answered query={incident} heading={say('突发事件', 'Incident')}>
      {(found) => <OneIncident incident={found} />}
    </Answered>
  );
}

function OneIncident({ incident }: { incident: Incident }) {
  const say = useWords();
  return (
    <article aria-labelledby="incident-title" className="order">
      <PageHead
        id="incident-title"
        prints
        title={
          <>
            {incident.title} <Mark tone={incident.state === 'OPEN' ? 'bad' : 'plain'}>{labels.incidentState[incident.state]}</Mark>
          </>
        }
      />
      <Card>
        <Figures
          items={[
            { label: say('受影响户', 'Homes affected'), value: incident.homes },
            { label: say('已告知户', 'Homes told'), value: incident.reached },
            {
              label: say('尚未告知户', 'Still to be told'),
              value: incident.homes - incident.reached,
              tone: incident.homes > incident.reached ? 'bad' : 'plain',
            },
            { label: say('并入诉求', 'Demands attached'), value: incident.demands },
            {
              label: say('重点户已上门', 'Households seen'),
              value: `${incident.households.done} / ${incident.households.listed}`,
            },
            {
              label: say('抢修人时', 'Crew person-time'),
              value: incident.personMinutes === 0 ? 0 : spanText(incident.personMinutes * MINUTE_MS),
            },
          ]}
        />
        <Ending incident={incident} />
      </Card>
      <Status incident={incident} />
      <Facts incident={incident} />
      <Log incident={incident} />
      <Crews incident={incident} />
      <Homes incident={incident} />
      <Households incident={incident} />
      <Supplies incident={incident} />
      <Attached incident={incident} />
    </article>
  );
}

function Facts({ incident }: { incident: Incident }) {
  const say = useWords();
  const unitName = useUnitName();
  const estateName = useEstateName();
  const parts = incident.scope.filter(({ buildingId }) => buildingId !== null);
  const buildings = useBuildings([...new Set(parts.map(({ estateId }) => estateId))]);
  const where = incident.scope.map(({ estateId, buildingId, stairwell }) =>
    [estateName(estateId), buildings.find(({ id }) => id === buildingId)?.name, stairwell].filter(Boolean).join(' '),
  );
  return (
    <Card title={say('事件', 'Incident')}>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'matter', label: say('事项', 'Matter'), children: incident.category.join(' / ') },
          { key: 'where', label: say('范围', 'Where'), children: where.join('、') },
          { key: 'lead', label: say('牵头单位', 'Lead unit'), children: unitName(incident.leadUnitId) },
          {
            key: 'units',
            label: say('有关单位', 'Units concerned'),
            children:
              incident.concernedUnitIds
                .filter((id) => id !== incident.leadUnitId)
                .map(unitName)
                .join('、') || '—',
          },
          { key: 'raised', label: say('提出', 'Raised'), children: fullText(incident.raisedAt) },
          { key: 'opened', label: say('确认', 'Opened'), children: fullText(incident.openedAt) },
          { key: 'restored', label: say('恢复', 'Restored'), children: fullText(incident.restoredAt) },
          ...(incident.review === null
            ? []
            : [
                { key: 'cause', label: say('原因', 'Cause'), children: incident.review.cause },
                { key: 'lessons', label: say('改进', 'Lessons'), children: incident.review.lessons },
              ]),
        ]}
      />
    </Card>
  );
}
