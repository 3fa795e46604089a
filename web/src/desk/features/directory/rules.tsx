import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { TableButtons } from '../../components/document-button.js';
import { Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { DirectoryRows } from './rows-table.js';
import { TrialFound } from './trial.js';
import { useVersions, Versions } from './versions.js';
import { directoryKeys, draftStateText, useRowWords, versionStateText, type Pilot, type Row } from './words.js';

/** The dispatch directory (派单目录): the rows of a version, its drafts, its versions, and what the one in force would do with the orders there are. */
export default function Rules() {
  const say = useWords();
  const may = useMay();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const wanted = Number(asked['version']) || undefined;
  const directory = useQuery({
    queryKey: ['directory', 'rows', wanted ?? 'in force'],
    queryFn: ({ signal }) => call('dispatch.directory.get', wanted === undefined ? {} : { version: wanted }, { signal }),
  });
  const versions = useVersions();
  const inForce = versions.data?.versions.find(({ state }) => state === 'IN_FORCE')?.version ?? 0;
  return (
    <section aria-labelledby="rules-title" className="order">
      <PageHead id="rules-title" title={say('派单目录', 'Dispatch directory')}>
        <VersionPick wanted={wanted} />
        {may('dispatch.directory.statistics') && <Link to="/rules/statistics">{say('各行的成效', 'How rows have done')}</Link>}
      </PageHead>
      {may('dispatch.directory-draft.list') && <Drafts />}
      <Answered
        query={directory}
        isEmpty={({ rows }) => rows.length === 0}
        empty={say('还没有发布派单目录，请管理员发布', 'No directory yet: ask the administrator to publish one')}
      >
        {({ version, from, rows, pilot }) => (
          <>
            {wanted !== undefined && inForce !== version && (
              <Alert type="info" showIcon message={say('这一版现在不施行。', 'This version is not in force now.')} />
            )}
            <Version key={version} {...{ version, from, rows, pilot }} />
          </>
        )}
      </Answered>
      <Versions inForce={inForce} />
      {may('dispatch.directory.dry-run') && <DryRun />}
    </section>
  );
}

function VersionPick({ wanted }: { wanted: number | undefined }) {
  const say = useWords();
  const navigate = useNavigate();
  const versions = useVersions().data?.versions ?? [];
  const inForce = versions.find(({ state }) => state === 'IN_FORCE')?.version;
  if (versions.length < 2) return null;
  return (
    <Select
      aria-label={say('看哪一版', 'Version')}
      style={{ width: 180 }}
      value={wanted ?? inForce}
      onChange={(version: number) =>
        void navigate({ to: '/rules', search: { version: version === inForce ? undefined : version } as never, replace: true })
      }
      options={versions.map(({ version, state }) => ({
        value: version,
        label: say(`第 ${version} 版（${versionStateText(state)}）`, `Version ${version} (${versionStateText(state)})`),
      }))}
    />
  );
}

function Version({ version, from, rows, pilot }: { version: number; from: string | null; rows: readonly Row[]; pilot: Pilot }) {
  const say = useWords();
  const [text, setText] = useState('');
  const words = useRowWords(rows);
  return (
    <Card
      title={say(
        `第 ${version} 版，自 ${fullText(from)} 施行，${rows.length} 行`,
        `Version ${version}, from ${fullText(from)}, ${rows.length} rows`,
      )}
    >
      <DirectoryRows rows={rows} pilot={pilot} words={words} text={text} setText={setText} pageSize={20} />
      <div className="acts">
        <TableButtons name="dispatch.directory.export" input={{ version }} label={say('导出这一版', 'Save this version')} />
      </div>
    </Card>
  );
}

/** Drafts of the next version, and a new one. */
function Drafts() {
  const say = useWords();
  const navigate = useNavigate();
  const drafts = useQuery({
    queryKey: ['directory', 'drafts'],
    queryFn: ({ signal }) => call('dispatch.directory-draft.list', {}, { signal }),
  });
  return (
    <Part id="drafts" title={say('草稿：改目录从这里开始', 'Drafts: changes begin here')}>
      <Answered query={drafts}>
        {({ drafts: found }) =>
          found.length === 0 ? (
            <p>
              {say(
                '没有草稿。起草之后改行、看检查、试派，再定哪天起施行。',
                'None. Begin one, change rows, look at the check, try it, publish it.',
              )}
            </p>
          ) : (
            <Rows
              rowKey="id"
              dataSource={found}
              pagination={{ pageSize: 5 }}
              columns={[
                {
                  title: say('草稿', 'Draft'),
                  render: (_, { id, title }) => (
                    <Link to="/rules/drafts/$id" params={{ id }}>
                      {title}
                    </Link>
                  ),
                },
                {
                  title: say('状态', 'State'),
                  render: (_, { state, publishedAs }) => (
                    <Mark tone={state === 'PUBLISHED' ? 'good' : 'plain'}>
                      {draftStateText(state)}
                      {publishedAs !== null && say(`为第 ${publishedAs} 版`, ` as version ${publishedAs}`)}
                    </Mark>
                  ),
                },
                { title: say('在哪一版上', 'From version'), dataIndex: 'basedOn', align: 'right' },
                { title: say('行数', 'Rows'), dataIndex: 'rows', align: 'right' },
                { title: say('最近修改', 'Last changed'), render: (_, { updatedAt }) => fullText(updatedAt) },
              ]}
            />
          )
        }
      </Answered>
      <div className="acts">
        <Command
          operation="dispatch.directory-draft.open"
          title={say('起草', 'Begin a draft')}
          isPrimary
          refreshes={directoryKeys}
          input={({ title }: { title: string }, id) => ({ id, title })}
          onDone={({ id }) => void navigate({ to: '/rules/drafts/$id', params: { id } })}
        >
          <Words name="title" label={say('改什么（草稿名称）', 'What it changes (its name)')} min={2} max={80} />
        </Command>
      </div>
    </Part>
  );
}

/** Where the directory would send the orders there are, beside where they went; nothing is moved. */
function DryRun() {
  const say = useWords();
  const run = useMutation({ mutationFn: () => call('dispatch.directory.dry-run', {}) });
  return (
    <Part id="dry-run" title={say('现行目录试派', 'Dry run of the version in force')}>
      <p>
        {say(
          '用现行目录把已有工单重派一遍，与当时去向比较；不改变任何工单。',
          'Sends all orders anew on paper and compares; nothing is moved.',
        )}
      </p>
      <div className="acts">
        <Button onClick={() => run.mutate()} loading={run.isPending}>
          {say('开始试派', 'Start the dry run')}
        </Button>
      </div>
      <div role="status" style={{ marginTop: 12 }}>
        {run.isError && <Trouble error={run.error} again={() => run.mutate()} />}
        {run.data && <TrialFound trial={run.data} />}
      </div>
    </Part>
  );
}
