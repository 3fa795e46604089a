import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { Card } from '../../components/card.js';
import { PageHead } from '../../components/page-head.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useWords } from '../../lib/words.js';

interface Filled {
  oldPassword: string;
  newPassword: string;
  again: string;
}

/** One's own password. Whoever was signed in elsewhere under the old one is signed out. */
export default function Password() {
  const say = useWords();
  const [form] = Form.useForm<Filled>();
  const change = useMutation({
    mutationFn: ({ oldPassword, newPassword }: Filled) => call('gateway.account.change-password', { oldPassword, newPassword }),
    onSuccess: () => form.resetFields(),
  });
  const needed = { required: true, message: say('请填写', 'Needed') };
  return (
    <section aria-labelledby="password-title" className="order narrow">
      <PageHead id="password-title" title={say('修改密码', 'Change the password')} />
      <Card>
        <Form name="password" form={form} layout="vertical" requiredMark={false} onFinish={(filled) => change.mutate(filled)}>
          <Form.Item name="oldPassword" label={say('现在的密码', 'The password now')} rules={[needed]}>
            <Input.Password visibilityToggle={false} autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="newPassword"
            label={say('新密码（至少 12 个字符）', 'New password (at least 12 characters)')}
            rules={[needed, { min: 12, message: say('至少 12 个字符', 'At least 12 characters') }]}
          >
            <Input.Password visibilityToggle={false} autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={say('再写一遍新密码', 'The new password again')}
            dependencies={['newPassword']}
            rules={[
              needed,
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('newPassword')
                    ? Promise.resolve()
                    : Promise.reject(new Error(say('两遍不一样', 'They are not the same'))),
              }),
            ]}
          >
            <Input.Password visibilityToggle={false} autoComplete="new-password" />
          </Form.Item>
          {change.isError && <Trouble error={change.error} />}
          <div role="status">
            {change.isSuccess && (
              <Alert
                type="success"
                showIcon
                style={{ marginBottom: 12 }}
                message={say('已修改，其他地方的登录已退出', 'Changed; sessions elsewhere are over')}
              />
            )}
          </div>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('修改', 'Change')}
          </Button>
        </Form>
      </Card>
    </section>
  );
}
