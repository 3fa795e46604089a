import type { Input } from '@wufang/api-client';
import { Form, Select } from 'antd';
import { useEstates, useMatters } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { useBuildings, useStairwells } from './api.js';

export interface Scoped {
  estateIds: string[];
  /** `estate building`, since a list chooses texts. */
  buildings?: string[];
  /** `estate building stairwell`. */
  stairwells?: string[];
}
type Scope = Input<'dispatch.incident.widen'>['scope'];

/** An estate of which buildings are named is affected in these alone, and a building of which stairwells (楼门) are named in those. */
export function scopeOf({ estateIds, buildings = [], stairwells = [] }: Scoped): Scope {
  const within = (whole: string, parts: readonly string[]) => parts.some((part) => part.startsWith(`${whole} `));
  const named = buildings.filter((building) => estateIds.includes(building.split(' ')[0]!));
  const texts = [
    ...estateIds.filter((estateId) => !within(estateId, named)),
    ...named.filter((building) => !within(building, stairwells)),
    ...stairwells.filter((stairwell) => named.some((building) => within(building, [stairwell]))),
  ];
  return texts.map((text) => {
    const [estateId, buildingId, stairwell] = text.split(' ') as [string, string?, string?];
    return { estateId, buildingId: buildingId ?? null, stairwell: stairwell ?? null };
  });
}

/** Where it is: estates, and in them buildings and stairwells (楼门) where not the whole estate is affected. */
export function ScopeFields() {
  const say = useWords();
  const estates = useEstates();
  const chosen = Form.useWatch<string[] | undefined>('estateIds') ?? [];
  const buildings = useBuildings(chosen);
  const named = Form.useWatch<string[] | undefined>('buildings') ?? [];
  const valueOf = ({ id, estateId }: (typeof buildings)[number]) => `${estateId} ${id}`;
  const labelOf = ({ estateId, name }: (typeof buildings)[number]) => `${estates.find(({ id }) => id === estateId)?.name ?? ''} ${name}`;
  const open = buildings.filter((building) => named.includes(valueOf(building)));
  const namesIn = useStairwells(open.map(({ id }) => id));
  const stairwells = open.flatMap((building) =>
    namesIn(building.id).map((stairwell) => ({
      value: `${valueOf(building)} ${stairwell}`,
      label: `${labelOf(building)} ${stairwell}`,
    })),
  );
  const homes = estates.filter(({ id }) => chosen.includes(id)).reduce((sum, one) => sum + one.homes, 0);
  return (
    <>
      <Form.Item
        name="estateIds"
        label={say('小区', 'Estates')}
        rules={[{ required: true, type: 'array', min: 1, message: say('请选择小区', 'Choose an estate') }]}
        extra={chosen.length > 0 && say(`所选小区共 ${homes} 户，按名册清点`, `${homes} homes by the register`)}
      >
        <Select
          mode="multiple"
          showSearch
          optionFilterProp="label"
          options={estates.map(({ id, name, homes: count }) => ({ value: id, label: say(`${name}（${count} 户）`, `${name} (${count})`) }))}
        />
      </Form.Item>
      <Form.Item name="buildings" label={say('只有这几栋（不选就是整个小区）', 'Only these buildings (none: the whole estate)')}>
        <Select
          mode="multiple"
          showSearch
          optionFilterProp="label"
          disabled={chosen.length === 0}
          options={buildings.map((building) => ({ value: valueOf(building), label: labelOf(building) }))}
        />
      </Form.Item>
      {stairwells.length > 0 && (
        <Form.Item name="stairwells" label={say('只有这几个楼门（不选就是整栋）', 'Only these stairwells (none: the whole building)')}>
          <Select mode="multiple" showSearch optionFilterProp="label" options={stairwells} />
        </Form.Item>
      )}
    </>
  );
}

/** The matter: a branch of the category tree, or one of its leaves. */
export function MatterField() {
  const say = useWords();
  const matters = useMatters();
  const paths = matters.flatMap(({ category }) => [category.slice(0, 2).join('/'), category.join('/')]);
  return (
    <Form.Item
      name="category"
      label={say('事项', 'Matter')}
      rules={[{ required: true, message: say('请选择事项', 'Choose the matter') }]}
      extra={say('此后同一地点、同一事项的诉求自动并入', 'Demands of this matter from there join by themselves from now on')}
    >
      <Select
        showSearch
        optionFilterProp="label"
        options={[...new Set(paths)].map((value) => ({ value, label: value.replaceAll('/', ' / ') }))}
      />
    </Form.Item>
  );
}
