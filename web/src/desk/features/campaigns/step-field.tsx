import { Form, Select } from 'antd';
import { choicesOf } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';

/** What the officers did (处理、整改、暂扣、立案): a record, where there is something to record. */
export function StepField() {
  const say = useWords();
  return (
    <Form.Item name="step" label={say('执法措施（没有的不选，只作记录）', 'Step taken (if any, a record only)')}>
      <Select allowClear options={choicesOf(labels.enforcementStep)} />
    </Form.Item>
  );
}
