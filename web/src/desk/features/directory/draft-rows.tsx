import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { TableButtons } from '../../components/document-button.js';
import { FilePick } from '../../components/file-pick.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Trouble } from '../../components/states.js';
import { useCommand } from '../../lib/command.js';
import { useWords } from '../../lib/words.js';
import { FindingMark } from './draft-check.js';
import { nextId } from './row-fields.js';
import { RowEditor } from './row-editor.js';
import { DirectoryRows } from './rows-table.js';
import { categoryText, directoryKeys, type Draft, type Finding, type Kept, type Row, type RowWords } from './words.js';

interface RowsProps extends Kept {
  words: RowWords;
  findings: readonly Finding[];
  isWritten: boolean;
  shown: string;
  setShown: (text: string) => void;
}

/** The rows with what the check says of each, and the form of the one that is being written. */
export function RowsPart({ draft, rows, changes, pilot, words, findings, isWritten, shown, setShown }: RowsProps) {
  const say = useWords();
  const [open, setOpen] = useState<string | 'new'>();
  const [told, setTold] = useState('');
  const [which, setWhich] = useState<'all' | 'changed' | 'found'>('all');
  const changed = new Set(changes.map(({ id }) => id));
  const found = new Map<string, Finding[]>();
  for (const finding of findings) for (const { id } of finding.rows) found.set(id, [...(found.get(id) ?? []), finding]);
  const wanted = rows.filter(({ id }) => which === 'all' || (which === 'changed' ? changed.has(id) : found.has(id)));
  const newId = nextId([...rows, ...changes].map(({ id }) => id));
  const row = rows.find(({ id }) => id === open);
  const close = () => setOpen(undefined);
  return (
    <Part id="rows" title={say('各行', 'Rows')}>
      {isWritten && (
        <div className="stack" style={{ marginBottom: 12 }}>
          <div className="form-buttons">
            <Button aria-expanded={open === 'new'} onClick={() => setOpen(open === 'new' ? undefined : 'new')}>
              {say('新增一行', 'Add a row')}
            </Button>
          </div>
          {(row || open === 'new') && (
            <RowEditor
              key={open}
              draftId={draft.id}
              {...(row && { row })}
              id={row?.id ?? newId}
              words={words}
              known={rows.map(({ category }) => category)}
              close={close}
              done={() => {
                setTold(row ? say(`第 ${row.id} 号已改`, `Row ${row.id} changed`) : say(`第 ${newId} 号已加`, `Row ${newId} added`));
                close();
              }}
            />
          )}
        </div>
      )}
      <p role="status" style={{ marginBottom: told ? 12 : 0 }}>
        {told}
      </p>
      <DirectoryRows
        rows={wanted}
        pilot={pilot}
        words={words}
        text={shown}
        setText={setShown}
        pageSize={20}
        after={[
          {
            title: say('检查', 'Check'),
            render: (_, { id }) => (
              <>
                {changed.has(id) && (
                  <div>
                    <Mark tone="good">{say('改过', 'changed')}</Mark>
                  </div>
                )}
                {(found.get(id) ?? []).map((one) => (
                  <div key={one.text} className="long-text" style={{ maxWidth: '20em' }}>
                    <FindingMark finding={one} />
                    {one.text}
                  </div>
                ))}
              </>
            ),
          },
          ...(isWritten
            ? [
                {
                  title: say('处理', 'Action'),
                  render: (_: unknown, { id, category }: Row) => (
                    <div className="form-buttons">
                      <Button
                        size="small"
                        aria-label={say(`改第 ${id} 号`, `Change row ${id}`)}
                        aria-expanded={open === id}
                        onClick={() => setOpen(open === id ? undefined : id)}
                      >
                        {say('改', 'Change')}
                      </Button>
                      <Command
                        operation="dispatch.directory-draft.edit"
                        size="small"
                        title={say('删', 'Remove')}
                        about={say(`第 ${id} 号`, `row ${id}`)}
                        refreshes={directoryKeys}
                        note={say(
                          `从草稿里删去“${categoryText(category)}”这一行；发布之前可以恢复。`,
                          'It goes from the draft; it can be put back until that is published.',
                        )}
                        input={() => ({ id: draft.id, edits: [{ op: 'remove' as const, id }] })}
                        onDone={() => setTold(say(`第 ${id} 号已删`, `Row ${id} removed`))}
                      />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      >
        <Segmented
          className="no-print"
          aria-label={say('显示哪些行', 'Which rows')}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'all', label: say('全部', 'All') },
            { value: 'changed', label: say('改过的', 'Changed') },
            { value: 'found', label: say('检查有话的', 'With findings') },
          ]}
        />
      </DirectoryRows>
      <TableFile draft={draft} isWritten={isWritten} />
    </Part>
  );
}

/** The draft out as a workbook, and in again after it was worked on there. */
function TableFile({ draft: { id }, isWritten }: { draft: Draft; isWritten: boolean }) {
  const say = useWords();
  const put = useCommand('dispatch.directory-draft.import', directoryKeys, (file: File) => ({ id, fileName: file.name, file }));
  return (
    <div className="stack" style={{ marginTop: 12 }}>
      <div className="acts">
        <TableButtons name="dispatch.directory-draft.export" input={{ id }} label={say('导出草稿', 'Save the draft')} />
      </div>
      {isWritten && (
        <FilePick
          label={say('用改好的表格换掉草稿的全部行（.xlsx 或 .csv）', 'Replace all rows by a table (.xlsx or .csv)')}
          accept=".xlsx,.csv"
          isPending={put.isPending}
          pick={(file) => put.mutate(file)}
        />
      )}
      {put.isError && <Trouble error={put.error} />}
      <p role="status">{put.isSuccess && say(`已换成 ${put.data.rows} 行`, `Replaced by ${put.data.rows} rows`)}</p>
    </div>
  );
}
