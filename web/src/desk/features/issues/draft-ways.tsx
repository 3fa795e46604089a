import { Button, Form, Input } from 'antd';
import { choicesOf, OneOf, Words, Yuan, type Choice } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { fittingTemplates } from './way-templates.js';

const ratio = /^(\d{1,3}(\.\d{1,4})?%|[1-9]\d{0,8}\/[1-9]\d{0,8})$/;

/** Ways of paying, to be laid side by side. */
export function Scenarios({ payers }: { payers: Choice[] }) {
  const say = useWords();
  return (
    <Form.List name="scenarios">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('怎样出资（可列几种，并排比较）', 'Who pays how (several are laid side by side)')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`出资办法 ${index + 1}`, `Way ${index + 1}`)}</legend>
              <Words name={[name, 'name']} label={say('名称', 'Name')} max={100} />
              <Grants at={name} payers={payers} />
              <Parts at={name} payers={payers} />
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  ((getFieldValue(['scenarios', name, 'parts']) ?? []) as unknown[]).length > 0 && (
                    <Words name={[name, 'document']} max={100} label={say('约定的依据，例如“五方协议”', 'The agreement')} />
                  )
                }
              </Form.Item>
              <OneOf
                name={[name, 'homesRule']}
                label={say('业主的部分怎样分到户', 'How homes share')}
                choices={choicesOf(labels.homesRule)}
              />
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  getFieldValue(['scenarios', name, 'homesRule']) !== 'STATUTORY' && (
                    <Words name={[name, 'homesAgreement']} max={100} label={say('业主约定的文件', 'The owners’ agreement on it')} />
                  )
                }
              </Form.Item>
              <OneOf
                name={[name, 'ownersMoney']}
                label={say('业主的钱从哪来', 'Owners pay from')}
                choices={choicesOf(labels.ownersMoney)}
              />
              {fields.length > 1 && (
                <Button onClick={() => remove(name)}>{say(`删去办法 ${index + 1}`, `Leave out way ${index + 1}`)}</Button>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add({ homesRule: 'STATUTORY', ownersMoney: 'FUND' })}>{say('加一种办法', 'Add a way')}</Button>
          <Templates payers={payers} add={add} />
        </fieldset>
      )}
    </Form.List>
  );
}

/** Ways that occur again and again, to begin from; ratios in them are examples and are changed to what was agreed on. */
function Templates({ payers, add }: { payers: Choice[]; add: (way: object) => void }) {
  const say = useWords();
  return (
    <fieldset>
      <legend>{say('从常见办法开始（比例仅为举例，请改成商定的）', 'Begin from a usual way (its ratios are examples)')}</legend>
      <div className="acts">
        {fittingTemplates(payers).map(({ name, english, way }) => (
          <Button key={name} onClick={() => add(structuredClone(way))}>
            {say(name, english)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Who pays something before the rest is shared (先行出资), in this order. */
function Grants({ at, payers }: { at: number; payers: Choice[] }) {
  const say = useWords();
  return (
    <Form.List name={[at, 'grants']}>
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('先行出资（按次序；没有则不加）', 'Paid before the sharing, in this order (if any)')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`先行出资 ${index + 1}`, `Grant ${index + 1}`)}</legend>
              <OneOf name={[name, 'payer']} label={say('出资方', 'Payer')} choices={payers} />
              <OneOf name={[name, 'kind']} label={say('怎样出', 'How')} choices={choicesOf(labels.grantKind)} />
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  getFieldValue(['scenarios', at, 'grants', name, 'kind']) === 'RATIO' ? (
                    <>
                      <Ratio name={[name, 'ratio']} />
                      <Yuan name={[name, 'amount']} isOptional label={say('上限（没有则不填）', 'At most (if so)')} />
                    </>
                  ) : (
                    <Yuan name={[name, 'amount']} label={say('金额', 'Amount')} />
                  )
                }
              </Form.Item>
              <Button onClick={() => remove(name)}>{say(`删去先行出资 ${index + 1}`, `Leave out grant ${index + 1}`)}</Button>
            </fieldset>
          ))}
          <Button onClick={() => add({ kind: 'FIXED' })}>{say('加一笔先行出资', 'Add a grant')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** Ratios that the parties have agreed on; without any the law's rule is applied. */
function Parts({ at, payers }: { at: number; payers: Choice[] }) {
  const say = useWords();
  return (
    <Form.List name={[at, 'parts']}>
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('约定比例（合计 100%；没有约定则不加，按法定分摊）', 'Agreed ratios, 100% in all (none: by law)')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`比例 ${index + 1}`, `Ratio ${index + 1}`)}</legend>
              <OneOf name={[name, 'payer']} label={say('出资方', 'Payer')} choices={payers} />
              <Ratio name={[name, 'ratio']} />
              <Button onClick={() => remove(name)}>{say(`删去比例 ${index + 1}`, `Leave out ratio ${index + 1}`)}</Button>
            </fieldset>
          ))}
          <Button onClick={() => add()}>{say('加一方的比例', 'Add a ratio')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function Ratio({ name }: { name: (string | number)[] }) {
  const say = useWords();
  return (
    <Form.Item
      name={name}
      label={say('比例', 'Part')}
      rules={[{ required: true, pattern: ratio, message: say('例如 50% 或 1/3', 'Such as 50% or 1/3') }]}
    >
      <Input style={{ maxWidth: 120 }} autoComplete="off" />
    </Form.Item>
  );
}
