import { Link } from '@tanstack/react-router';
import { callers } from '@wufang/api-client';
import type { Role } from '@wufang/contracts';
import { NotYours } from '../components/states.js';
import { labels } from '../lib/labels.js';
import { useMay } from '../lib/may.js';
import { useWords } from '../lib/words.js';
import type { Page } from './pages.js';

/** A page for those whose roles may do what it is for; the others are told who does that. Whose it is in particular the server says. */
export function Guarded({ page: { Content, needs, zh, en } }: { page: Page }) {
  const say = useWords();
  const may = useMay();
  if (may(needs)) return <Content />;
  const roles = (callers[needs] as readonly Role[]).map((role) => labels.role[role]).join(say('、', ', '));
  return (
    <>
      <h1 className="page-title page-title-alone">{say(zh, en)}</h1>
      <NotYours>
        {say(
          `这一项由下列岗位办理：${roles}。需要时请联系他们，或请管理员给您授权。`,
          `It is for: ${roles}. Turn to them, or ask the administrator for a mandate.`,
        )}{' '}
        <Link to="/">{say('回到我的页面', 'To my own page')}</Link>
      </NotYours>
    </>
  );
}
