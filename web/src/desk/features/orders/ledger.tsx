import { Descriptions } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { instantOf, When, Words } from '../../components/fields.js';
import { PersonField } from '../../components/person-field.js';
import { fullText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useAccountId } from '../../lib/me.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { keysOf, type Order } from './api.js';

interface Filled {
  measure: string;
  personAccountId: string;
  plannedAt: string;
}

/** What will be done about an order, by whom and until when (台账): a plan, which moves no clock. */
export function Ledger({ order: { id, closedAt, timeline } }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const accountId = useAccountId();
  const personName = usePersonName();
  const noted = timeline.filter(({ type }) => type === 'dispatch.ledger.noted.v1').at(-1);
  const mayNote = closedAt === null && may('dispatch.ledger.note');
  if (!noted && !mayNote) return null;
  const { note, plannedAt, personAccountId } = (noted?.facts ?? {}) as Partial<Record<'note' | 'plannedAt' | 'personAccountId', string>>;
  const person = personAccountId === accountId ? say('您本人', 'you') : personName(personAccountId ?? null);
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
            note={say('计划不改变任何时限。', 'A plan moves no clock.')}
            initial={{ personAccountId: accountId }}
            input={({ measure, personAccountId: answers, plannedAt: until }: Filled) => ({
              ...{ id, measure, personAccountId: answers },
              plannedAt: instantOf(until),
            })}
          >
            <Words name="measure" label={say('措施', 'Measure')} min={2} rows={2} />
            <PersonField name="personAccountId" label={say('责任人', 'Answers for it')} />
            <When name="plannedAt" label={say('计划完成时间', 'Planned until')} isMinute />
          </Command>
        </div>
      )}
    </Card>
  );
}
