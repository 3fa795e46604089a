import { Button, Checkbox, Form } from 'antd';
import { Words, Yuan } from '../../components/fields.js';
import { useWords } from '../../lib/words.js';
import type { Issue } from './api.js';
import { Files } from './files.js';

/** Offers, who is to do the works, and an expert’s word where the matter needs it. */
export function Offers({ issue }: { issue: Issue }) {
  const say = useWords();
  return (
    <>
      <Form.List name="quotes">
        {(fields, { add, remove }) => (
          <fieldset>
            <legend>{say('报价（总额超过 50,000 元的至少两份）', 'Offers (two at least above 50,000 yuan)')}</legend>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key}>
                <legend>{say(`报价 ${index + 1}`, `Offer ${index + 1}`)}</legend>
                <Words name={[name, 'firm']} label={say('报价单位', 'Contractor')} max={100} />
                <Yuan name={[name, 'amount']} label={say('报价金额', 'Offer')} />
                <Files name={[name, 'papers']} most={1} issueId={issue.id} label={say('报价单', 'Paper')} />
                <Button onClick={() => remove(name)}>{say(`删去报价 ${index + 1}`, `Leave out offer ${index + 1}`)}</Button>
              </fieldset>
            ))}
            <Button onClick={() => add()}>{say('加一份报价', 'Add an offer')}</Button>
          </fieldset>
        )}
      </Form.List>
      <Words name={['contractor', 'firm']} isOptional max={100} label={say('拟选施工单位（未定则不填）', 'Contractor (if chosen)')} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue(['contractor', 'firm']) && (
            <Words name={['contractor', 'reason']} label={say('选它的理由', 'Why this one')} rows={2} />
          )
        }
      </Form.Item>
      <Form.Item name="isTechnical" valuePropName="checked">
        <Checkbox>{say('涉及结构、电梯、消防等专业判断，须有专家意见', 'Needs an expert’s word (structure, lifts, fire)')}</Checkbox>
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('isTechnical') && (
            <>
              <Words name={['report', 'title']} label={say('专家意见名称', 'Report')} max={100} />
              <Files name={['report', 'papers']} most={1} issueId={issue.id} label={say('专家意见', 'Paper')} />
            </>
          )
        }
      </Form.Item>
    </>
  );
}
