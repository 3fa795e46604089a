import { Button, Form, Input, InputNumber, Select } from 'antd';
import { choicesOf } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import type { FilledRow } from './limit-rows.js';

/** Who is told when: before it is due, when it is, and after. */
export function Stages() {
  const say = useWords();
  const stages: FilledRow['stages'] = Form.useWatch('stages') ?? [];
  // Stages stand in the order in which they come: a further warning before the breach.
  const warnings = stages.filter(({ kind }) => kind === 'warning').length;
  const required = [{ required: true, message: say('请填写', 'Needed') }];
  return (
    <Form.List name="stages">
      {(fields, { add, remove }) => (
        <fieldset className="stage-fields">
          <legend>{say('环节与告知', 'Stages, and who is told')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="field-row">
              <Form.Item name={[name, 'kind']} label={say(`环节 ${name + 1}`, `Stage ${name + 1}`)} rules={required}>
                <Select
                  style={{ width: 120 }}
                  options={[
                    { value: 'warning', label: say('到期前提醒', 'Warning') },
                    { value: 'breach', label: say('到期', 'When due') },
                    { value: 'after', label: say('到期之后', 'After') },
                  ]}
                />
              </Form.Item>
              {stages[name]?.kind === 'warning' && <WarningAt name={name} when={stages[name].when} />}
              {stages[name]?.kind === 'after' && (
                <Form.Item
                  name={[name, 'afterDueMinutes']}
                  label={say(`环节 ${name + 1}：超时几分钟`, `Stage ${name + 1}: minutes late`)}
                  rules={required}
                >
                  <InputNumber min={1} precision={0} />
                </Form.Item>
              )}
              <Form.Item
                name={[name, 'tell']}
                label={say(`环节 ${name + 1}：告知谁`, `Stage ${name + 1} tells`)}
                rules={[{ required: true, type: 'array', min: 1, message: say('请选择告知谁', 'Whom?') }]}
              >
                <Select mode="multiple" optionFilterProp="label" style={{ minWidth: 200 }} options={choicesOf(labels.chainSeat)} />
              </Form.Item>
              <Form.Item label=" ">
                <Button size="small" onClick={() => remove(name)}>
                  {say(`去掉环节 ${name + 1}`, `Drop stage ${name + 1}`)}
                </Button>
              </Form.Item>
            </div>
          ))}
          <Button
            size="small"
            onClick={() => add({ kind: 'warning', when: 'minutes', tell: ['H'] }, warnings)}
            style={{ marginBottom: 12 }}
          >
            {say('增加提醒', 'Add a warning')}
          </Button>{' '}
          <Button size="small" onClick={() => add({ kind: 'after', tell: ['S'] })} style={{ marginBottom: 12 }}>
            {say('增加到期之后的环节', 'Add a stage after')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** When a warning comes, in one of four ways. */
function WarningAt({ name, when }: { name: number; when: FilledRow['stages'][number]['when'] }) {
  const say = useWords();
  const required = [{ required: true, message: say('请填写', 'Needed') }];
  const of = say(`环节 ${name + 1}：`, `Stage ${name + 1}: `);
  return (
    <>
      <Form.Item name={[name, 'when']} label={`${of}${say('怎样算', 'counted by')}`} rules={required}>
        <Select
          style={{ width: 130 }}
          options={[
            { value: 'minutes', label: say('第几分钟', 'minutes') },
            { value: 'days', label: say('第几日', 'days') },
            { value: 'fraction', label: say('时限的几分之几', 'a part of it') },
            { value: 'clockTime', label: say('末日几点', 'an hour') },
          ]}
        />
      </Form.Item>
      {when === 'minutes' && (
        <Form.Item name={[name, 'minutes']} label={`${of}${say('第几分钟', 'minute')}`} rules={required}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
      )}
      {when === 'days' && (
        <Form.Item name={[name, 'days']} label={`${of}${say('第几日', 'day')}`} rules={required}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
      )}
      {when === 'clockTime' && (
        <Form.Item name={[name, 'clockTime']} label={`${of}${say('几点', 'hour')}`} rules={required}>
          <Input maxLength={5} style={{ width: 90 }} placeholder="16:00" />
        </Form.Item>
      )}
      {when === 'fraction' && (
        <>
          <Form.Item name={[name, 'part']} label={`${of}${say('分子', 'part')}`} rules={required}>
            <InputNumber min={1} precision={0} style={{ width: 80 }} />
          </Form.Item>
          <Form.Item name={[name, 'of']} label={`${of}${say('分母', 'of')}`} rules={required}>
            <InputNumber min={2} precision={0} style={{ width: 80 }} />
          </Form.Item>
        </>
      )}
    </>
  );
}
