import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { openPage } from '../../lib/html-page.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

/** The notice for the door of the building (告知单): what was found, in words for everybody who lives there. Who handles it and by when is printed by itself. */
export function OrderNotice({ order: { id, closedAt } }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  if (closedAt !== null || !may('dispatch.work-order.notice')) return null;
  return (
    <Card title={say('张贴告知单', 'Notice for the door')}>
      <Command
        operation="dispatch.work-order.notice"
        title={say('写告知单并打印', 'Write and print a notice')}
        refreshes={[['order', id]]}
        note={say(
          '楼里人人看得到：只写核实的情况和怎么办，不写谁反映的、哪一户。由谁处理、最迟何时办好自动印上。',
          'Everybody in the building reads it: what was found and what is done, not who complained nor which home.',
        )}
        onDone={openPage}
        input={(filled: { publicText: string }) => ({ id, ...filled })}
      >
        <Words name="publicText" label={say('告知的话（五个字以上）', 'What it says')} min={5} max={500} rows={3} />
      </Command>
    </Card>
  );
}
