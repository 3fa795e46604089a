import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { sourceInWords } from '@wufang/contracts/sources';
import { choicesOf } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { filledOf, rowOf, type FilledRow } from './limit-rows.js';
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

/** What kind of clock it is, and what that kind needs. */
function Clock() {
  const say = useWords();
  const clock = Form.useWatch('clock');
  const unit = Form.useWatch('unit');
  const required = [{ required: true, message: say('请填写', 'Needed') }];
  const hour = [{ required: true, pattern: /^([01]\d|2[0-4]):[0-5]\d$/, message: say('形如 18:00', 'Like 18:00') }];
  const kinds = [
    { value: 'C', label: say('不分昼夜，连续计时', 'Day and night') },
    { value: 'CW', label: say('每日一段时间内计时', 'Within hours of each day') },
    { value: 'W', label: say('只计工作时间', 'Working hours') },
    { value: 'SAME_DAY', label: say('当日截止', 'By an hour of the day') },
    { value: 'D', label: say('按日（当日不计）', 'Days') },
  ];
  return (
    <div className="field-row">
      <Form.Item name="clock" label={say('计时方式', 'Kind of clock')} rules={required}>
        <Select style={{ minWidth: 200 }} options={kinds} />
      </Form.Item>
      {(clock === 'C' || clock === 'CW' || clock === 'W') && (
        <Form.Item name="minutes" label={say('时限（分钟）', 'Limit (minutes)')} rules={required}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
      )}
      {clock === 'CW' && (
        <>
          <Form.Item name="from" label={say('每日自', 'From')} rules={hour}>
            <Input maxLength={5} style={{ width: 90 }} />
          </Form.Item>
          <Form.Item name="to" label={say('每日至', 'To')} rules={hour}>
            <Input maxLength={5} style={{ width: 90 }} />
          </Form.Item>
        </>
      )}
      {clock === 'D' && (
        <>
          <Form.Item
            name="days"
            label={unit === 'working' ? say('时限（工作日）', 'Limit (working days)') : say('时限（日）', 'Limit (days)')}
            rules={required}
          >
            <InputNumber min={1} precision={0} />
          </Form.Item>
          <Form.Item name="unit" label={say('哪种日', 'Which days')} rules={required}>
            <Select
              style={{ width: 120 }}
              options={[
                { value: 'working', label: say('工作日', 'Working days') },
                { value: 'calendar', label: say('自然日', 'Calendar days') },
              ]}
            />
          </Form.Item>
          <Form.Item name="roll" valuePropName="checked" label={say('末日是休息日', 'If the last is a day off')}>
            <Checkbox>{say('顺延到下一个工作日', 'Rolls to the next working day')}</Checkbox>
          </Form.Item>
        </>
      )}
      {clock === 'SAME_DAY' && (
        <>
          <Form.Item name="at" label={say('当日截止', 'By')} rules={hour}>
            <Input maxLength={5} style={{ width: 90 }} />
          </Form.Item>
          <Form.Item name="until" label={say('此前收到', 'If in before')} rules={hour}>
            <Input maxLength={5} style={{ width: 90 }} />
          </Form.Item>
        </>
      )}
    </div>
  );
}

/** Who is told when: before it is due, when it is, and after. */
function Stages() {
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
