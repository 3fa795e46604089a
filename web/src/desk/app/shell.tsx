import { Button, Skeleton } from 'antd';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useContext, useEffect } from 'react';
import { LanguageButton } from '../components/language-button.js';
import { Trouble } from '../components/states.js';
import { labels } from '../lib/labels.js';
import { COUNTED, useUnread } from '../lib/messages.js';
import { LanguageContext, useWords } from '../lib/words.js';
import { pageAt, pages, sections, type Page } from './pages.js';
import { rolesOf, useMe, useSignOut } from '../lib/session.js';

/** Who is signed in already does not load the door. */
const SignIn = lazy(() => import('./sign-in.js'));

/** What stands around every page: who is here, where one can go, the language. Without a session it is the door. */
export function Shell() {
  const say = useWords();
  const me = useMe();
  const signOut = useSignOut();
  const words = (name: { zh: string; en: string }) => say(name.zh, name.en);
  const { language } = useContext(LanguageContext);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = pageAt(path);
  useEffect(() => {
    document.title = here ? `${say(here.zh, here.en)} · ${say('五方', 'Wufang')}` : say('五方', 'Wufang');
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [here, language, say]);
  const isInside = Boolean(me.data);
  useEffect(() => {
    // On a phone a menu is wider than the screen: where one is comes into sight.
    document
      .querySelectorAll('.shell-menu [aria-current=page]')
      .forEach((place) => place.scrollIntoView({ block: 'nearest', inline: 'center' }));
  }, [here, isInside]);
  if (me.isPending) return <Skeleton style={{ padding: 32 }} active={false} />;
  if (me.isError)
    return (
      <main style={{ padding: 32 }}>
        <h1 className="page-title page-title-alone">{say('五方 · 工作台', 'Wufang desks')}</h1>
        <Trouble error={me.error} again={() => void me.refetch()} />
      </main>
    );
  if (me.data === null)
    return (
      <Suspense fallback={<Skeleton style={{ padding: 32 }} active={false} />}>
        <SignIn />
      </Suspense>
    );
  const roles = rolesOf(me.data);
  const mine = pages.filter(({ menu }) => menu?.some((role) => roles.includes(role)));
  const places = mine.filter(({ section }, at) => section === undefined || mine.findIndex((other) => other.section === section) === at);
  const beside = here?.section === undefined ? [] : mine.filter(({ section }) => section === here.section);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say('跳到正文', 'Skip to content')}
      </a>
      <header className="shell-head">
        <Link to="/" className="brand">
          {say('五方', 'Wufang')}
        </Link>
        <nav aria-label={say('主菜单', 'Main menu')} className="shell-menu">
          {places.map(({ path: to, section, ...name }) => (
            <Link key={to} to={to} aria-current={isHere(here, to, section) ? 'page' : undefined}>
              {words(section ? sections[section] : name)}
            </Link>
          ))}
        </nav>
        <Inbox />
        <Link to="/password" className="shell-me" title={say('修改密码', 'Change the password')}>
          {me.data.displayName} · {roles.map((role) => labels.role[role]).join(say('、', ', '))}
        </Link>
        <LanguageButton />
        <Button onClick={() => signOut.mutate()}>{say('退出', 'Sign out')}</Button>
      </header>
      {beside.length > 1 && (
        <nav aria-label={words(sections[here!.section!])} className="shell-menu shell-beside">
          {beside.map(({ path: to, ...name }) => (
            <Link key={to} to={to} aria-current={here?.path === to ? 'page' : undefined}>
              {words(name)}
            </Link>
          ))}
        </nav>
      )}
      <main id="content" className="shell-content" tabIndex={-1}>
        <Suspense fallback={<Skeleton active={false} paragraph={{ rows: 8 }} />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** The way to one's messages, and how many are unread. */
function Inbox() {
  const say = useWords();
  const unread = useUnread();
  const count = unread < COUNTED ? String(unread) : `${COUNTED}+`;
  return (
    <Link to="/messages" className="shell-inbox">
      {say('消息', 'Messages')}
      {unread > 0 && (
        <span className="shell-unread">
          {count}
          <span className="unseen">{say('条未读', ' unread')}</span>
        </span>
      )}
    </Link>
  );
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
  return (
    <>
      <h1 className="page-title page-title-alone">{say('您的身份在工作台没有页面', 'There is no page for your role here')}</h1>
      <p>
        {say(
          '居民请扫小区里的二维码，或打开街道的居民页面；工作人员请联系管理员授权。',
          'Residents scan the code in their estate or open the street’s page; staff ask the administrator for a mandate.',
        )}
      </p>
    </>
  );
}
