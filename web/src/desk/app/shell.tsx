import { Button, Layout, Result, Skeleton } from 'antd';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { labels } from '@wufang/contracts/labels';
import { Suspense, useContext, useEffect } from 'react';
import { Trouble } from '../components/states.js';
import { LanguageContext, useWords } from '../lib/words.js';
import { pages, sections, type Page } from './pages.js';
import { rolesOf, useMe, useSignOut } from '../lib/session.js';
import { SignIn } from './sign-in.js';

/** What stands around every page: who is here, where one can go, the language. Without a session it is the door. */
export function Shell() {
  const say = useWords();
  const me = useMe();
  const signOut = useSignOut();
  const words = (name: { zh: string; en: string }) => say(name.zh, name.en);
  const { language, choose } = useContext(LanguageContext);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = pageAt(path);
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
  const places = mine.filter(({ section }, at) => section === undefined || mine.findIndex((other) => other.section === section) === at);
  const beside = here?.section === undefined ? [] : mine.filter(({ section }) => section === here.section);
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
          {places.map(({ path: to, section, ...name }) => (
            <Link key={to} to={to} aria-current={isHere(here, to, section) ? 'page' : undefined}>
              {words(section ? sections[section] : name)}
            </Link>
          ))}
        </nav>
        <Link to="/password" className="shell-me" title={say('修改密码', 'Change the password')}>
          {me.data.displayName} · {roles.map((role) => (language === 'zh' ? labels.role[role] : role.replaceAll('_', ' '))).join('、')}
        </Link>
        <Button onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>{language === 'zh' ? 'English' : '中文'}</Button>
        <Button onClick={() => signOut.mutate()}>{say('退出', 'Sign out')}</Button>
      </Layout.Header>
      {beside.length > 1 && (
        <nav aria-label={words(sections[here!.section!])} className="shell-menu shell-beside">
          {beside.map(({ path: to, ...name }) => (
            <Link key={to} to={to} aria-current={here?.path === to ? 'page' : undefined}>
              {words(name)}
            </Link>
          ))}
        </nav>
      )}
      <Layout.Content id="content" className="shell-content" role="main" tabIndex={-1}>
        <Suspense fallback={<Skeleton active={false} paragraph={{ rows: 8 }} />}>
          <Outlet />
        </Suspense>
      </Layout.Content>
    </Layout>
  );
}

/** The page that an address is on: the one that says most of it. */
function pageAt(path: string): Page | undefined {
  return pages
    .filter((page) => `${path}/`.startsWith(`${page.path.replace(/\/\$.*/, '')}/`))
    .sort((a, b) => b.path.replace(/\$.*/, '').length - a.path.replace(/\$.*/, '').length)[0];
}

/** Whether a place of the menu is where one is: its page, one below it, or one of its section. */
function isHere(here: Page | undefined, to: string, section: Page['section']): boolean {
  if (!here) return false;
  return section === undefined ? `${here.path}/`.startsWith(`${to}/`) : here.section === section;
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
