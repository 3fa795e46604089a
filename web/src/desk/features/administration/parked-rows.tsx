import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import type { Output } from '@wufang/api-client';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useCommand } from '../../lib/command.js';
import { useWords } from '../../lib/words.js';

type Parked = Output<'intake.import.parked'>['rows'][number];

const SHOWN = 50;

/** Rows that wait for a person (待更正的行): why, and their cells to be put right. A caller's name and phone stay masked; left alone they stay what they are. */
export function ParkedRows() {
  const say = useWords();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const importId = typeof asked['import'] === 'string' ? asked['import'] : undefined;
  const [done, setDone] = useState<string | null>(null);
  const parked = useQuery({
    queryKey: ['parked', importId],
    queryFn: ({ signal }) => call('intake.import.parked', importId === undefined ? {} : { importId }, { signal }),
  });
  return (
    <Card title={say('待更正的行', 'Parked rows')}>
      <div role="status">{done !== null && <Alert type="success" showIcon message={done} style={{ marginBottom: 12 }} />}</div>
      <Answered
        query={parked}
        isEmpty={({ rows }) => rows.length === 0}
        empty={say('没有待更正的行，不用做什么', 'No row waits: nothing to do')}
      >
        {({ rows }) => (
          <>
            <ul className="jobs">
              {rows.slice(0, SHOWN).map((row) => (
                <li key={row.id}>
                  <ParkedRow row={row} done={setDone} />
                </li>
              ))}
            </ul>
            {rows.length > SHOWN && <p>{say(`先列出 ${SHOWN} 行，共 ${rows.length} 行`, `${SHOWN} of ${rows.length}`)}</p>}
          </>
        )}
      </Answered>
    </Card>
  );
}

function ParkedRow({ row, done }: { row: Parked; done: (words: string) => void }) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const retry = useCommand('intake.import.retry', [['parked'], ['imports']]);
  const columns = Object.keys(row.cells);
  const hand = ({ cells }: { cells: string[] }) => {
    // Asked for by its promise: the row is gone from the list, and this with it, before the answer's own callback would be called.
    void retry
      .mutateAsync(
        // Only what was changed is sent: masked cells stay what they are.
        {
          id: row.id,
          cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']).filter(([name, text]) => row.cells[name!] !== text)),
        },
      )
      .then(
        ({ outcome }) => {
          if (outcome === 'accepted') done(say(`第 ${row.sheetRow} 行已接收`, `Row ${row.sheetRow} is in`));
          if (outcome === 'known') done(say(`第 ${row.sheetRow} 行是已有的工单`, `Row ${row.sheetRow} was known`));
        },
        () => undefined,
      );
  };
  const reasons = retry.data?.outcome === 'parked' ? retry.data.reasons : row.reasons;
  return (
    <section aria-label={say(`第 ${row.sheetRow} 行`, `Row ${row.sheetRow}`)} className="job" style={{ borderLeftColor: '#b3261e' }}>
      <b>{say(`第 ${row.sheetRow} 行`, `Row ${row.sheetRow}`)}</b>：{reasons.join('；')}{' '}
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? say('收起', 'Close') : say(`更正第 ${row.sheetRow} 行`, `Put row ${row.sheetRow} right`)}
      </Button>
      {isOpen && (
        <Form
          name={`row-${row.id}`}
          layout="vertical"
          initialValues={{ cells: columns.map((name) => row.cells[name]) }}
          onFinish={hand}
          style={{ marginTop: 12 }}
        >
          <div className="cells">
            {columns.map((name, at) => (
              <Form.Item key={name} name={['cells', at]} label={name} style={{ marginBottom: 8 }}>
                <Input autoComplete="off" />
              </Form.Item>
            ))}
          </div>
          {retry.isError && <Trouble error={retry.error} />}
          <Button type="primary" htmlType="submit" loading={retry.isPending}>
            {say('重新导入这一行', 'Import this row again')}
          </Button>
        </Form>
      )}
    </section>
  );
}
