/** @jsxImportSource preact */
import { render } from 'preact';
import { Demand } from './demand.js';
import './resident.css';
import { Track } from './track.js';

/** Pages by address: /r/{street}/ to tell, /r/{street}/q/{code} after a scan, /r/{street}/track to ask. */
function Page() {
  const [, , streetId = '', what = '', code] = window.location.pathname.split('/');
  return (
    <>
      <header>
        <a href={`/r/${streetId}/`} class="name">
          接诉即办
        </a>
        <nav>
          <a href={`/r/${streetId}/`} aria-current={what === '' || what === 'q' ? 'page' : undefined}>
            我要反映
          </a>
          <a href={`/r/${streetId}/track`} aria-current={what === 'track' ? 'page' : undefined}>
            查进展
          </a>
        </nav>
      </header>
      <main>
        {what === 'track' ? <Track streetId={streetId} /> : <Demand streetId={streetId} placeCode={what === 'q' ? code : undefined} />}
      </main>
      <footer>紧急情况请先拨打 110、119、120、122。</footer>
    </>
  );
}

render(<Page />, document.getElementById('resident')!);
