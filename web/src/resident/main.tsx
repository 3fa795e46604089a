/** @jsxImportSource preact */
import { render, type ComponentType, type VNode } from 'preact';
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
    <div class="trouble" role="alert">
      <p>{say('没有连上，请检查网络后再试。', 'No connection. Check the network and try again.')}</p>
      <button type="button" class="plain" onClick={() => window.location.reload()}>
        {say('再试一次', 'Try again')}
      </button>
    </div>
  ) : (
    <p aria-busy="true">{say('正在打开…', 'Opening…')}</p>
  );
}

type Named = Partial<Record<'id' | 'code', string>>;

/** What stands at each place below /r/{street}; `$id` and `$code` are what the address names. */
const places: Readonly<Record<string, (streetId: string, named: Named) => VNode>> = {
  '': (streetId) => <Demand streetId={streetId} placeCode={undefined} />,
  'q/$code': (streetId, { code }) => <Demand streetId={streetId} placeCode={code} />,
  'q/$code/urgent': (streetId, { code }) => <Urgent streetId={streetId} placeCode={code} />,
  urgent: (streetId) => <Urgent streetId={streetId} placeCode={undefined} />,
  track: (streetId) => <Track streetId={streetId} />,
  board: (streetId) => <Later load={async () => (await import('./board.js')).Board} props={{ streetId }} />,
  'board/$id': (streetId, { id = '' }) => <Later load={async () => (await import('./posted.js')).Posted} props={{ streetId, id }} />,
  exposed: (streetId) => <Later load={async () => (await import('./exposed.js')).Exposed} props={{ streetId }} />,
  yard: (streetId) => <Later load={async () => (await import('./yard.js')).default} props={{ streetId, id: undefined }} />,
  'yard/$id': (streetId, { id }) => <Later load={async () => (await import('./yard.js')).default} props={{ streetId, id }} />,
};

/** What an address asks for. Example: ['board', '7'] -> that of 'board/$id' with { id: '7' }. */
function placeAt(parts: readonly string[]): [(typeof places)[string] | undefined, Named] {
  for (const [path, content] of Object.entries(places)) {
    const steps = path.split('/').filter(Boolean);
    if (steps.length !== parts.length || !steps.every((step, at) => step.startsWith('$') || step === parts[at])) continue;
    const named = steps.flatMap((step, at) => (step.startsWith('$') ? [[step.slice(1), parts[at]]] : []));
    return [content, Object.fromEntries(named) as Named];
  }
  return [undefined, {}];
}

function Nowhere({ streetId }: { streetId: string }) {
  return (
    <>
      <h1>{say('没有这个页面', 'No such page')}</h1>
      <p>
        {say('地址可能写错了。', 'The address may be wrong.')}{' '}
        <a href={`/r/${streetId}/`}>{say('我要反映情况', 'Tell the street something')}</a>
      </p>
    </>
  );
}

/** The frame of every page: where one can go, the language, and the numbers to call first. */
function Page() {
  const [, setLanguage] = useState(spoken());
  const [, , streetId = '', ...parts] = window.location.pathname.replace(/\/+$/, '').split('/');
  const [content, named] = placeAt(parts);
  const [what = ''] = parts;
  const isAt = (...heads: string[]) => (heads.includes(what) ? ('page' as const) : undefined);
  const turn = () => {
    speak(spoken() === 'zh' ? 'en' : 'zh');
    setLanguage(spoken());
  };
  const titles: Record<string, string> = {
    track: say('查进展', 'Follow'),
    board: say('公示', 'Board'),
    exposed: say('曝光台', 'Exposure board'),
    yard: say('四合院', 'Courtyard'),
  };
  const title = parts.at(-1) === 'urgent' ? say('紧急情况', 'Emergency') : (titles[what] ?? say('我要反映', 'Tell the street'));
  useEffect(() => {
    document.title = `${title} · ${say('接诉即办', 'Demands answered')}`;
  }, [title]);
  return (
    <>
      <a class="skip" href="#content">
        {say('跳到正文', 'Skip to content')}
      </a>
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
          <a href={`/r/${streetId}/board`} aria-current={isAt('board', 'exposed')}>
            {say('公示', 'Board')}
          </a>
          <a href={`/r/${streetId}/yard`} aria-current={isAt('yard')}>
            {say('四合院', 'Courtyard')}
          </a>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {content ? content(streetId, named) : <Nowhere streetId={streetId} />}
      </main>
      <footer>{say('紧急情况请先拨打 110、119、120、122。', 'In an emergency call 110, 119, 120 or 122 first.')}</footer>
    </>
  );
}

speak(spoken());
render(<Page />, document.getElementById('resident')!);
