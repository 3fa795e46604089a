import type { Output } from '@wufang/api-client';
import { useMay } from '../lib/may.js';
import { useUnitIds } from '../lib/me.js';
import { useWords } from '../lib/words.js';
import { Card } from './card.js';
import { Command } from './command.js';
import { OneOf, Words } from './fields.js';
import { PhotoField } from './photo-field.js';

type Order = Output<'dispatch.work-order.get'>;

/** The look at the place on the day the unit says done (网格核实), by somebody whose own work it is not. */
export function GridCheck({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const units = useUnitIds();
  const isOwn = [order.leadUnitId, ...order.coUnitIds, order.contactUnitId, order.aboutUnitId].some(
    (id) => id !== null && units.includes(id),
  );
  if (order.state !== 'COMPLETED' || order.gridCheck !== 'OWED' || isOwn || !may('dispatch.work-order.grid-check')) return null;
  const { id, place } = order;
  // Its photos are kept with the demand, where the community of the place alone may put some.
  const isOfPlace = place.communityId !== null && units.includes(place.communityId);
  return (
    <Card title={say('网格核实', 'A look at the place')} className="no-print" style={{ marginBottom: 12 }}>
      <p style={{ marginTop: 0 }}>
        {say(
          '单位已办结，请当日到现场看是否办到位。没有办到位的退回重办。',
          'The unit says done: look at the place today. What is not done goes back for rework.',
        )}
      </p>
      <Command
        operation="dispatch.work-order.grid-check"
        title={say('登记现场核实', 'Record what was seen')}
        isPrimary
        refreshes={[['order', id], ['explanation', id], ['job', id], ['jobs'], ['ledger']]}
        input={({ isDone, seen, photoIds = [] }: { isDone: 'yes' | 'no'; seen: string; photoIds?: string[] }) => ({
          ...{ id, isDone: isDone === 'yes', seen, photoIds },
        })}
      >
        <OneOf
          name="isDone"
          label={say('是否办到位', 'Is it done')}
          choices={[
            { value: 'yes', label: say('办到位', 'done') },
            { value: 'no', label: say('没有办到位，退回重办', 'not done: rework') },
          ]}
        />
        <Words name="seen" label={say('现场看到的情况', 'What was seen there')} min={2} max={1000} rows={2} />
        {isOfPlace && (
          <PhotoField name="photoIds" label={say('现场照片（可不选）', 'Photos (optional)')} isOptional keeper={{ orderId: id }} />
        )}
      </Command>
    </Card>
  );
}
