import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { useParts, type Issue, type Plan } from './api.js';
import { usePlanHomes } from './homes.js';

/** Homes that residents have bound by their statements (已绑定的房屋), for the community: a stranger's account is taken off with a reason. */
export function Bindings({ issue, plan }: { issue: Issue; plan: Plan }) {
  const say = useWords();
  const may = useMay();
  const { isChair } = useParts(issue);
  const key = ['home-bindings', plan.id];
  const homes = usePlanHomes(issue);
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('deliberation.home-binding.list', { id: plan.id }, { signal }),
    enabled: isChair && may('deliberation.home-binding.list'),
  });
  if (!found.data || found.data.bindings.length === 0) return null;
  const nameOf = (homeId: string) => homes.data?.find((home) => home.homeId === homeId)?.label ?? '';
  return (
    <details>
      <summary>{say(`已绑定 ${found.data.bindings.length} 户`, `${found.data.bindings.length} homes bound`)}</summary>
      <ul className="plain">
        {found.data.bindings.map(({ homeId, accountId, boundAt }) => (
          <li key={`${homeId} ${accountId}`}>
            {nameOf(homeId)} · {say(`${fullText(boundAt)} 绑定`, `bound ${fullText(boundAt)}`)}
            <Command
              operation="deliberation.home-binding.end"
              size="small"
              refreshes={[key]}
              title={say('解除冒绑', 'Take off')}
              about={nameOf(homeId)}
              note={say(
                '该账号会收到理由，此后不能再绑定这户；该户的查询码随之换新（末三位不变），请把新的分户说明送达业主。操作留痕。请勿写姓名、电话。',
                'The account is told the reason and cannot bind this home again; the code of the home is renewed (its last three places stay): carry the new statement to its owner. It stays on record. No names, no phone.',
              )}
              input={({ reason, mayBindAgain = false }: { reason: string; mayBindAgain?: boolean }) => ({
                ...{ id: plan.id, homeId, accountId, reason, mayBindAgain },
              })}
            >
              <Words name="reason" min={5} rows={2} label={say('理由', 'Reason')} />
              <Form.Item name="mayBindAgain" valuePropName="checked">
                <Checkbox>{say('误绑，准其核实后再绑定', 'A mistake: it may bind again')}</Checkbox>
              </Form.Item>
            </Command>
          </li>
        ))}
      </ul>
    </details>
  );
}
