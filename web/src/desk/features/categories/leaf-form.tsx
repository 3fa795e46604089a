import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { choicesOf, Words } from '../../components/fields.js';
import { addableDuties } from '../../lib/duties.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { pathText, type Leaf } from './tree-draft.js';

interface Filled {
  first: string;
  second: string;
  third: string;
  level: Leaf['level'];
  duties: Leaf['duties'][number][];
}

interface LeafProps {
  leaf?: Leaf;
  others: readonly Leaf['category'][];
  put: (leaf: Leaf) => void;
  remove?: (now?: Leaf['category']) => void;
  close: () => void;
}

/** One category: its names, its level, and where what was filed under it goes when it is taken out. */
export function LeafForm({ leaf, others, put, remove, close }: LeafProps) {
  const say = useWords();
  const [now, setNow] = useState<string>();
  const [first, second, third] = leaf?.category ?? [];
  return (
    <Form
      name="category"
      layout="vertical"
      requiredMark={false}
      className="stage-fields"
      initialValues={{ first, second, third, level: leaf?.level ?? 'N', duties: [...(leaf?.duties ?? [])] }}
      onFinish={(filled: Filled) =>
        put({ category: [filled.first.trim(), filled.second.trim(), filled.third.trim()], level: filled.level, duties: filled.duties })
      }
    >
      <div className="cells">
        <Words name="first" label={say('一级', 'First')} max={30} />
        <Words name="second" label={say('二级', 'Second')} max={30} />
        <Words name="third" label={say('三级', 'Third')} max={30} />
        <Form.Item name="level" label={say('级别', 'Level')}>
          <Select options={choicesOf(labels.level)} />
        </Form.Item>
        <Form.Item name="duties" label={say('另计的时限（可不选）', 'Adds duties (optional)')}>
          <Select mode="multiple" optionFilterProp="label" options={choicesOf(labels.deadlineCode, addableDuties)} />
        </Form.Item>
      </div>
      <div className="form-buttons" style={{ marginBottom: 12 }}>
        <Button type="primary" htmlType="submit">
          {say('记入改动', 'Into the changes')}
        </Button>
        <Button onClick={close}>{say('取消', 'Cancel')}</Button>
      </div>
      {remove && (
        <div className="form-buttons" style={{ marginBottom: 12, flexWrap: 'wrap' }}>
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            aria-label={say('取消后改称哪一类', 'What it is called when taken out')}
            placeholder={say('取消后改称哪一类（没有诉求在用可不选）', 'Called what, when taken out')}
            style={{ width: 320, maxWidth: '100%' }}
            value={now}
            onChange={setNow}
            options={others.map((path) => ({ value: pathText(path), label: pathText(path) }))}
          />
          <Button onClick={() => remove(others.find((path) => pathText(path) === now))}>{say('取消这一类', 'Take it out')}</Button>
        </div>
      )}
    </Form>
  );
}
