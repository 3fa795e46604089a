/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useRef, useState } from 'preact/hooks';
import { call, wordsOf } from './api.js';

type Found = Output<'intake.demand.track'>;

const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** Where a matter stands, by its number and the last four digits of the phone. */
export function Track({ streetId }: { streetId: string }) {
  const [found, setFound] = useState<Found | null>(null);
  const [trouble, setTrouble] = useState('');
  const [waits, setWaits] = useState(false);
  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setWaits(true);
    setTrouble('');
    try {
      setFound(
        await call('intake.demand.track', { streetId, no: String(form.get('no')).trim(), phoneTail: String(form.get('tail')).trim() }),
      );
    } catch (error) {
      setFound(null);
      setTrouble(wordsOf(error));
    }
    setWaits(false);
  };
  return (
    <>
      <h1>查进展</h1>
      <form onSubmit={(event) => void ask(event)}>
        <label>
          工单编号
          <input
            name="no"
            required
            maxLength={40}
            autocomplete="off"
            defaultValue={new URLSearchParams(window.location.search).get('no') ?? ''}
          />
        </label>
        <label>
          手机号后四位
          <input name="tail" required inputMode="numeric" pattern="[0-9]{4}" maxLength={4} autocomplete="off" />
        </label>
        <button disabled={waits}>{waits ? '正在查询' : '查询'}</button>
      </form>
      <div role="status" aria-live="polite">
        {trouble && <p class="trouble">{trouble}</p>}
        {found && (
          <section>
            <h2>
              {found.no}　{found.stateText}
            </h2>
            {found.dueAt && (
              <p class={found.isOverdue ? 'late' : ''}>
                办理时限：{time.format(new Date(found.dueAt))}
                {found.isOverdue ? '（已超时）' : ''}
              </p>
            )}
            {found.handledBy && <p>承办：{found.handledBy}</p>}
            {found.contactUnit && <p>您的联系人：{found.contactUnit}</p>}
            <NewFacts streetId={streetId} no={found.no} />
            <ol class="steps">
              {found.timeline.map(({ at, text }) => (
                <li key={at + text}>
                  <time dateTime={at}>{time.format(new Date(at))}</time> {text}
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </>
  );
}

/** After the end something has come up again: told here, nothing is typed twice. Whether it may be told the server says. */
function NewFacts({ streetId, no }: { streetId: string; no: string }) {
  const id = useRef(crypto.randomUUID());
  const [said, setSaid] = useState('');
  const tell = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    try {
      const { no: fresh, message } = await call('intake.demand.tell-new-facts', {
        ...{ streetId, id: id.current, no, phoneTail: String(form.get('again')).trim(), content: String(form.get('facts')).trim() },
      });
      setSaid(`新编号 ${fresh}。${message}`);
    } catch (error) {
      setSaid(wordsOf(error));
    }
  };
  return (
    <details>
      <summary>办结后又有新情况</summary>
      <form onSubmit={(event) => void tell(event)}>
        <label>
          新情况
          <textarea name="facts" required minLength={8} maxLength={4000} rows={3} />
        </label>
        <label>
          再填一次手机号后四位
          <input name="again" required inputMode="numeric" pattern="[0-9]{4}" maxLength={4} autocomplete="off" />
        </label>
        <button>告诉街道</button>
      </form>
      <p role="status">{said}</p>
    </details>
  );
}
