import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useWords } from '../../lib/words.js';

/** What kind of clock it is, and what that kind needs. */
export function Clock() {
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
