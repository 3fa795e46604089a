import { Select } from 'antd';
import type { Choice } from './fields.js';

interface Props {
  /** What is chosen here, for who does not see the field: 只看一种状态. */
  label: string;
  /** What stands there while everything is shown: 全部状态. */
  all: string;
  choices: Choice[];
  value: string | undefined;
  onChange: (value?: string) => void;
  width: number;
  /** Many to choose from: they are found by their words. */
  isLong?: boolean;
}

/** Narrows a list to one value; nothing chosen shows all. */
export function OnlyOne({ label, all, choices, value, onChange, width, isLong = false }: Props) {
  return (
    <Select
      allowClear
      className="no-print"
      aria-label={label}
      placeholder={all}
      style={{ width }}
      value={value}
      onChange={onChange}
      options={choices}
      {...(isLong && { showSearch: true, optionFilterProp: 'label' })}
    />
  );
}
