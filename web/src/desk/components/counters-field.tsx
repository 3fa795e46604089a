import { Form, Select } from 'antd';
import { useWords } from '../lib/words.js';

/** What an account's number looks like. */
const accountNo = /^[\w-]{8,60}$/;
const LEAST = 3;

/**
 * The members of a counting group (计票小组): three or more, each by the number of their account, which they read on their own page of votes and hand over.
 * Names of colleagues are nobody's here to list.
 */
export function CountersField({ name }: { name: string }) {
  const say = useWords();
  const few = say('至少三人，每人一个账号编号', 'Three or more, each by the number of their account');
  const odd = (no: string) => say(`“${no}”不是账号编号，请核对`, `“${no}” is not the number of an account`);
  return (
    <Form.Item
      name={name}
      label={say('计票小组成员的账号编号', 'Account numbers of the counting group')}
      extra={say(
        '至少三人，与表决事项没有利害关系；各人在自己的“业主表决”页上看到编号，告诉您以后逐个粘贴，按回车',
        'Three or more without interest in the matter; each reads their number on their own page of votes. Paste one after the other, with Enter',
      )}
      rules={[
        {
          validator: (_: unknown, chosen: string[] = []) => {
            const wrong = chosen.find((no) => !accountNo.test(no));
            if (wrong !== undefined) return Promise.reject(new Error(odd(wrong)));
            return chosen.length >= LEAST ? Promise.resolve() : Promise.reject(new Error(few));
          },
        },
      ]}
    >
      <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '、', '\n']} />
    </Form.Item>
  );
}
