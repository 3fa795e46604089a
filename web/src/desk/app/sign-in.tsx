import { Button, Form, Input } from 'antd';
import { Card } from '../components/card.js';
import { LanguageButton } from '../components/language-button.js';
import { Trouble } from '../components/states.js';
import { useWords } from '../lib/words.js';
import { useSignIn } from '../lib/session.js';

/** The door of the desks. The server says the same whether the account or the password is wrong. */
export default function SignIn() {
  const say = useWords();
  const signIn = useSignIn();
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <h1 className="page-title">{say('五方 · 工作台', 'Wufang desks')}</h1>
        <p className="quiet">{say('接诉即办，五方共治', 'Demands answered, five parties at one table')}</p>
        <Form layout="vertical" requiredMark={false} onFinish={(input: { account: string; password: string }) => signIn.mutate(input)}>
          <Form.Item
            name="account"
            label={say('账号', 'Account')}
            rules={[{ required: true, message: say('请填写账号', 'Enter the account') }]}
          >
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={say('密码', 'Password')}
            rules={[{ required: true, message: say('请填写密码', 'Enter the password') }]}
          >
            <Input.Password visibilityToggle={false} autoComplete="current-password" />
          </Form.Item>
          {signIn.isError && (
            <div style={{ marginBottom: 16 }}>
              <Trouble error={signIn.error} />
            </div>
          )}
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {say('登录', 'Sign in')}
          </Button>
        </Form>
        <p>
          <LanguageButton />
        </p>
      </Card>
    </main>
  );
}
