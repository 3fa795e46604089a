import type { Output } from '@wufang/api-client';
import { Timeline } from 'antd';
import { eventName } from '../lib/event-name.js';
import { clockText } from '../lib/format.js';
import { useUnitName } from '../lib/names.js';
import { useWords } from '../lib/words.js';
import { Card } from './card.js';
import { Mark } from './mark.js';
import { Photos } from './opened-file.js';

type Order = Output<'dispatch.work-order.get'>;
type Entry = Order['timeline'][number];

/** Everything that happened to an order (经过), the first thing first: when, what, by which unit, what the complainant was told, and what was noted and photographed beside it as a proof. */
export function OrderHistory({ order: { demandId, timeline } }: { order: Pick<Order, 'demandId' | 'timeline'> }) {
  const say = useWords();
  return (
    <Card title={say('经过', 'What happened')}>
      <Timeline items={timeline.map((entry) => ({ children: <Happened entry={entry} demandId={demandId} /> }))} />
    </Card>
  );
}

function Happened({ entry: { at, type, unitId, publicText, facts }, demandId }: { entry: Entry; demandId: string }) {
  const unitName = useUnitName();
  const say = useWords();
  const { note, photoIds = [], photosUnseen = [] } = facts as { note?: string; photoIds?: string[]; photosUnseen?: string[] };
  const seen = photoIds.filter((id) => !photosUnseen.includes(id));
  return (
    <div>
      {clockText(at)} {eventName(type)}
      {unitId !== null && ` · ${unitName(unitId)}`}
      {publicText !== null && `：${publicText}`}
      {note !== undefined && <div className="quiet">{note}</div>}
      <Photos demandId={demandId} ids={seen} />
      {photosUnseen.length > 0 && (
        <Mark tone="bad">
          {say(`引用了 ${photosUnseen.length} 张照片，系统还没有收到`, `${photosUnseen.length} photos named that have not arrived`)}
        </Mark>
      )}
    </div>
  );
}
