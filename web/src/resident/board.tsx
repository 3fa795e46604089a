/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useState } from 'preact/hooks';
import { call } from './api.js';
import { Shown, useAsked } from './asked.js';
import { MySettlement } from './my-settlement.js';
import { dayText, say, timeText, yuanText } from './words.js';

type Works = Output<'deliberation.works.board'>['works'][number];

/** What hangs on the board (公示): plans that share costs, and works under way. `?estate=` shows one estate's alone. */
export function Board({ streetId }: { streetId: string }) {
  const [estate, setEstate] = useState(new URLSearchParams(window.location.search).get('estate') ?? '');
  const posted = useAsked('board', () => call('deliberation.publicity.board', { streetId, limit: 100 }));
  const works = useAsked('works', () => call('deliberation.works.board', { streetId, limit: 20 }));
  const choose = (next: string) => {
    setEstate(next);
    window.history.replaceState(null, '', next ? `?estate=${encodeURIComponent(next)}` : window.location.pathname);
  };
  return (
    <>
      <h1>{say('方案公示', 'Plans on the board')}</h1>
      <Shown asked={posted}>
        {({ publicities }) => {
          const estates = [...new Set(publicities.flatMap(({ estateName }) => estateName ?? []))].sort();
          const shown = publicities.filter(({ estateName }) => !estate || estateName === estate);
          return (
            <>
              {(estates.length > 1 || estate) && (
                <label>
                  {say('小区', 'Estate')}
                  <select value={estate} onChange={({ currentTarget }) => choose(currentTarget.value)}>
                    <option value="">{say('全部', 'All')}</option>
                    {[...new Set([...estates, ...(estate ? [estate] : [])])].map((name) => (
                      <option key={name}>{name}</option>
                    ))}
                  </select>
                </label>
              )}
              {shown.length === 0 && (
                <p>
                  {say(
                    '现在没有正在公示的方案。新的方案公示时，小区公告栏也会张贴。',
                    'Nothing hangs now. A new plan hangs in the estate as well.',
                  )}
                </p>
              )}
              <ul class="list">
                {shown.map(({ id, title, estateName, totalFen, endsAt }) => (
                  <li key={id}>
                    <a href={`/r/${streetId}/board/${id}`}>{title}</a>
                    <span class="quiet">
                      {estateName} · {yuanText(totalFen)} · {say(`${dayText(endsAt)} 前可提出异议`, `object before ${dayText(endsAt)}`)}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Shown>
      <h2>{say('施工进展', 'Works')}</h2>
      <Shown asked={works}>
        {({ works: all }) =>
          all.length === 0 ? <p>{say('现在没有在施工的。', 'No works now.')}</p> : all.map((one) => <WorksEntry key={one.id} works={one} />)
        }
      </Shown>
      <p>
        <a href={`/r/${streetId}/exposed`}>{say('看曝光台', 'See the exposure board')}</a>
      </p>
      <MySettlement streetId={streetId} />
    </>
  );
}

function WorksEntry({ works: { title, stages, latest, finalFen } }: { works: Works }) {
  const done = stages.filter(({ reachedAt }) => reachedAt !== null).length;
  return (
    <section class="card">
      <h3>{title}</h3>
      <p>{say(`共 ${stages.length} 个阶段，已完成 ${done} 个`, `${done} of ${stages.length} stages done`)}</p>
      {finalFen !== null && <p>{say(`已结算，结算总额 ${yuanText(finalFen)}`, `Settled at ${yuanText(finalFen)}`)}</p>}
      <ol class="steps">
        {latest.map(({ text, at }) => (
          <li key={at + text}>
            <time dateTime={at}>{timeText(at)}</time> {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
