import { Form, Select } from 'antd';
import { usePeople } from '../lib/people.js';
import { useMay } from '../lib/may.js';
import { useWords } from '../lib/words.js';

interface Props {
  name: string | (string | number)[];
  label: string;
  /** Some, in the order in which they are chosen; else one. */
  isSome?: boolean;
  help?: string;
}

/** People by their names: those whom one may name. Whoever may name nobody can choose themselves alone, and is told so. */
export function PersonField({ name, label, isSome = false, help }: Props) {
  const say = useWords();
  const may = useMay();
  const people = usePeople().filter(({ isDisabled }) => !isDisabled);
  const own = may('gateway.person.list')
    ? undefined
    : say('这里只能选自己；要安排他人，请管理员设置', 'Yourself only; others are the administrator’s to choose');
  return (
    <Form.Item
      name={name}
      label={label}
      extra={own ?? help}
      rules={isSome ? [] : [{ required: true, message: say(`请选择${label}`, `Choose: ${label}`) }]}
    >
      <Select
        {...(isSome && { mode: 'multiple' as const })}
        showSearch
        optionFilterProp="label"
        options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      />
    </Form.Item>
  );
}
