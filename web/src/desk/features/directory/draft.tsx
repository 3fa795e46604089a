import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Alert, Button, Form, Segmented } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { DocumentButton } from '../../components/document-button.js';
import { OneOf, When, Words } from '../../components/fields.js';
import { FilePick } from '../../components/file-pick.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useCommand } from '../../lib/command.js';
import { dayAfter, fullText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { nextId } from './row-fields.js';
import { RowEditor } from './row-editor.js';
import { DirectoryRows } from './rows-table.js';
import { TrialFound } from './trial.js';
import { useVersions } from './versions.js';
import { categoryText, directoryKeys, draftStateText, useRowWords, type Change, type Draft, type Row, type RowWords } from './words.js';

type Finding = Output<'dispatch.directory-draft.check'>['findings'][number];
interface Kept {
  draft: Draft;
  rows: readonly Row[];
  changes: readonly Change[];
}

/** One draft (草稿) of the directory, from its first changed row to its publication: rows, what has changed, what the check says, what it would do. */
export default function DraftPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const kept = useQuery({
    queryKey: ['directory', 'draft', id],
    queryFn: ({ signal }) => call('dispatch.directory-draft.get', { id }, { signal }),
  });
  return (
    <Answered query={kept} heading={say('派单目录草稿', 'Draft of the directory')}>
      {(found) => <DraftOf key={id} {...found} />}
    </Answered>
  );
}

function DraftOf({ draft, rows, changes }: Kept) {
  const say = useWords();
  const may = useMay();
  const words = useRowWords([...rows, ...changes.flatMap(({ before }) => before ?? [])]);
  const isOpen = draft.state === 'OPEN';
  const isWritten = isOpen && may('dispatch.directory-draft.edit');
  const check = useQuery({
    queryKey: ['directory', 'check', draft.id],
    queryFn: ({ signal }) => call('dispatch.directory-draft.check', { id: draft.id }, { signal }),
    enabled: isOpen,
  });
  const [shown, setShown] = useState('');
  const findings = check.data?.findings ?? [];
  const { id } = draft;
  return (
    <section aria-labelledby="draft-title" className="order">
      <PageHead
        id="draft-title"
        title={
          <>
            {draft.title} <Mark tone={isOpen ? 'plain' : draft.state === 'PUBLISHED' ? 'good' : 'bad'}>{draftStateText(draft.state)}</Mark>
          </>
        }
      />
      <p className="foot">
        {say(
          `在第 ${draft.basedOn} 版上起草，${draft.rows} 行，改动 ${changes.length} 处；最近修改 ${fullText(draft.updatedAt)}。`,
          `From version ${draft.basedOn}, ${draft.rows} rows, ${changes.length} changes; last changed ${fullText(draft.updatedAt)}. `,
        )}{' '}
        <Link to="/rules">{say('回到派单目录', 'To the directory')}</Link>
      </p>
      {draft.state === 'PUBLISHED' && (
        <Alert type="success" showIcon message={say(`已发布为第 ${draft.publishedAs} 版`, `Published as version ${draft.publishedAs}`)} />
      )}
      {isOpen && <Outdated draft={draft} />}
      <RowsPart {...{ draft, rows, changes, words, findings, isWritten, shown, setShown }} />
      <Changes {...{ draft, changes, isWritten }} />
      {isOpen && (
        <Part id="check" title={say('检查结果', 'The check')}>
          <Answered query={check}>{(found) => <Checked {...found} show={setShown} />}</Answered>
        </Part>
      )}
      {isOpen && <DryRun draft={draft} />}
      {isWritten && (
        <Part id="publish" title={say('发布', 'Publish')}>
          <p>
            {say(
              '到了施行那天自动生效；此前已经派出的工单不变。有错误的草稿不能发布。',
              'It takes effect by itself on its day; what was sent before stays. A draft with errors is not published.',
            )}
          </p>
          <div className="acts">
            <Command
              operation="dispatch.directory-draft.publish"
              isPrimary
              title={say('发布草稿', 'Publish the draft')}
              refreshes={directoryKeys}
              initial={{ from: dayAfter(new Date().toISOString(), 1) }}
              {...(changes.length === 0 && { note: say('草稿还没有改动，发布后各行与原来相同。', 'Nothing has changed yet.') })}
              input={({ from, reason }: Published) => ({ id, reason, ...(from && { from }) })}
            >
              <When name="from" label={say('自哪天零时起施行（清空即刻施行）', 'In force from (empty: at once)')} isOptional />
              <Words name="reason" label={say('理由', 'Reason')} min={2} max={300} rows={2} />
            </Command>
            <Command
              operation="dispatch.directory-draft.discard"
              title={say('弃用草稿', 'Discard the draft')}
              refreshes={directoryKeys}
              input={({ reason }: { reason: string }) => ({ id, reason })}
            >
              <Words name="reason" label={say('理由', 'Reason')} min={2} max={300} rows={2} />
            </Command>
          </div>
        </Part>
      )}
    </section>
  );
}

interface Published {
  from?: string;
  reason: string;
}

/** Another version has been published since: the draft's changes are carried over before it can be. */
function Outdated({ draft }: { draft: Draft }) {
  const say = useWords();
  const versions = useVersions();
  const newest =
    versions.data?.versions.filter(({ state }) => state !== 'WITHDRAWN').reduce((most, { version }) => Math.max(most, version), 0) ?? 0;
  if (newest === 0 || newest === draft.basedOn) return null;
  return (
    <div className="stack">
      <Alert
        type="warning"
        showIcon
        message={say(
          `最新一版是第 ${newest} 版，草稿是在第 ${draft.basedOn} 版上起草的：须先把改动移过去，才能发布。`,
          `The newest version is ${newest}, the draft began from ${draft.basedOn}: carry its changes over before publishing.`,
        )}
      />
      <Command
        operation="dispatch.directory-draft.rebase"
        title={say(`把改动移到第 ${newest} 版上`, `Carry over to version ${newest}`)}
        refreshes={directoryKeys}
        input={() => ({ id: draft.id })}
      />
    </div>
  );
}

interface RowsProps extends Kept {
  words: RowWords;
  findings: readonly Finding[];
  isWritten: boolean;
  shown: string;
  setShown: (text: string) => void;
}

/** The rows with what the check says of each, and the form of the one that is being written. */
function RowsPart({ draft, rows, changes, words, findings, isWritten, shown, setShown }: RowsProps) {
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
        words={words}
        text={shown}
        setText={setShown}
        pageSize={20}
        after={[
          {
            title: say('检查', 'Check'),
            render: (_, { id }) => (
              <>
                {changed.has(id) && <Mark tone="good">{say('改过', 'changed')}</Mark>}
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
        <DocumentButton
          name="dispatch.directory-draft.export"
          input={{ id, format: 'xlsx' }}
          label={say('导出草稿', 'Save the draft')}
          kind="Excel"
        />
        <DocumentButton
          name="dispatch.directory-draft.export"
          input={{ id, format: 'csv' }}
          label={say('导出草稿', 'Save the draft')}
          kind="CSV"
        />
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

function FindingMark({ finding: { severity } }: { finding: Finding }) {
  const say = useWords();
  return severity === 'error' ? <Mark tone="bad">{say('错误', 'Error')}</Mark> : <Mark>{say('提醒', 'Warning')}</Mark>;
}

/** What differs from the version the draft began from, each with the way back. */
function Changes({ draft, changes, isWritten }: Pick<Kept, 'draft' | 'changes'> & { isWritten: boolean }) {
  const say = useWords();
  const back = ({ id, change, before }: Change) =>
    change === 'added'
      ? { op: 'remove' as const, id }
      : change === 'removed'
        ? { op: 'add' as const, row: before! }
        : { op: 'replace' as const, row: before! };
  return (
    <Part
      id="changes"
      title={say(`与第 ${draft.basedOn} 版的不同：${changes.length} 处`, `${changes.length} differences from version ${draft.basedOn}`)}
    >
      {changes.length === 0 ? (
        <p>{say('还没有改动：在上面找到要改的行，按“改”。', 'None yet: find the row above and press “Change”.')}</p>
      ) : (
        <ul className="told">
          {changes.map((change) => (
            <li key={change.id}>
              {change.text}
              {isWritten && (
                <Command
                  operation="dispatch.directory-draft.edit"
                  size="small"
                  title={say('恢复原样', 'Put back')}
                  about={say(`第 ${change.id} 号`, `row ${change.id}`)}
                  refreshes={directoryKeys}
                  input={() => ({ id: draft.id, edits: [back(change)] })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Checked({ mayBePublished, findings, show }: Output<'dispatch.directory-draft.check'> & { show: (id: string) => void }) {
  const say = useWords();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div className="stack">
      <Alert
        role="status"
        showIcon
        type={mayBePublished ? 'success' : 'error'}
        message={
          mayBePublished
            ? say(`可以发布：没有错误，${findings.length} 条提醒`, `May be published: no errors, ${findings.length} warnings`)
            : say(`不能发布：${errors} 处错误须先改正`, `Not to be published: ${errors} errors`)
        }
      />
      {findings.length > 0 && (
        <ul className="plain">
          {findings.slice(0, 100).map((finding) => (
            <li key={finding.text}>
              <FindingMark finding={finding} />
              {finding.text}{' '}
              {finding.rows.map(({ id }) => (
                <Button
                  key={id}
                  size="small"
                  onClick={() => {
                    show(id);
                    document.getElementById('rows')?.scrollIntoView();
                  }}
                >
                  {say(`看第 ${id} 号`, `See row ${id}`)}
                </Button>
              ))}
            </li>
          ))}
        </ul>
      )}
      {findings.length > 100 && <p>{say(`另有 ${findings.length - 100} 条`, `${findings.length - 100} more`)}</p>}
    </div>
  );
}

interface Tried {
  from?: string;
  to?: string;
  against: 'SENT' | 'BASE';
}

/** What the draft would have done with the orders there are; nothing is moved. What was found is of the draft as it was then, and goes when it changes. */
function DryRun({ draft: { id, basedOn, version } }: { draft: Draft }) {
  const say = useWords();
  const run = useMutation({
    mutationFn: async ({ against, ...days }: Tried) => ({
      of: version,
      trial: await call('dispatch.directory-draft.dry-run', {
        ...{ id, against },
        ...(days.from && { from: days.from }),
        ...(days.to && { to: days.to }),
      }),
    }),
  });
  return (
    <Part id="dry-run" title={say('试派', 'Dry run')}>
      <p>
        {say('用草稿把已有工单重派一遍，看哪些会派往别处；不改变任何工单。', 'Sends the orders there are anew on paper; nothing is moved.')}
      </p>
      <Form
        name="draft-dry-run"
        layout="vertical"
        requiredMark={false}
        initialValues={{ against: 'BASE' }}
        onFinish={(filled: Tried) => run.mutate(filled)}
        style={{ marginTop: 12 }}
      >
        <div className="field-row">
          <When name="from" label={say('派单自（可不填）', 'Sent from (optional)')} isOptional />
          <When name="to" label={say('派单至（可不填）', 'Sent until (optional)')} isOptional />
          <OneOf
            name="against"
            label={say('与什么比较', 'Compared with')}
            choices={[
              { value: 'BASE', label: say(`第 ${basedOn} 版会派给谁`, `where version ${basedOn} sends them`) },
              { value: 'SENT', label: say('当时派给了谁', 'where they went') },
            ]}
          />
        </div>
        <Button htmlType="submit" loading={run.isPending}>
          {say('开始试派', 'Start the dry run')}
        </Button>
      </Form>
      <div role="status" style={{ marginTop: 12 }}>
        {run.isError && <Trouble error={run.error} />}
        {run.data && run.data.of === version && <TrialFound trial={run.data.trial} />}
        {run.data && run.data.of !== version && say('草稿改过了，请再试派一次。', 'The draft has changed: run it again.')}
      </div>
    </Part>
  );
}
