import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered, Nothing } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { directoryKeys, versionStateText, type Version } from './words.js';

export const useVersions = () =>
  useQuery({ queryKey: ['directory', 'versions'], queryFn: ({ signal }) => call('dispatch.directory.versions', {}, { signal }) });

/** The versions of the directory: who published which, when and why; compared with the one in force, rolled back to, withdrawn while they wait. */
export function Versions({ inForce }: { inForce: number }) {
  const say = useWords();
  const personName = usePersonName();
  const versions = useVersions();
  const [compared, setCompared] = useState<number>();
  return (
    <Part id="versions" title={say('各版', 'Versions')}>
      <Answered query={versions} isEmpty={(found) => found.versions.length === 0} empty={say('还没有发布过', 'None yet')}>
        {(found) => (
          <Rows
            rowKey="version"
            dataSource={found.versions}
            pagination={{ pageSize: 10 }}
            columns={[
              {
                title: say('版本', 'Version'),
                render: (_, { version, state }) => (
                  <>
                    {say(`第 ${version} 版`, `Version ${version}`)}{' '}
                    <Mark tone={state === 'IN_FORCE' ? 'good' : state === 'WITHDRAWN' ? 'bad' : 'plain'}>{versionStateText(state)}</Mark>
                  </>
                ),
              },
              { title: say('施行', 'In force from'), render: (_, { from }) => fullText(from) },
              { title: say('行数', 'Rows'), dataIndex: 'rows', align: 'right' },
              { title: say('理由', 'Reason'), render: (_, one) => <Why version={one} /> },
              {
                title: say('发布', 'Published'),
                render: (_, { publishedAt, publishedBy }) => `${fullText(publishedAt)} ${personName(publishedBy)}`,
              },
              {
                title: say('处理', 'Action'),
                render: (_, { version, state }) => (
                  <div className="form-buttons" style={{ flexWrap: 'wrap' }}>
                    {version !== inForce && (
                      <Button
                        size="small"
                        aria-pressed={compared === version}
                        aria-label={say(`与现行比较 第 ${version} 版`, `Compare version ${version}`)}
                        onClick={() => setCompared(compared === version ? undefined : version)}
                      >
                        {say('与现行比较', 'Compare')}
                      </Button>
                    )}
                    {state === 'SCHEDULED' && (
                      <Command
                        operation="dispatch.directory.withdraw"
                        size="small"
                        title={say('撤回', 'Withdraw')}
                        about={say(`第 ${version} 版`, `version ${version}`)}
                        refreshes={directoryKeys}
                        input={({ reason }: { reason: string }) => ({ version, reason })}
                      >
                        <Words name="reason" label={say('理由', 'Reason')} min={2} max={300} rows={2} />
                      </Command>
                    )}
                    {(state === 'PAST' || state === 'IN_FORCE') && <RollBack version={version} />}
                  </div>
                ),
              },
            ]}
          />
        )}
      </Answered>
      {compared !== undefined && <Difference from={inForce} to={compared} />}
    </Part>
  );
}

function Why({ version: { reason, rollsBackTo, withdrawn } }: { version: Version }) {
  const say = useWords();
  return (
    <span className="long-text">
      {reason}
      {rollsBackTo !== null && say(`（退回到第 ${rollsBackTo} 版）`, ` (back to version ${rollsBackTo})`)}
      {withdrawn && say(`；撤回：${withdrawn.reason}`, `; withdrawn: ${withdrawn.reason}`)}
    </span>
  );
}

/** The rows of an earlier version, published as a new one; also of the one in force, where another waits that is not wanted after all. */
function RollBack({ version }: { version: number }) {
  const say = useWords();
  return (
    <Command
      operation="dispatch.directory.roll-back"
      size="small"
      title={say('退回到这一版', 'Roll back to it')}
      about={say(`第 ${version} 版`, `version ${version}`)}
      refreshes={directoryKeys}
      note={say(`把第 ${version} 版的各行作为新的一版发布。`, `Publishes the rows of version ${version} as a new version.`)}
      input={({ from, reason }: { from?: string; reason: string }) => ({ version, reason, ...(from && { from }) })}
    >
      <When name="from" label={say('自哪天零时起施行（不填即刻施行）', 'In force from (empty: at once)')} isOptional />
      <Words name="reason" label={say('理由', 'Reason')} min={2} max={300} rows={2} />
    </Command>
  );
}

/** Row by row what a version has otherwise than the one in force. */
function Difference({ from, to }: { from: number; to: number }) {
  const say = useWords();
  const difference = useQuery({
    queryKey: ['directory', 'diff', from, to],
    queryFn: ({ signal }) => call('dispatch.directory.diff', { from, to }, { signal }),
  });
  return (
    <section aria-labelledby="difference-title" style={{ marginTop: 12 }}>
      <h3 id="difference-title">{say(`第 ${to} 版与现行第 ${from} 版的不同`, `Version ${to} against version ${from}, in force`)}</h3>
      <Answered query={difference}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Nothing>{say('各行相同', 'The same rows')}</Nothing>
          ) : (
            <ul className="told" aria-live="polite">
              {changes.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}
