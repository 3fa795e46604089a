import { Mark } from '../../components/mark.js';
import { clockText } from '../../lib/format.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { standingOf, type Account } from './accounts.js';

/** How an account stands, in a word. */
export function Standing({ account }: { account: Account }) {
  const say = useWords();
  const standing = standingOf(account, useNow(10_000));
  if (standing === 'SHUT_OUT') return <Mark tone="bad">{say('已停用', 'disabled')}</Mark>;
  if (standing === 'IN_USE') return <Mark tone="good">{say('在用', 'in use')}</Mark>;
  const until = clockText(account.lockedUntil!);
  return <Mark tone="bad">{say(`连续输错密码，锁定至 ${until}`, `locked by wrong passwords until ${until}`)}</Mark>;
}
