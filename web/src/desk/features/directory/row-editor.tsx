import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { Card } from '../../components/card.js';
import { choicesOf, UnitField, When, Words, type Choice } from '../../components/fields.js';
import { Trouble } from '../../components/states.js';
import { useAreasToday } from '../../lib/areas.js';
import { call } from '../../lib/client.js';
import { categoriesOf } from '../../lib/category-paths.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { addableDuties } from '../../lib/duties.js';
import { labels } from '../../lib/labels.js';
import { useCommunities, useEstates, useUnits } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { filledOf, rowOf, type FilledRow } from './row-fields.js';
import { categoryText, coKinds, coKindText, directoryKeys, placeKinds, placeKindText, type Row, type RowWords } from './words.js';

interface Props {
  draftId: string;
  /** Absent for one that is begun. */
  row?: Row;
  /** What a new row is numbered. */
  id: string;
  words: RowWords;
  /** Categories that rows of the draft are for already. */
  known: readonly (readonly string[])[];
  close: () => void;
  done: () => void;
}

/** One row of a draft: what it is for, who leads and assists, what it adds, and where that comes from. Everything is chosen by its name. */
export function RowEditor({ draftId, row, id, words, known, close, done }: Props) {
  const say = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [form] = Form.useForm<FilledRow>();
  const save = useCommand('dispatch.directory-draft.edit', directoryKeys, (filled: FilledRow) => ({
    id: draftId,
    edits: [row ? { op: 'replace' as const, row: rowOf(row.id, filled) } : { op: 'add' as const, row: rowOf(id, filled) }],
  }));
  const leadKind = Form.useWatch('leadKind', form);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' });
    frame.current?.querySelector<HTMLElement>('form input')?.focus();
  }, []);
  return (
    <div ref={frame}>
      <Card
        title={
          row
            ? say(`改第 ${id} 号：${categoryText(row.category)}`, `Row ${id}: ${categoryText(row.category)}`)
            : say(`新增第 ${id} 号`, `New row ${id}`)
        }
      >
        <Form
          form={form}
          name="directory-row"
          layout="vertical"
          requiredMark={false}
          initialValues={row ? filledOf(row) : { category: '', leadKind: 'UNIT', communityMayLead: false }}
          onFinish={(filled: FilledRow) => sendThen(save, filled, done)}
        >
          <fieldset className="stage-fields">
            <legend>
              {say('什么样的诉求（不选即不限；条件越细的行越优先）', 'Which demands (empty: any; the more specific row wins)')}
            </legend>
            <div className="cells">
              <CategoryField known={known} />
              <Several name="demandTypes" label={say('诉求类型', 'Types')} options={choicesOf(labels.demandType)} />
              <One name="level" label={say('研判级别', 'Level')} options={choicesOf(labels.level)} />
              <One name="estateType" label={say('小区类型', 'Kind of estate')} options={choicesOf(labels.estateType)} />
              <PlaceFields words={words} />
            </div>
            <TimeFields />
          </fieldset>
          <fieldset className="stage-fields">
            <legend>{say('派给谁', 'To whom')}</legend>
            <div className="cells">
              <Form.Item name="leadKind" label={say('主办', 'Lead')}>
                <Select
                  options={[
                    { value: 'UNIT', label: say('指定单位', 'A named unit') },
                    { value: 'ESTATE_FIRM', label: coKindText('ESTATE_FIRM') },
                    { value: 'COMMUNITY', label: coKindText('COMMUNITY') },
                  ]}
                />
              </Form.Item>
              {leadKind === 'UNIT' && <UnitField name="leadUnitId" label={say('主办单位', 'Lead unit')} />}
              {leadKind === 'ESTATE_FIRM' && (
                <UnitField name="leadUnitId" label={say('没有物业的由谁主办', 'Who leads where there is none')} />
              )}
              <CoField />
            </div>
            <Form.Item name="communityMayLead" valuePropName="checked">
              <Checkbox>{say('属于社区职责清单，可以由社区主办', 'On the community’s list: it may lead')}</Checkbox>
            </Form.Item>
          </fieldset>
          <fieldset className="stage-fields">
            <legend>{say('另外（可不填）', 'Besides (optional)')}</legend>
            <div className="cells">
              <One name="setLevel" label={say('定级为', 'Sets the level')} options={choicesOf(labels.level)} />
              <Several name="duties" label={say('增加时限', 'Adds duties')} options={choicesOf(labels.deadlineCode, addableDuties)} />
            </div>
          </fieldset>
          <Words name="source" label={say('依据', 'Source')} max={200} />
          {save.isError && <Trouble error={save.error} />}
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {say('记入草稿', 'Into the draft')}
            </Button>
            <Button onClick={close}>{say('取消', 'Cancel')}</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}

interface Chosen {
  name: string;
  label: string;
  options: Choice[];
}

function One({ name, label, options }: Chosen) {
  return (
    <Form.Item name={name} label={label}>
      <Select allowClear showSearch optionFilterProp="label" options={options} />
    </Form.Item>
  );
}

function Several({ name, label, options }: Chosen) {
  return (
    <Form.Item name={name} label={label}>
      <Select mode="multiple" optionFilterProp="label" options={options} />
    </Form.Item>
  );
}

function CategoryField({ known }: { known: readonly (readonly string[])[] }) {
  const say = useWords();
  const tree = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => call('intake.category-tree.get', {}, { signal }),
    staleTime: 300_000,
  });
  const categories = categoriesOf([...(tree.data?.leaves.map(({ category }) => category) ?? []), ...known]);
  return (
    <Form.Item name="category" label={say('问题分类', 'Category')}>
      <Select
        showSearch
        optionFilterProp="label"
        options={[{ value: '', label: categoryText([]) }, ...categories.map((value) => ({ value, label: categoryText(value.split('/')) }))]}
      />
    </Form.Item>
  );
}

/** Where: how wide, then which. A point is written as demands write it; there is no list of points to choose from. */
function PlaceFields({ words }: { words: RowWords }) {
  const say = useWords();
  const form = Form.useFormInstance<FilledRow>();
  const kind = Form.useWatch('placeKind', form);
  const estateId = Form.useWatch('estateOfBuilding', form);
  const placeId = Form.useWatch('placeId', form);
  const estates = useEstates().map(({ id, name }) => ({ value: id, label: name }));
  const communities = useCommunities();
  const buildings = useQuery({
    queryKey: ['buildings', estateId],
    queryFn: ({ signal }) => call('registry.building.list', { estateId: estateId! }, { signal }),
    enabled: kind === 'BUILDING' && !!estateId,
  });
  const today = useAreasToday();
  const areas = today.length > 0 ? today.map(({ name }) => name) : [...new Set(communities.flatMap(({ parentName }) => parentName ?? []))];
  const choices: Partial<Record<NonNullable<typeof kind>, Choice[]>> = {
    AREA: areas.map((name) => ({ value: name, label: name })),
    COMMUNITY: communities.map(({ id, name }) => ({ value: id, label: name })),
    ESTATE: estates,
    BUILDING:
      buildings.data?.buildings.map(({ id, name }) => ({ value: id, label: name })) ??
      (placeId ? [{ value: placeId, label: words.buildingName(placeId) }] : []),
  };
  const needed = [{ required: true, whitespace: true, message: say('请选择或填写地点', 'Which place?') }];
  return (
    <>
      <Form.Item name="placeKind" label={say('地点范围', 'Place')}>
        <Select
          allowClear
          placeholder={say('全街道', 'The whole street')}
          onChange={() => form.setFieldsValue({ placeId: '', estateOfBuilding: '' })}
          options={placeKinds.map((value) => ({ value, label: placeKindText(value) }))}
        />
      </Form.Item>
      {kind === 'BUILDING' && (
        <Form.Item name="estateOfBuilding" label={say('楼栋所在小区', 'Estate of the building')}>
          <Select showSearch optionFilterProp="label" options={estates} onChange={() => form.setFieldsValue({ placeId: '' })} />
        </Form.Item>
      )}
      {kind === 'POINT' && (
        <Form.Item
          name="placeId"
          label={placeKindText(kind)}
          rules={needed}
          extra={say('写法须与登记的点位一致', 'As the register writes it')}
        >
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
      )}
      {kind !== undefined && kind !== 'POINT' && (
        <Form.Item name="placeId" label={placeKindText(kind)} rules={needed}>
          <Select showSearch optionFilterProp="label" options={choices[kind] ?? []} />
        </Form.Item>
      )}
    </>
  );
}

/** When the row holds, Beijing time. Both ends of a season and of hours are needed; each may run over the end of the year or the day. */
function TimeFields() {
  const say = useWords();
  const monthDay = { pattern: /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, message: say('形如 11-15', 'Like 11-15') };
  const hour = { pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: say('形如 22:00', 'Like 22:00') };
  const ends = [
    ['seasonFrom', 'seasonTo', say('每年自（月-日）', 'Each year from (MM-DD)'), say('每年至（月-日）', 'Each year to (MM-DD)'), monthDay],
    ['hoursFrom', 'hoursTo', say('每日自（时:分）', 'Each day from'), say('每日至（时:分）', 'Each day to'), hour],
  ] as const;
  const both =
    (other: string) =>
    ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
      validator: (_: unknown, text?: string) =>
        !text && getFieldValue(other) ? Promise.reject(new Error(say('两头都要填', 'Both ends, please'))) : Promise.resolve(),
    });
  return (
    <div className="cells">
      <When name="from" label={say('有效期自', 'Valid from')} isOptional />
      <When name="to" label={say('有效期至', 'Valid until')} isOptional />
      {ends.map(([from, to, fromLabel, toLabel, shape]) => [
        <Form.Item key={from} name={from} label={fromLabel} rules={[shape, both(to)]} dependencies={[to]}>
          <Input maxLength={5} autoComplete="off" />
        </Form.Item>,
        <Form.Item key={to} name={to} label={toLabel} rules={[shape, both(from)]} dependencies={[from]}>
          <Input maxLength={5} autoComplete="off" />
        </Form.Item>,
      ])}
    </div>
  );
}

function CoField() {
  const say = useWords();
  const units = useUnits();
  return (
    <Several
      name="co"
      label={say('协办', 'Co-units')}
      options={[
        ...coKinds.map((value) => ({ value, label: coKindText(value) })),
        ...units.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
