import { Form, Input, Select } from 'antd';
import { useUnits } from '../lib/names.js';
import { useWords } from '../lib/words.js';

interface Field {
  name: string;
  label: string;
}

/** A text that has to be there, with how short it may be. */
export function TextField({ name, label, min = 2, max = 500, rows = 2 }: Field & { min?: number; max?: number; rows?: number }) {
  const say = useWords();
  const message = say(`请填写${label}，至少 ${min} 个字`, `${label}: at least ${min} characters`);
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, min, message }]}>
      {rows === 1 ? <Input maxLength={max} autoComplete="off" /> : <Input.TextArea rows={rows} maxLength={max} />}
    </Form.Item>
  );
}

/** One of the street's units. */
export function UnitField({ name, label, isOptional = false, among }: Field & { isOptional?: boolean; among?: readonly string[] }) {
  const say = useWords();
  const units = useUnits();
  const shown = among ? units.filter(({ id }) => among.includes(id)) : units;
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : [{ required: true, message: say(`请选择${label}`, `Choose: ${label}`) }]}>
      <Select
        allowClear={isOptional}
        showSearch
        optionFilterProp="label"
        options={shown.map(({ id, name: unit }) => ({ value: id, label: unit }))}
      />
    </Form.Item>
  );
}

/** One of a few words that the labels have. */
export function ChoiceField<K extends string>({ name, label, words, only }: Field & { words: Record<K, string>; only?: readonly K[] }) {
  const say = useWords();
  const values = only ?? (Object.keys(words) as K[]);
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: say(`请选择${label}`, `Choose: ${label}`) }]}>
      <Select options={values.map((value) => ({ value, label: words[value] }))} />
    </Form.Item>
  );
}
