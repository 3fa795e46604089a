/** @jsxImportSource preact */
import { render, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Demand } from './demand.js';
import './resident.css';
import { Track } from './track.js';
import { Urgent } from './urgent.js';
import { say, speak, spoken } from './words.js';

/** A page that comes when it is asked for, so that the first one is light. */
function Later<P extends object>({ load, props }: { load: () => Promise<ComponentType<P>>; props: P }) {
  const [Content, setContent] = useState<ComponentType<P> | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    load().then(
      (loaded) => setContent(() => loaded),
      () => setLost(true),
    );
  }, []);
  if (Content) return <Content {...props} />;
  return isLost ? (
    <p class="trouble" role="alert">
      {say('没有连上，请检查网络后刷新。', 'No connection. Check the network and reload.')}
    </p>
  ) : (
    <p aria-busy="true">{say('正在打开…', 'Opening…')}</p>
  );
}

/**
 * Pages by address: /r/{street}/ to tell, …/q/{code} after a scan, …/urgent for an emergency, …/track to ask, …/board what hangs, …/yard the
 * courtyards.
 */
function Page() {
  const [, setLanguage] = useState(spoken());
  const [, , streetId = '', what = '', code, more] = window.location.pathname.split('/');
  const isAt = (...places: string[]) => (places.includes(what) ? ('page' as const) : undefined);
  const isUrgent = what === 'urgent' || (what === 'q' && more === 'urgent');
  const placeCode = what === 'q' && code ? code : undefined;
  const turn = () => {
    speak(spoken() === 'zh' ? 'en' : 'zh');
    setLanguage(spoken());
  };
  const titles: Record<string, string> = { track: say('查进展', 'Follow'), board: say('公示', 'Board'), yard: say('四合院', 'Courtyard') };
  const title = isUrgent ? say('紧急情况', 'Emergency') : (titles[what] ?? say('我要反映', 'Tell the street'));
  useEffect(() => {
    document.title = `${title} · ${say('接诉即办', 'Demands answered')}`;
  }, [title]);
  return (
    <>
      <header>
        <a href={`/r/${streetId}/`} class="name">
          {say('接诉即办', 'Demands answered')}
        </a>
        <button type="button" class="plain" lang={spoken() === 'zh' ? 'en' : 'zh-CN'} onClick={turn}>
          {spoken() === 'zh' ? 'English' : '中文'}
        </button>
        <nav aria-label={say('主菜单', 'Main menu')}>
          <a href={`/r/${streetId}/`} aria-current={isAt('', 'q', 'urgent')}>
            {say('我要反映', 'Tell')}
          </a>
          <a href={`/r/${streetId}/track`} aria-current={isAt('track')}>
            {say('查进展', 'Follow')}
          </a>
          <a href={`/r/${streetId}/board`} aria-current={isAt('board')}>
            {say('公示', 'Board')}
          </a>
          <a href={`/r/${streetId}/yard`} aria-current={isAt('yard')}>
            {say('四合院', 'Courtyard')}
          </a>
        </nav>
      </header>
      <main>
        {isUrgent ? (
          <Urgent streetId={streetId} placeCode={placeCode} />
        ) : what === 'track' ? (
          <Track streetId={streetId} />
        ) : what === 'board' ? (
          code ? (
            <Later load={async () => (await import('./posted.js')).Posted} props={{ streetId, id: code }} />
          ) : (
            <Later load={async () => (await import('./board.js')).Board} props={{ streetId }} />
          )
        ) : what === 'yard' ? (
          <Later load={async () => (await import('./yard.js')).default} props={{ streetId, id: code || undefined }} />
        ) : (
          <Demand streetId={streetId} placeCode={placeCode} />
        )}
      </main>
      <footer>{say('紧急情况请先拨打 110、119、120、122。', 'In an emergency call 110, 119, 120 or 122 first.')}</footer>
    </>
  );
}

speak(spoken());
render(<Page />, document.getElementById('resident')!);
