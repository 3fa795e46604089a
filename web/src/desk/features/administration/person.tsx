import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { DatePicker } from '../../components/date-picker.js';
import { ChoiceField, UnitField } from '../../components/fields.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered, Nothing } from '../../components/states.js';
import { fullText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useAccountId } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { standingOf, useAccounts, type Account } from './accounts.js';
import { PasswordField } from './people.js';
import { Standing } from './standing.js';
import { Tokens } from './tokens.js';

const refreshes = [['accounts']];

/** One account: what it may act as, until when; shut out, let in again, given another password. Each takes effect on the next request. */
export default function PersonPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const accounts = useAccounts();
  return (
    <Answered query={accounts} heading={say('人员', 'Person')}>
      {(found) => {
        const account = found.accounts.find((one) => one.id === id);
        if (account) return <Person account={account} />;
        return (
          <>
            <h1 className="page-title page-title-alone">{say('人员', 'Person')}</h1>
            <div role="alert">
              <Nothing>
                {say('没有这个账号。', 'No such account.')} <Link to="/people">{say('回到单位与人员', 'Back to units and people')}</Link>
              </Nothing>
            </div>
          </>
        );
      }}
    </Answered>
  );
}

interface Granted {
  role: keyof typeof labels.role;
  unitId?: string;
  until?: Dayjs | null;
  limitYuan?: number | null;
}

function Person({ account }: { account: Account }) {
  const { id, name, displayName, isDisabled, mandates } = account;
  const say = useWords();
  const isLocked = standingOf(account, useNow(10_000)) === 'LOCKED';
  const unitName = useUnitName();
  const isOneself = useAccountId() === id;
  return (
    <article aria-labelledby="person-title" className="order">
      <PageHead
        id="person-title"
        title={
          <>
            {displayName} <Standing account={account} />
          </>
        }
      />
      <Card>
        <Descriptions size="small" items={[{ key: 'name', label: say('账号', 'Account'), children: name }]} />
        <div className="acts">
          <Command
            operation="gateway.account.reset-password"
            title={say('重设密码', 'Reset the password')}
            refreshes={refreshes}
            note={say(
              '本人的所有登录随即退出，登录锁定一并解除；请当面或打电话告诉本人，并请其登录后自己改掉。',
              'All sessions end, a lock of wrong passwords goes. Tell the person yourself; they change it after signing in.',
            )}
            input={({ newPassword }: { newPassword: string }) => ({ id, newPassword })}
          >
            <PasswordField name="newPassword" label={say('新密码（至少 12 个字符）', 'New password (at least 12 characters)')} />
          </Command>
          {(isDisabled || isLocked) && (
            <Command
              operation="gateway.account.enable"
              title={isDisabled ? say('重新启用', 'Let in again') : say('解除登录锁定', 'Unlock signing in')}
              refreshes={refreshes}
              note={
                isDisabled
                  ? say('停用前的登录不再有效，须重新登录。', 'What was open before stays shut.')
                  : say('核实是本人在登录后再解除。', 'Lift it once you know it is them.')
              }
              input={() => ({ id })}
            />
          )}
          {!isDisabled && !isOneself && (
            <Command
              operation="gateway.account.disable"
              title={say('停用账号', 'Shut out')}
              refreshes={refreshes}
              note={say('从下一次请求起不能再用；已经做过的事仍留在记录里。', 'From the next request on; what was done stays on record.')}
              input={() => ({ id })}
            />
          )}
        </div>
      </Card>
      <Card title={say('授权', 'Mandates')}>
        {mandates.length === 0 ? (
          <p style={{ marginTop: 0 }}>{say('没有授权：登录后没有可以办的事。', 'None: there is nothing they may do.')}</p>
        ) : (
          <Rows
            rowKey="id"
            dataSource={mandates}
            columns={[
              { title: say('岗位', 'Role'), render: (_, { role }) => labels.role[role] },
              {
                title: say('代表单位', 'Acts for'),
                render: (_, { unitId }) => (unitId === null ? say('全街道', 'the street') : unitName(unitId)),
              },
              { title: say('至', 'Until'), render: (_, { until }) => (until === null ? say('长期', 'no end') : fullText(until)) },
              {
                title: say('金额上限', 'Up to'),
                align: 'right',
                render: (_, { limitFen }) => (limitFen === null ? '—' : yuanText(limitFen)),
              },
              {
                title: say('处理', 'Action'),
                render: (_, { id: mandateId, role }) => (
                  <Command
                    operation="gateway.mandate.end"
                    size="small"
                    title={say('终止', 'End')}
                    about={labels.role[role]}
                    refreshes={refreshes}
                    note={say('从下一次请求起失效。', 'From the next request on.')}
                    input={() => ({ id, mandateId })}
                  />
                ),
              },
            ]}
          />
        )}
        <div className="acts">
          <Command
            operation="gateway.mandate.grant"
            title={say('增加授权', 'Grant a mandate')}
            refreshes={refreshes}
            input={({ role, unitId, until, limitYuan }: Granted) => ({
              ...{ id, role },
              ...(unitId && { unitId }),
              ...(until && { until: until.endOf('day').toISOString() }),
              ...(limitYuan != null && { limitFen: String(limitYuan * 100) }),
            })}
          >
            <ChoiceField name="role" label={say('岗位', 'Role')} words={labels.role} />
            <UnitField name="unitId" label={say('代表单位（可不选）', 'Acts for (optional)')} isOptional />
            <Form.Item name="until" label={say('至哪天（不填为长期）', 'Until (empty: no end)')}>
              <DatePicker minDate={dayjs()} />
            </Form.Item>
            <Form.Item name="limitYuan" label={say('金额上限，元（可不填）', 'Up to, yuan (optional)')}>
              <InputNumber min={0} precision={0} style={{ width: 180 }} />
            </Form.Item>
          </Command>
        </div>
      </Card>
      <Tokens accountId={id} />
    </article>
  );
}
