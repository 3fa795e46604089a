import { useMutation } from '@tanstack/react-query';
import type { Input } from '@wufang/api-client';
import { Alert, Button, Form } from 'antd';
import { When, Words } from '../../components/fields.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { fullText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';
import type { TreeDraft } from './tree-draft.js';

interface Told {
  from?: string;
  source: string;
}

/** The check, and the publication with its first day and its paper. */
export function Publish({ draft, undo, done }: { draft: TreeDraft; undo: () => void; done: (told: string) => void }) {
  const say = useWords();
  const content: Input<'intake.category-tree.check'> = { leaves: [...draft.leaves], renames: [...draft.renames] };
  const check = useMutation({ mutationFn: async () => ({ of: draft, ...(await call('intake.category-tree.check', content)) }) });
  const publish = useCommand('intake.category-tree.publish', [['categories']]);
  const checked = check.data?.of === draft ? check.data : undefined;
  return (
    <>
      <div className="form-buttons">
        <Button loading={check.isPending} onClick={() => check.mutate()}>
          {say('检查', 'Check')}
        </Button>
        <Button onClick={undo}>{say('全部不改', 'Undo all')}</Button>
      </div>
      <div role="status">
        {check.isError && <Trouble error={check.error} />}
        {checked && (
          <Alert
            showIcon
            type={checked.mayBePublished ? 'success' : 'error'}
            message={checked.mayBePublished ? say('可以发布', 'May be published') : say('还不能发布', 'Not to be published yet')}
            description={
              checked.faults.length > 0 && (
                <ul className="told">
                  {checked.faults.map(({ text }) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              )
            }
          />
        )}
      </div>
      <Form
        name="publish-categories"
        layout="vertical"
        requiredMark={false}
        onFinish={({ from, source }: Told) =>
          sendThen(publish, { ...content, source, ...(from && { from }) }, ({ version, from: begins }) =>
            done(say(`已发布第 ${version} 版，自 ${fullText(begins)} 施行`, `Published as version ${version}, from ${fullText(begins)}`)),
          )
        }
      >
        <When name="from" label={say('自哪天零时起施行（不填即刻施行）', 'In force from (empty: at once)')} isOptional />
        <Words name="source" label={say('依据的文件', 'Source')} min={2} max={200} />
        {publish.isError && <Trouble error={publish.error} />}
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {say('发布问题分类', 'Publish the categories')}
        </Button>
      </Form>
    </>
  );
}
