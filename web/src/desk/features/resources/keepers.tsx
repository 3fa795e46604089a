import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { OnlyOne } from '../../components/only-one.js';
import { Part } from '../../components/part.js';
import { PersonField } from '../../components/person-field.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useEstates } from '../../lib/names.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';

/** Who looks after each building of an estate (楼栋管片员), and where residents reach them. */
export function Keepers() {
  const say = useWords();
  const personName = usePersonName();
  const estates = useEstates();
  const [estateId, choose] = useState<string>();
  const buildings = useQuery({
    queryKey: ['buildings', estateId],
    queryFn: ({ signal }) => call('registry.building.list', { estateId: estateId! }, { signal }),
    enabled: estateId !== undefined,
  });
  return (
    <Part id="keepers" title={say('楼栋管片员', 'Who looks after each building')}>
      <OnlyOne
        label={say('哪个小区', 'Which estate')}
        all={say('请选择小区', 'Choose an estate')}
        width={220}
        isLong
        value={estateId}
        onChange={choose}
        choices={estates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {estateId !== undefined && (
        <Answered
          query={buildings}
          isEmpty={(found) => found.buildings.length === 0}
          empty={say('这个小区还没有登记楼栋', 'No buildings are registered')}
        >
          {(found) => (
            <Rows
              rowKey="id"
              dataSource={found.buildings}
              pagination={{ pageSize: 30 }}
              columns={[
                { title: say('楼号', 'Building'), dataIndex: 'name' },
                { title: say('管片员', 'Looked after by'), render: (_, { keeper }) => personName(keeper?.accountId ?? null) },
                { title: say('办公电话', 'Office phone'), render: (_, { keeper }) => keeper?.officePhone ?? '—' },
                {
                  title: say('处理', 'Action'),
                  className: 'no-print',
                  render: (_, { id, name, keeper }) => (
                    <SetKeeper buildingId={id} name={name} isKept={keeper !== null} estateId={estateId} />
                  ),
                },
              ]}
            />
          )}
        </Answered>
      )}
    </Part>
  );
}

function SetKeeper({ buildingId, name, isKept, estateId }: { buildingId: string; name: string; isKept: boolean; estateId: string }) {
  const say = useWords();
  const refreshes = [['buildings', estateId]];
  return (
    <div className="form-buttons">
      <Command
        operation="registry.building.set-keeper"
        size="small"
        title={say('指定管片员', 'Choose')}
        about={name}
        refreshes={refreshes}
        note={say('居民扫这栋楼的码，看得到姓名和办公电话。', 'Residents who scan the building read name and office phone.')}
        input={({ accountId, officePhone }: { accountId: string; officePhone?: string }) => ({
          buildingId,
          accountId,
          officePhone: officePhone?.trim() ? officePhone.trim() : null,
        })}
      >
        <PersonField name="accountId" label={say('管片员', 'Who')} />
        <Form.Item name="officePhone" label={say('办公电话（可不填）', 'Office phone (optional)')}>
          <Input maxLength={20} autoComplete="off" inputMode="tel" />
        </Form.Item>
      </Command>
      {isKept && (
        <Command
          operation="registry.building.set-keeper"
          size="small"
          title={say('撤下', 'Withdraw')}
          about={name}
          refreshes={refreshes}
          input={() => ({ buildingId, accountId: null, officePhone: null })}
        />
      )}
    </div>
  );
}
