import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { ChoiceField, UnitField, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { dateText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useAskedUnits, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { standingOf, useAccounts, type Account } from './accounts.js';
import { Standing } from './standing.js';

type Kind = keyof typeof labels.unitKind;

/** Who there is: the street's units, and the accounts with what each may act as (授权). */
export default function People() {
  const say = useWords();
  return (
    <section aria-labelledby="people-title" className="order">
      <PageHead id="people-title" title={say('单位与人员', 'Units and people')} />
      <Accounts />
      <Units />
    </section>
  );
}

function Accounts() {
  const say = useWords();
  const now = useNow(10_000);
  const unitName = useUnitName();
  const navigate = useNavigate();
  const accounts = useAccounts();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const text = typeof asked['q'] === 'string' ? asked['q'] : '';
  const wordsOf = ({ role, unitId, until }: Account['mandates'][number]) =>
    [labels.role[role], unitId && unitName(unitId), until && say(`至 ${dateText(until)}`, `until ${dateText(until)}`)]
      .filter(Boolean)
      .join(' · ');
  const textOf = ({ name, displayName, mandates }: Account) => [name, displayName, ...mandates.map(wordsOf)].join(' ');
  return (
    <Card title={say('账号', 'Accounts')}>
      <Input
        allowClear
        aria-label={say('查找账号', 'Find an account')}
        placeholder={say('姓名、账号、岗位或单位', 'Name, role or unit')}
        defaultValue={text}
        onChange={({ target }) => void navigate({ to: '/people', search: { q: target.value || undefined } as never, replace: true })}
        style={{ maxWidth: 320, marginBottom: 12 }}
      />
      <Answered
        query={accounts}
        isEmpty={(found) => found.accounts.length === 0}
        empty={say('还没有账号，请在上面开设', 'No account yet: open one above')}
      >
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found.accounts.filter((account) => textOf(account).includes(text.trim()))}
            pagination={{ pageSize: 20 }}
            columns={[
              {
                title: say('姓名', 'Name'),
                render: (_, { id, displayName }) => (
                  <Link to="/people/$id" params={{ id }}>
                    {displayName}
                  </Link>
                ),
              },
              {
                title: say('状态', 'State'),
                render: (_, account) => (
                  <div className="form-buttons">
                    <Standing account={account} />
                    {standingOf(account, now) === 'LOCKED' && <Unlock account={account} />}
                  </div>
                ),
              },
              { title: say('账号', 'Account'), dataIndex: 'name' },
              {
                title: say('授权', 'Mandates'),
                render: (_, { mandates }) =>
                  mandates.length === 0 ? (
                    <Mark>{say('没有授权', 'none')}</Mark>
                  ) : (
                    mandates.map((one) => <div key={one.id}>{wordsOf(one)}</div>)
                  ),
              },
            ]}
          />
        )}
      </Answered>
      <div className="acts">
        <OpenAccount />
      </div>
    </Card>
  );
}

/** Lets in again who has forgotten the password a few times, once one knows it is them. */
function Unlock({ account: { id, displayName } }: { account: Account }) {
  const say = useWords();
  return (
    <Command
      operation="gateway.account.enable"
      size="small"
      title={say('解除锁定', 'Unlock')}
      about={displayName}
      refreshes={[['accounts']]}
      note={say('请先核实是本人在登录。', 'Make sure first that it is them.')}
      input={() => ({ id })}
    />
  );
}

interface Opened {
  name: string;
  displayName: string;
  password: string;
  role: keyof typeof labels.role;
  unitId?: string;
}

function OpenAccount() {
  const say = useWords();
  const navigate = useNavigate();
  // Chosen before anything is sent, so that a second press is the same account.
  const [id, setId] = useState(() => crypto.randomUUID());
  return (
    <Command
      operation="gateway.account.create"
      title={say('开设账号', 'Open an account')}
      refreshes={[['accounts']]}
      input={({ role, unitId, ...filled }: Opened) => ({ id, ...filled, mandates: [{ role, ...(unitId && { unitId }) }] })}
      onDone={() => {
        setId(crypto.randomUUID());
        void navigate({ to: '/people/$id', params: { id } });
      }}
    >
      <Words name="displayName" label={say('姓名', 'Name')} max={80} min={2} />
      <Words name="name" label={say('账号', 'Account')} max={80} min={2} />
      <PasswordField name="password" label={say('初始密码（至少 12 个字符）', 'First password (at least 12 characters)')} />
      <ChoiceField name="role" label={say('岗位', 'Role')} words={labels.role} />
      <UnitField name="unitId" label={say('代表单位（可不选）', 'Acts for (optional)')} isOptional />
    </Command>
  );
}

/** A password somebody else is told: seen while it is typed, or made by the browser. */
export function PasswordField({ name, label }: { name: string; label: string }) {
  const say = useWords();
  const form = Form.useFormInstance();
  const make = () => {
    const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
    const drawn = crypto.getRandomValues(new Uint32Array(16));
    form.setFieldValue(name, Array.from(drawn, (value) => letters[value % letters.length]).join(''));
  };
  return (
    <Form.Item label={label} required>
      <div className="form-buttons">
        <Form.Item name={name} noStyle rules={[{ required: true, min: 12, message: say('至少 12 个字符', 'At least 12 characters') }]}>
          <Input autoComplete="off" maxLength={200} aria-label={label} />
        </Form.Item>
        <Button onClick={make}>{say('随机生成', 'Make one')}</Button>
      </div>
    </Form.Item>
  );
}

function Units() {
  const say = useWords();
  const asked = useAskedUnits();
  const units = asked.data?.units ?? [];
  const [kind, setKind] = useState<Kind>();
  const kinds = [...new Set(units.map((unit) => unit.kind))];
  return (
    <Card title={say(`单位 ${units.length} 个`, `${units.length} units`)}>
      <Select
        allowClear
        aria-label={say('单位类别', 'Kind of unit')}
        placeholder={say('全部类别', 'All kinds')}
        style={{ width: 160, marginBottom: 12 }}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: labels.unitKind[value] }))}
      />
      <Answered
        query={asked}
        isEmpty={(found) => found.units.length === 0}
        empty={say('还没有单位，请先导入名册', 'No unit yet: import a register first')}
      >
        {(found) => (
          <Rows
            rowKey="id"
            dataSource={found.units.filter((unit) => kind === undefined || unit.kind === kind)}
            pagination={{ pageSize: 20 }}
            columns={[
              { title: say('名称', 'Name'), dataIndex: 'name' },
              { title: say('类别', 'Kind'), render: (_, unit) => labels.unitKind[unit.kind] },
              { title: say('上级', 'Under'), render: (_, { parentName }) => parentName ?? '—' },
              { title: say('值班电话', 'Duty phone'), render: (_, { dutyPhone }) => dutyPhone ?? '—' },
            ]}
          />
        )}
      </Answered>
      <p>
        {say('单位、小区、楼栋、房屋由名册文件导入：', 'Units, estates, buildings and homes come from a register file: ')}
        <Link to="/imports" style={{ textDecoration: 'underline' }}>
          {say('去导入', 'imports')}
        </Link>
      </p>
    </Card>
  );
}
