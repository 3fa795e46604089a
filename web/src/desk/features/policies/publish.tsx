import { Form, Input } from 'antd';
import { Command } from '../../components/command.js';
import { When, Words } from '../../components/fields.js';
import { useWords } from '../../lib/words.js';
import { clausesOf } from './clauses.js';

interface Filled {
  code?: string;
  name?: string;
  from: string;
  source: string;
  clauses: string;
}

/** Entering a version of a paper, or a paper that is new to the library. Its clauses are written or pasted one after the other, each with its number. */
export function Publish({ paper }: { paper?: { code: string; name: string } }) {
  const say = useWords();
  const malformed = say('每一条从“第几条”另起一行写起，例如：第三条 …', 'Each clause begins a line with its number, such as: 第三条 …');
  return (
    <Command
      operation="registry.policy.publish"
      title={paper ? say('录入一版', 'Enter a version') : say('录入新文件', 'Enter a new paper')}
      refreshes={[['policies']]}
      input={({ code, name, from, source, clauses }: Filled) => ({
        ...{ code: paper?.code ?? code!, name: paper?.name ?? name!, from, source, clauses: clausesOf(clauses)! },
      })}
    >
      {!paper && (
        <>
          <Words name="code" label={say('短代号（例如 M6）', 'Short code')} min={1} max={40} />
          <Words name="name" label={say('名称', 'Name')} min={2} max={80} />
        </>
      )}
      <When name="from" label={say('自哪天起施行', 'In force from')} />
      <Words name="source" label={say('依据（文号）', 'Issued by')} min={2} max={200} />
      <Form.Item
        name="clauses"
        label={say('正文', 'Text')}
        rules={[
          {
            validator: (_, text?: string) => (text && clausesOf(text) ? Promise.resolve() : Promise.reject(new Error(malformed))),
          },
        ]}
      >
        <Input.TextArea rows={10} />
      </Form.Item>
    </Command>
  );
}
