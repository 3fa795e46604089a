import { countingGroupSize } from '@wufang/contracts/figures';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { call } from '../lib/client.js';
import { useMay } from '../lib/may.js';
import { useUnitName } from '../lib/names.js';
import { useWords } from '../lib/words.js';

const LEAST = countingGroupSize.value;

/** The members of a counting group (计票小组): three or more of those who hold that post, by name. */
export function CountersField({ name }: { name: string }) {
  const say = useWords();
  const unitName = useUnitName();
  const may = useMay()('gateway.person.list');
  const found = useQuery({
    queryKey: ['people', 'counting_group'],
    queryFn: ({ signal }) => call('gateway.person.list', { role: 'counting_group' }, { signal }),
    enabled: may,
    staleTime: 60_000,
  });
  const few = say(`至少选 ${LEAST} 人`, `Choose ${LEAST} or more`);
  const options = (found.data?.people ?? []).map(({ accountId, name: who, posts }) => {
    const units = posts.flatMap(({ unitId }) => (unitId === null ? [] : [unitName(unitId)]));
    return { value: accountId, label: units.length > 0 ? `${who}（${units.join('、')}）` : who };
  });
  return (
    <Form.Item
      name={name}
      label={say('计票小组成员', 'Members of the counting group')}
      extra={say(
        `至少 ${LEAST} 人，与表决事项没有利害关系；名单里没有的，请街道先开设计票小组账号`,
        `${LEAST} or more without interest in the matter; who is not in the list needs an account of that post from the street first`,
      )}
      rules={[
        {
          validator: (_: unknown, chosen: string[] = []) => (chosen.length >= LEAST ? Promise.resolve() : Promise.reject(new Error(few))),
        },
      ]}
    >
      <Select
        mode="multiple"
        showSearch
        optionFilterProp="label"
        options={options}
        loading={found.isLoading}
        notFoundContent={say('没有可以指名的人', 'Nobody to be named')}
      />
    </Form.Item>
  );
}
