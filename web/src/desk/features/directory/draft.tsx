import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dayAfter, fullText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { Changes } from './draft-changes.js';
import { Checked } from './draft-check.js';
import { RowsPart } from './draft-rows.js';
import { DryRun } from './draft-trial.js';
import { useVersions } from './versions.js';
import { directoryKeys, draftStateText, useRowWords, type Draft, type Kept } from './words.js';

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

function DraftOf({ draft, rows, changes, pilot }: Kept) {
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
      <RowsPart {...{ draft, rows, changes, pilot, words, findings, isWritten, shown, setShown }} />
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
