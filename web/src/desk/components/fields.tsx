import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { fenOf } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useUnits } from '../lib/names.js';
import { useWords } from '../lib/words.js';

interface Named {
  name: string | (string | number)[];
  label: string;
  isOptional?: boolean;
}

function useRequired(isOptional = false) {
  const say = useWords();
  return isOptional ? [] : [{ required: true, message: say('请填写', 'Needed') }];
}

interface Text extends Named {
  rows?: number;
  /** How short it may be, where it must say something. */
  min?: number;
  max?: number;
  help?: string;
}

/** A text. Longer ones have rows. */
export function Words({ name, label, isOptional, rows, min, max = 500, help }: Text) {
  const say = useWords();
  const needed = useRequired(isOptional);
  const message = say(`请填写${label}，至少 ${min} 个字`, `${label}: at least ${min} characters`);
  const rules = min === undefined ? needed : [{ required: true, whitespace: true, min, message }];
  return (
    <Form.Item name={name} label={label} rules={rules} help={help}>
      {rows === undefined ? <Input maxLength={max} autoComplete="off" /> : <Input.TextArea rows={rows} maxLength={max} />}
    </Form.Item>
  );
}

/** What the complainant is told where another unit comes in; without it the system says it by the fact. */
export function ToldWords() {
  const say = useWords();
  const label = say('告诉诉求人的话（可不写，系统按事实告知）', 'Words to the complainant (optional; told by fixed words without)');
  return <Words name="publicText" label={label} isOptional max={200} rows={2} />;
}

/** The same as the step takes it. */
export function toldWords({ publicText }: { publicText?: string }): { publicText?: string } {
  return publicText?.trim() ? { publicText: publicText.trim() } : {};
}

/** Money in yuan, as people write it; the step sends fen. */
export function Yuan(named: Named) {
  const say = useWords();
  return <Hundredths {...named} unit={say('元', 'yuan')} trouble={say('请写成元，例如 12,345.67', 'Write yuan, such as 12,345.67')} />;
}

/** An area in square metres; the step sends 0.01 m². */
export function Area(named: Named) {
  const say = useWords();
  return <Hundredths {...named} unit="m²" trouble={say('请写成平方米，例如 65,271.58', 'Write square metres, such as 65,271.58')} />;
}

function Hundredths({ name, label, isOptional, unit, trouble }: Named & { unit: string; trouble: string }) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        ...useRequired(isOptional),
        {
          validator: (_, text?: string) => (!text || fenOf(text) !== null ? Promise.resolve() : Promise.reject(new Error(trouble))),
        },
      ]}
    >
      <Input inputMode="decimal" suffix={unit} maxLength={24} />
    </Form.Item>
  );
}

/** A number, as text: the step makes it one. */
export function Figure({ name, label, isOptional, min = 0, max, step }: Named & { min?: number; max?: number; step?: number }) {
  const rules = useRequired(isOptional);
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Input type="number" min={min} max={max} step={step} style={{ maxWidth: 220 }} />
    </Form.Item>
  );
}

/** A day, or a minute of Beijing time. */
export function When({ name, label, isOptional, isMinute }: Named & { isMinute?: boolean }) {
  const rules = useRequired(isOptional);
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Input type={isMinute ? 'datetime-local' : 'date'} style={{ maxWidth: 220 }} />
    </Form.Item>
  );
}

/** The minute of Beijing time that a `datetime-local` field holds, as an instant. Example: '2026-12-01T09:30' -> '2026-12-01T09:30:00+08:00'. */
export const instantOf = (minute: string): string => `${minute}:00+08:00`;

export type Choice = { value: string; label: string };

/** The words of a list of labels as choices. Example: choicesOf(labels.seatKind). */
export const choicesOf = (words: Readonly<Record<string, string>>, only?: readonly string[]): Choice[] =>
  (only ?? Object.keys(words)).map((value) => ({ value, label: words[value]! }));
export const seatChoices = (only?: readonly string[]) => choicesOf(labels.seatKind, only);

export function OneOf({ name, label, isOptional, choices }: Named & { choices: Choice[] }) {
  const rules = useRequired(isOptional);
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Radio.Group aria-label={label} options={choices} />
    </Form.Item>
  );
}

/** At least one of a group. Not `required`: the library would say so of the group, of which it may not be said. */
export function useAtLeastOne() {
  const say = useWords();
  const message = say('请至少选一项', 'Choose at least one');
  return [{ validator: (_: unknown, chosen?: string[]) => (chosen?.length ? Promise.resolve() : Promise.reject(new Error(message))) }];
}

export function SomeOf({ name, label, isOptional = false, choices }: Named & { choices: Choice[] }) {
  const some = useAtLeastOne();
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : some}>
      <Checkbox.Group options={choices} />
    </Form.Item>
  );
}

interface Units extends Named {
  /** Only these; not these. */
  among?: readonly string[];
  except?: readonly string[];
}

/** One of the street's units, found by its name. */
export function UnitField(props: Units) {
  return <UnitSelect {...props} />;
}

/** Several of the street's units, found by their names. */
export function UnitsField(props: Units) {
  return <UnitSelect {...props} isMany />;
}

function UnitSelect({ name, label, isOptional = false, among, except = [], isMany = false }: Units & { isMany?: boolean }) {
  const say = useWords();
  const units = useUnits();
  const shown = units.filter(({ id }) => (among?.includes(id) ?? true) && !except.includes(id));
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : [{ required: true, message: say(`请选择${label}`, `Choose: ${label}`) }]}>
      <Select
        {...(isMany && { mode: 'multiple' as const })}
        allowClear={isOptional}
        showSearch
        optionFilterProp="label"
        options={shown.map(({ id, name: unit }) => ({ value: id, label: unit }))}
      />
    </Form.Item>
  );
}

/** Whether people are trapped in a lift: that has a clock of its own, and help is called. */
export function TrappedInLift() {
  const say = useWords();
  return (
    <Form.Item
      name="isTrappedInLift"
      valuePropName="checked"
      help={say('请同时拨打 119，并通知电梯维保单位。', 'Call 119 too, and tell the lift’s maintainer.')}
    >
      <Checkbox>{say('电梯内有人被困', 'People are trapped in a lift')}</Checkbox>
    </Form.Item>
  );
}

/** One of a few words that the labels have. */
export function ChoiceField<K extends string>({ name, label, words, only }: Named & { words: Record<K, string>; only?: readonly K[] }) {
  const say = useWords();
  const values = only ?? (Object.keys(words) as K[]);
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: say(`请选择${label}`, `Choose: ${label}`) }]}>
      <Select options={values.map((value) => ({ value, label: words[value] }))} />
    </Form.Item>
  );
}
