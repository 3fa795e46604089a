import { Command } from '../../components/command.js';
import { UnitField, Words } from '../../components/fields.js';
import { useWords } from '../../lib/words.js';
import { keysOf, type Order } from './api.js';

/** Which unit is complained about, where that came out after the dispatch, or was named by mistake. */
export function ComplainedAbout({ order: { id, aboutUnitId } }: { order: Order }) {
  const say = useWords();
  const why = <Words name="reason" label={say('根据', 'How it is known')} min={2} max={300} rows={2} />;
  return (
    <div className="acts">
      <Command
        operation="dispatch.work-order.complained-about"
        size="small"
        title={
          aboutUnitId === null ? say('记明被投诉的单位', 'Name the unit complained about') : say('改记被投诉的单位', 'Name another unit')
        }
        refreshes={keysOf(id)}
        note={say(
          '从此该单位及其人员回避：不主办、不审核、不核实、不回访；正由它主办的，改由其上级主办，时限不变。',
          'From now on the unit and its people keep out; where it leads, the unit over it takes over in the time that is left.',
        )}
        input={({ unitId, reason }: { unitId: string; reason: string }) => ({ id, unitId, reason })}
      >
        <UnitField name="unitId" label={say('投诉所指的单位', 'Unit complained about')} />
        {why}
      </Command>
      {aboutUnitId !== null && (
        <Command
          operation="dispatch.work-order.complained-about"
          size="small"
          title={say('撤销误记', 'Take it back')}
          refreshes={keysOf(id)}
          note={say('该单位不再回避；现在的主办单位不变。', 'The unit need not keep out; who leads stays.')}
          input={({ reason }: { reason: string }) => ({ id, unitId: null, reason })}
        >
          {why}
        </Command>
      )}
    </div>
  );
}
