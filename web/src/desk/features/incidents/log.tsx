import { Timeline } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { ChoiceField, Words } from '../../components/fields.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, type Incident } from './api.js';
import { CallOut } from './call-out.js';

type Kind = Incident['steps'][number]['kind'];

/** What was done, one after the other, the newest first (处置步骤). */
export function Log({ incident }: { incident: Incident }) {
  const say = useWords();
  const unitName = useUnitName();
  return (
    <Card title={say('处置步骤', 'Steps taken')}>
      {incident.steps.length === 0 && <p style={{ marginTop: 0 }}>{say('还没有登记步骤。', 'No step is noted yet.')}</p>}
      <Timeline
        items={[...incident.steps].reverse().map(({ kind, note, at, unitId }) => ({
          children: `${clockText(at)} ${labels.incidentStep[kind]}${unitId === null ? '' : ` · ${unitName(unitId)}`}：${note}`,
        }))}
      />
      {incident.state === 'OPEN' && (
        <div className="acts">
          <Command
            operation="dispatch.incident.step"
            title={say('登记步骤', 'Note a step')}
            refreshes={incidentKeys}
            input={(filled: { kind: Kind; note: string }) => ({ id: incident.id, ...filled })}
          >
            <ChoiceField name="kind" label={say('哪一步', 'Which step')} words={labels.incidentStep} />
            <Words name="note" label={say('做了什么', 'What was done')} rows={2} min={2} />
          </Command>
          <CallOut incident={incident} />
        </div>
      )}
    </Card>
  );
}
