import { Alert, Input } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { When, Words } from '../../components/fields.js';
import { useWords } from '../../lib/words.js';

/** Tokens with which a program acts as this account: given once, seen once, taken back by the number that was given with it. */
export function Tokens({ accountId }: { accountId: string }) {
  const say = useWords();
  return (
    <Card title={say('程序的访问令牌', 'Tokens for programs')}>
      <p style={{ marginTop: 0 }}>
        {say(
          '给按本账号办事的程序（例如区平台的接口）用；人登录不用它。令牌只显示一次，请连同编号交给对方保存；停用账号，令牌一并失效。',
          'For programs that act as this account; people sign in. It is shown once: hand it over with its number. It dies with the account.',
        )}
      </p>
      <div className="acts">
        <Command
          operation="gateway.token.create"
          title={say('发放令牌', 'Give a token')}
          refreshes={[]}
          input={({ name, until }: { name: string; until?: string }) => ({
            ...{ id: accountId, name },
            ...(until && { until: `${until}T23:59:59+08:00` }),
          })}
          answer={({ tokenId, token }) => (
            <Alert
              style={{ marginTop: 8 }}
              type="warning"
              message={say('只显示这一次，请现在抄下：', 'Shown this once, take it down now:')}
              description={
                <div className="stack">
                  <label>
                    {say('令牌', 'Token')} <Input readOnly value={token} />
                  </label>
                  <label>
                    {say('编号（收回时用）', 'Number (to take it back)')} <Input readOnly value={tokenId} />
                  </label>
                </div>
              }
            />
          )}
        >
          <Words name="name" label={say('给哪个程序', 'For which program')} min={2} max={80} />
          <When name="until" label={say('至哪天（不填为长期）', 'Until (empty: no end)')} isOptional />
        </Command>
        <Command
          operation="gateway.token.revoke"
          title={say('收回令牌', 'Take a token back')}
          refreshes={[]}
          note={say('从下一次请求起失效。', 'From the next request on.')}
          input={({ tokenId }: { tokenId: string }) => ({ id: accountId, tokenId: tokenId.trim() })}
          answer={() => say('已收回', 'Taken back')}
        >
          <Words name="tokenId" label={say('令牌编号', 'Number of the token')} max={40} />
        </Command>
      </div>
    </Card>
  );
}
