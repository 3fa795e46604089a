import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { Command } from '../../components/command.js';
import { UnitField, Words } from '../../components/fields.js';
import { call } from '../../lib/client.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, type Incident } from './api.js';

/** A unit is called to the place at once (一键呼叫); its telephone, where the resource library has one, stands beside the choice. */
export function CallOut({ incident: { id } }: { incident: Incident }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.incident.call-out"
      title={say('呼叫单位到场', 'Call a unit out')}
      refreshes={incidentKeys}
      note={say('马上通知该单位，并让它看到这起突发事件。', 'The unit is told at once and sees the incident from now on.')}
      input={(filled: { unitId: string; what: string }) => ({ id, ...filled })}
    >
      <UnitField name="unitId" label={say('呼叫哪个单位', 'Which unit')} />
      <Telephone />
      <Words name="what" label={say('请它来做什么', 'To do what')} min={2} max={200} />
    </Command>
  );
}

function Telephone() {
  const say = useWords();
  const may = useMay();
  const unitId = Form.useWatch<string | undefined>('unitId');
  const found = useQuery({
    queryKey: ['resources', 'call-out'],
    queryFn: ({ signal }) => call('registry.resource.find', { limit: 100 }, { signal }),
    enabled: may('registry.resource.find') && unitId !== undefined,
    staleTime: 60_000,
  }).data?.resources.find((one) => one.unitId === unitId && one.officePhone !== null && !one.isWithdrawn);
  if (!found) return null;
  return (
    <p>
      {say('值守电话', 'Telephone')} <a href={`tel:${found.officePhone}`}>{found.officePhone}</a>（{found.hours}）
    </p>
  );
}
