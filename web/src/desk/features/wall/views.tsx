import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select, Switch } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useRoles } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import { asAsked, filterOf, type Filter } from './filter.js';

const refreshes = [['saved-views']];
/** Who sees the whole street may share a view with it. */
const sharers = ['phone_desk', 'section_chief', 'street_leader', 'inspector', 'administrator'] as const;

/** Views that were saved (台账视图): one's own and those that were shared. A view is the wall's filter under a name. */
export function Views({ filter, show }: { filter: Filter; show: (filter: Filter) => void }) {
  const say = useWords();
  const mayShare = useRoles().some((role) => (sharers as readonly string[]).includes(role));
  const views = useQuery({
    queryKey: ['saved-views'],
    queryFn: ({ signal }) => call('dispatch.saved-view.list', {}, { signal }),
    staleTime: 60_000,
  });
  // Chosen before anything is sent, so that a second press saves it once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const found = views.data?.views ?? [];
  const same = (one: Record<string, string>) => JSON.stringify(filterOf(one)) === JSON.stringify(filter);
  const current = found.find((view) => same(view.filter));
  return (
    <>
      <Select
        allowClear
        aria-label={say('已存视图', 'Saved views')}
        placeholder={say('已存视图', 'Saved views')}
        style={{ width: 170 }}
        value={current?.id}
        onChange={(value?: string) => show(filterOf(found.find((view) => view.id === value)?.filter ?? {}))}
        options={found.map((view) => ({
          value: view.id,
          label: view.isMine ? view.name : say(`${view.name}（共享）`, `${view.name} (shared)`),
        }))}
        notFoundContent={say('还没有存过视图', 'None yet')}
      />
      {views.isError && <Trouble error={views.error} again={() => void views.refetch()} />}
      {current === undefined && Object.keys(filter).length > 0 && (
        <Command
          operation="dispatch.saved-view.save"
          title={say('存为视图', 'Save this view')}
          refreshes={refreshes}
          input={({ name, isShared = false }: { name: string; isShared?: boolean }) => ({
            id,
            name: name.trim(),
            filter: asAsked(filter),
            isShared,
          })}
          onDone={() => setId(crypto.randomUUID())}
        >
          <Form.Item
            name="name"
            label={say('视图名称', 'Name of the view')}
            rules={[{ required: true, whitespace: true, message: say('请填写名称', 'Name it') }]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          {mayShare && (
            <Form.Item name="isShared" label={say('全街道都能看到', 'Shared with the street')} valuePropName="checked">
              <Switch />
            </Form.Item>
          )}
        </Command>
      )}
      {current?.isMine && (
        <Command
          operation="dispatch.saved-view.remove"
          title={say('删除这个视图', 'Remove this view')}
          refreshes={refreshes}
          note={say(`删除“${current.name}”，工单不受影响。`, `Removes “${current.name}”; no order changes.`)}
          input={() => ({ id: current.id })}
        />
      )}
    </>
  );
}
