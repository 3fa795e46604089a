import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form } from 'antd';
import { OneOf, When } from '../../components/fields.js';
import { Part } from '../../components/part.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useWords } from '../../lib/words.js';
import { TrialFound } from './trial.js';
import { type Draft } from './words.js';

interface Tried {
  from?: string;
  to?: string;
  against: 'SENT' | 'BASE';
  asIfInForce?: boolean;
}

/** What the draft would have done with the orders there are; nothing is moved. What was found is of the draft as it was then, and goes when it changes. */
export function DryRun({ draft: { id, basedOn, version } }: { draft: Draft }) {
  const say = useWords();
  const run = useMutation({
    mutationFn: async ({ against, asIfInForce = false, ...days }: Tried) => ({
      of: version,
      trial: await call('dispatch.directory-draft.dry-run', {
        ...{ id, against, asIfInForce },
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
        <Form.Item
          name="asIfInForce"
          valuePropName="checked"
          help={say(
            '各行按当时的日期判断，以后才起施行的行不会派到任何工单；勾选后当作已经施行，季节、时段照看，已过期的行不算。',
            'Rows count by the day of each order, so one that begins later sends nothing; with this it has begun. Seasons and hours count; rows that are over do not.',
          )}
        >
          <Checkbox>{say('当作已经施行', 'As if in force already')}</Checkbox>
        </Form.Item>
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
