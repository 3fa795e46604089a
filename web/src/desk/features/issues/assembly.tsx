import type { Output } from '@wufang/api-client';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { Command } from '../../components/command.js';
import { choicesOf, OneOf, Words } from '../../components/fields.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, useParts, type Issue } from './api.js';
import { Files } from './files.js';

type Posted = Output<'deliberation.publicity.list'>['publicities'][number];
interface Filled {
  outcome: keyof typeof labels.assemblyOutcome;
  document: string;
  files: string[];
  voteId?: string;
}

/** That so many object that the owners' assembly has to decide (临时业主大会), what it came to, and the step that records it: kept by a vote of theirs alone. */
export function Assembly({ issue, posted }: { issue: Issue; posted: Posted }) {
  const say = useWords();
  const { own } = useParts(issue);
  const { assembly } = posted;
  if (!assembly) return null;
  const mayRecord =
    posted.state === 'POSTED' && assembly.outcome === null && own.some((seat) => seat === 'OWNERS_BODY' || seat === 'COMMUNITY');
  return (
    <div className="stack">
      <div>
        {say('异议业主达到规定的比例，须召开临时业主大会', 'So many owners object that an assembly is needed')}（
        {clockText(assembly.neededAt)}）{assembly.outcome && `：${labels.assemblyOutcome[assembly.outcome]}（${assembly.document}）`}
      </div>
      {mayRecord && (
        <Command
          operation="deliberation.publicity.record-assembly"
          refreshes={refreshedBy(issue)}
          title={say('登记临时业主大会结果', 'Record what the assembly decided')}
          note={say(
            '维持方案须有业主的表决：须开会以后公告、计票并且通过，由业主组织登记。修改方案的，写明会议纪要即可。',
            'To keep the plan takes a vote of the owners, called after the assembly was needed, counted and passed; their body records it.',
          )}
          initial={{ outcome: 'KEEP' as const }}
          input={({ outcome, document, files, voteId }: Filled) => ({
            ...{ id: posted.id, outcome, document, documentId: files[0]! },
            ...(outcome === 'KEEP' && voteId && { voteId }),
          })}
        >
          <OneOf name="outcome" label={say('结果', 'Outcome')} choices={choicesOf(labels.assemblyOutcome)} />
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) => getFieldValue('outcome') === 'KEEP' && <WhichVote issue={issue} neededAt={assembly.neededAt} />}
          </Form.Item>
          <Words name="document" label={say('决议或纪要的名称与文号', 'Title and number of the paper')} max={100} />
          <Files name="files" most={1} issueId={issue.id} label={say('决议或纪要扫描件', 'Scan of it')} />
        </Command>
      )}
    </div>
  );
}

/** Votes of the estate that were counted, called late enough to say it, and asked nothing else. */
function WhichVote({ issue, neededAt }: { issue: Issue; neededAt: string }) {
  const say = useWords();
  const votes = useQuery({
    queryKey: ['issue', issue.id, 'votes of the estate'],
    queryFn: ({ signal }) => call('deliberation.vote.list', { estateId: issue.estateId }, { signal }),
  });
  const fit = (votes.data?.votes ?? []).filter(
    ({ kind, state, announcedAt, questions }) =>
      kind !== 'ADVISORY' &&
      state === 'COUNTED' &&
      Date.parse(announcedAt) >= Date.parse(neededAt) &&
      questions.every(({ matter, options }) => matter === 'OTHER_MAJOR' && options.length === 1),
  );
  return (
    <Form.Item
      name="voteId"
      label={say('业主为此作出的表决', 'The owners’ vote on it')}
      rules={[{ required: true, message: say('请先组织表决，计票后再选择', 'Hold the vote and count it first') }]}
    >
      <Select
        notFoundContent={say(
          '须开会以后还没有这样的表决：以“其他重大事项”单独设问，只设“同意维持”一个选项，公告、表决并计票后再选',
          'No such vote since: one question of other matters, with a yes that keeps the plan, called and counted',
        )}
        options={fit.map(({ id, title, countedAt }) => ({ value: id, label: `${title}（${clockText(countedAt)}）` }))}
      />
    </Form.Item>
  );
}
