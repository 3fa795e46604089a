import { Button, Form } from 'antd';
import { choicesOf, OneOf, Words, Yuan } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import type { PayerKind } from './draft.js';

/** Who may pay without a seat at the table. */
const seatless: readonly PayerKind[] = ['COMMUNITY_FUND', 'DONOR', 'UTILITY', 'DEVELOPER', 'LIABLE_PERSON'];

/** What is done and what it costs; what is one body's own duty is shared with nobody. */
export function Items({ payers }: { payers: readonly string[] }) {
  const say = useWords();
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('工程与费用', 'Works and costs')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`第 ${index + 1} 项`, `Item ${index + 1}`)}</legend>
              <Words name={[name, 'name']} label={say('工程', 'What')} max={100} />
              <Yuan name={[name, 'amount']} label={say('金额', 'Amount')} />
              <OneOf name={[name, 'work']} label={say('类别', 'Kind')} choices={choicesOf(labels.workKind)} />
              <OneOf
                name={[name, 'duty']}
                isOptional
                label={say('属于一方自身责任、不分摊的（没有则不选）', 'One body’s own duty, shared with nobody (if so)')}
                choices={choicesOf(labels.soleDuty)}
              />
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  getFieldValue(['items', name, 'duty']) !== undefined && (
                    <Words
                      name={[name, 'by']}
                      max={100}
                      label={say(`由谁承担（${payers.join('、')}，或下面另列的出资方）`, 'Whose duty')}
                    />
                  )
                }
              </Form.Item>
              {fields.length > 1 && (
                <Button onClick={() => remove(name)}>{say(`删去第 ${index + 1} 项`, `Leave out item ${index + 1}`)}</Button>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add({ work: 'REPAIR' })}>{say('加一项工程', 'Add an item')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** Who pays without a seat, by name. */
export function Others() {
  const say = useWords();
  return (
    <Form.List name="otherPayers">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('没有席位的出资方（没有则不加）', 'Payers without a seat (if any)')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`另列出资方 ${index + 1}`, `Payer ${index + 1}`)}</legend>
              <Words name={[name, 'name']} label={say('名称', 'Name')} max={100} />
              <OneOf name={[name, 'kind']} label={say('是哪一类', 'What it is')} choices={choicesOf(labels.payerKind, seatless)} />
              <Button onClick={() => remove(name)}>{say(`删去出资方 ${index + 1}`, `Leave out payer ${index + 1}`)}</Button>
            </fieldset>
          ))}
          <Button onClick={() => add()}>{say('加一个出资方', 'Add a payer')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
