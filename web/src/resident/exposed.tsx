/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useState } from 'preact/hooks';
import { call } from './api.js';
import { Shown, useAsked } from './asked.js';
import { dayText, say } from './words.js';

type Entry = Output<'dispatch.exposure.board'>['exposures'][number];

/** The exposure board (曝光台): which places are not as they should be, and what has been put right. */
export function Exposed({ streetId }: { streetId: string }) {
  const asked = useAsked('exposures', () => call('dispatch.exposure.board', { streetId, limit: 50 }));
  return (
    <>
      <h1>{say('曝光台', 'Exposure board')}</h1>
      <Shown asked={asked}>
        {({ exposures }) =>
          exposures.length === 0 ? (
            <p>{say('现在没有曝光的问题。看到问题可以随时反映。', 'Nothing is exposed now. Tell us what you see at any time.')}</p>
          ) : (
            exposures.map((entry) => <One key={entry.id} streetId={streetId} entry={entry} />)
          )
        }
      </Shown>
    </>
  );
}

function One({ streetId, entry: { id, placeText, problem, photoIds, publishedAt, fixedAt, result } }: { streetId: string; entry: Entry }) {
  return (
    <section class="card">
      <h2>{placeText}</h2>
      <p>{problem}</p>
      <p>
        <b>{fixedAt === null ? say('尚未整改', 'Not put right yet') : say('已整改', 'Put right')}</b>{' '}
        <span class="quiet">
          {dayText(publishedAt)} {say('曝光', 'exposed')}
          {fixedAt !== null && `，${dayText(fixedAt)} ${say('整改', 'put right')}`}
        </span>
      </p>
      {result !== null && <p>{result}</p>}
      {photoIds.map((photoId, at) => (
        <Photo
          key={photoId}
          label={say(`照片 ${at + 1}`, `Photo ${at + 1}`)}
          fetch={() => call('dispatch.exposure.board-photo', { streetId, id, photoId })}
        />
      ))}
    </section>
  );
}

/** A photo that comes when it is asked for, so that the page is light. */
function Photo({ label, fetch }: { label: string; fetch: () => Promise<{ data: string; contentType: string }> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && <Opened label={label} fetch={fetch} />}
    </>
  );
}

function Opened({ label, fetch }: { label: string; fetch: () => Promise<{ data: string; contentType: string }> }) {
  const asked = useAsked(label, fetch);
  return (
    <Shown asked={asked}>
      {({ data, contentType }) => <img src={`data:${contentType};base64,${data}`} alt={label} style={{ maxWidth: '100%' }} />}
    </Shown>
  );
}
