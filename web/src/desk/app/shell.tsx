import { Button, Layout, Result, Skeleton } from 'antd';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { labels } from '@wufang/contracts/labels';
import { Suspense, useContext, useEffect } from 'react';
import { Trouble } from '../components/states.js';
import { LanguageContext, useWords } from '../lib/words.js';
import { pages } from './pages.js';
import { rolesOf, useMe, useSignOut } from '../lib/session.js';
import { SignIn } from './sign-in.js';

/** What stands around every page: who is here, where one can go, the language. Without a session it is the door. */
export function Shell() {
  const say = useWords();
  const me = useMe();
  const signOut = useSignOut();
  const { language, choose } = useContext(LanguageContext);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = pages.find((page) => path.startsWith(page.path.replace(/\/\$.*/, '')));
  useEffect(() => {
    document.title = here ? `${say(here.zh, here.en)} · 五方` : '五方';
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [here, language, say]);
  if (me.isPending) return <Skeleton style={{ padding: 32 }} active={false} />;
  if (me.isError)
    return (
      <main style={{ padding: 32 }}>
        <Trouble error={me.error} again={() => void me.refetch()} />
      </main>
    );
  if (me.data === null) return <SignIn />;
  const roles = rolesOf(me.data);
  const mine = pages.filter(({ menu }) => menu?.some((role) => roles.includes(role)));
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {say('跳到正文', 'Skip to content')}
      </a>
      <Layout.Header className="shell-head">
        <Link to="/" className="brand">
          五方
        </Link>
        <nav aria-label={say('主菜单', 'Main menu')} className="shell-menu">
          {mine.map(({ path: to, zh, en }) => (
            <Link key={to} to={to} aria-current={here?.path === to ? 'page' : undefined}>
              {say(zh, en)}
            </Link>
          ))}
        </nav>
        <span className="shell-me">
          {me.data.displayName} · {roles.map((role) => (language === 'zh' ? labels.role[role] : role.replaceAll('_', ' '))).join('、')}
        </span>
        <Button onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>{language === 'zh' ? 'English' : '中文'}</Button>
        <Button onClick={() => signOut.mutate()}>{say('退出', 'Sign out')}</Button>
      </Layout.Header>
      <Layout.Content id="content" className="shell-content" role="main" tabIndex={-1}>
        <Suspense fallback={<Skeleton active={false} paragraph={{ rows: 8 }} />}>
          <Outlet />
        </Suspense>
      </Layout.Content>
    </Layout>
  );
}

/** Where somebody lands: the first page of their menu. */
export function Home() {
  const say = useWords();
  const me = useMe();
  const first = me.data && pages.find(({ menu }) => menu?.some((role) => rolesOf(me.data!).includes(role)));
  useEffect(() => {
    if (first) window.history.replaceState(null, '', `/desk${first.path}`);
  }, [first]);
  if (first) return <first.Content />;
  return <Result status="info" title={say('您的身份还没有对应的页面', 'There is no page for your role yet')} />;
}
