import { Descriptions } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { instantOf, When, Words } from '../../components/fields.js';
import { fullText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useAccountId } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { keysOf, type Order } from './api.js';

/** What will be done about an order, by whom and until when (台账): a plan, which moves no clock. */
export function Ledger({ order: { id, closedAt, timeline } }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const accountId = useAccountId();
  const unitName = useUnitName();
  const noted = timeline.filter(({ type }) => type === 'dispatch.ledger.noted.v1').at(-1);
  const mayNote = closedAt === null && may('dispatch.ledger.note');
  if (!noted && !mayNote) return null;
  const { note, plannedAt, personAccountId } = (noted?.facts ?? {}) as Partial<Record<'note' | 'plannedAt' | 'personAccountId', string>>;
  const person =
    personAccountId === accountId
      ? say('您本人', 'you')
      : noted?.unitId
        ? say(`${unitName(noted.unitId)}的登记人`, `who noted it for ${unitName(noted.unitId)}`)
        : say('登记人', 'who noted it');
  return (
    <Card title={say('台账', 'Ledger')}>
      {noted ? (
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'measure', label: say('措施', 'Measure'), children: note ?? '—' },
            { key: 'person', label: say('责任人', 'Answers for it'), children: person },
            { key: 'until', label: say('计划完成', 'Planned until'), children: fullText(plannedAt ?? null) },
            { key: 'at', label: say('登记', 'Noted'), children: fullText(noted.at) },
          ]}
        />
      ) : (
        <p className="quiet">{say('还没有登记措施。', 'No measure noted so far.')}</p>
      )}
      {mayNote && (
        <div className="acts">
          <Command
            operation="dispatch.ledger.note"
            title={say('登记措施', 'Note a measure')}
            refreshes={keysOf(id)}
            note={say('责任人是您本人；计划不改变任何时限。', 'You answer for it; a plan moves no clock.')}
            input={({ measure, plannedAt: until }: { measure: string; plannedAt: string }) => ({
              ...{ id, measure },
              plannedAt: instantOf(until),
            })}
          >
            <Words name="measure" label={say('措施', 'Measure')} min={2} rows={2} />
            <When name="plannedAt" label={say('计划完成时间', 'Planned until')} isMinute />
          </Command>
        </div>
      )}
    </Card>
  );
}
