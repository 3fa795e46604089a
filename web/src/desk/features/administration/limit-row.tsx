import { Button, Checkbox, Form, Input, Select } from 'antd';
import { sourceInWords } from '@wufang/contracts/sources';
import { choicesOf } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Clock } from './limit-clock.js';
import { filledOf, rowOf, type FilledRow } from './limit-rows.js';
import { Stages } from './limit-stages.js';
import type { Row } from './limit-words.js';

/** The system's own clocks: no table counts them. */
const uncounted: readonly string[] = ['DUTY_NEXT', 'LEADER_LIST'];

const fresh: Partial<FilledRow> = {
  ...{ clock: 'D', unit: 'working', roll: false },
  stages: [
    { kind: 'warning', when: 'fraction', part: 1, of: 2, tell: ['H'] },
    { kind: 'breach', tell: ['S'] },
  ],
};

interface Props {
  /** Absent for one that is begun. */
  row?: Row;
  /** Whose duty it is, and what it is for, may be chosen: the table does not have it yet. */
  isNew: boolean;
  done: (row: Row) => void;
}

/** One row: what it is for, what kind of clock it is and how long, who is told at each stage, where it comes from. The server judges it with the table. */
export function LimitRow({ row, isNew, done }: Props) {
  const say = useWords();
  const [form] = Form.useForm<FilledRow>();
  const required = [{ required: true, message: say('请填写', 'Needed') }];
  const isNamed = Form.useWatch('isNamedByDirectory', form);
  const source = Form.useWatch('source', form);
  const inWords = source && sourceInWords(source);
  return (
    <Form
      form={form}
      name="limit"
      layout="vertical"
      requiredMark={false}
      initialValues={row ? filledOf(row) : fresh}
      onFinish={(filled: FilledRow) => done(rowOf({ ...(row && filledOf(row)), ...filled }))}
    >
      {isNew && (
        <div className="field-row">
          <Form.Item name="code" label={say('责任', 'Duty')} rules={required}>
            <Select
              showSearch
              optionFilterProp="label"
              style={{ minWidth: 220 }}
              options={choicesOf(labels.deadlineCode).filter(({ value }) => !uncounted.includes(value))}
            />
          </Form.Item>
          {!isNamed && (
            <Form.Item name="levels" label={say('适用级别（不选为全部）', 'Levels (none: all)')}>
              <Select mode="multiple" optionFilterProp="label" style={{ minWidth: 220 }} options={choicesOf(labels.level)} />
            </Form.Item>
          )}
          <Form.Item name="demandTypes" label={say('适用诉求类型（不选为全部）', 'Types (none: all)')}>
            <Select mode="multiple" optionFilterProp="label" style={{ minWidth: 220 }} options={choicesOf(labels.demandType)} />
          </Form.Item>
          <Form.Item name="isNamedByDirectory" valuePropName="checked" label={say('范围', 'Scope')}>
            <Checkbox>{say('只用于派单目录指明的', 'Only where the directory says so')}</Checkbox>
          </Form.Item>
        </div>
      )}
      <Clock />
      <Stages />
      <Form.Item
        name="source"
        label={say('依据', 'Source')}
        rules={required}
        extra={inWords && inWords !== source ? say(`即：${inWords}`, inWords) : undefined}
        style={{ maxWidth: 520 }}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Button htmlType="submit" style={{ marginBottom: 12 }}>
        {say('记入草稿', 'Into the draft')}
      </Button>
    </Form>
  );
}
