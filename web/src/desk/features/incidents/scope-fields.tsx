import { useQueries, useQuery } from '@tanstack/react-query';
import type { Input } from '@wufang/api-client';
import { Form, Select } from 'antd';
import { call } from '../../lib/client.js';
import { useEstates } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

export interface Scoped {
  estateIds: string[];
  /** `estate building`, since a list chooses texts. */
  buildings?: string[];
}
type Scope = Input<'dispatch.incident.widen'>['scope'];

/** An estate of which buildings are named is affected in these alone. */
export function scopeOf({ estateIds, buildings = [] }: Scoped): Scope {
  const named = buildings.map((text) => {
    const [estateId, buildingId] = text.split(' ') as [string, string];
    return { estateId, buildingId, stairwell: null };
  });
  const whole = estateIds
    .filter((estateId) => !named.some((one) => one.estateId === estateId))
    .map((estateId) => ({ estateId, buildingId: null, stairwell: null }));
  return [...whole, ...named.filter(({ estateId }) => estateIds.includes(estateId))];
}

/** Where it is: estates, and in them buildings where not the whole estate is affected. */
export function ScopeFields() {
  const say = useWords();
  const estates = useEstates();
  const chosen = Form.useWatch<string[] | undefined>('estateIds') ?? [];
  const buildings = useQueries({
    queries: chosen.map((estateId) => ({
      queryKey: ['buildings', estateId],
      queryFn: () => call('registry.building.list', { estateId }),
      staleTime: 300_000,
    })),
  });
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
          options={chosen.flatMap((estateId, at) =>
            (buildings[at]?.data?.buildings ?? []).map(({ id, name }) => ({
              value: `${estateId} ${id}`,
              label: `${estates.find((one) => one.id === estateId)?.name ?? ''} ${name}`,
            })),
          )}
        />
      </Form.Item>
    </>
  );
}

/** The matter: a branch of the category tree, or one of its leaves. */
export function MatterField() {
  const say = useWords();
  const tree = useQuery({ queryKey: ['categories'], queryFn: () => call('intake.category-tree.get', {}), staleTime: 300_000 });
  const paths = (tree.data?.leaves ?? []).flatMap(({ category }) => [category.slice(0, 2).join('/'), category.join('/')]);
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
