import { useQuery, type QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { call } from '../lib/client.js';
import { useWords } from '../lib/words.js';
import { save } from './document-button.js';
import { Trouble } from './states.js';

interface Kept {
  type: string;
  /** base64 */
  file: string;
}

/** A picture or a paper that is fetched when it is asked for: a picture is shown in its place, anything else is saved. */
export function OpenedFile({
  label,
  queryKey,
  fetch,
}: {
  label: string;
  queryKey: QueryKey;
  fetch: (signal: AbortSignal) => Promise<Kept>;
}) {
  const say = useWords();
  const frame = useId();
  const [isOpen, setOpen] = useState(false);
  const kept = useQuery({ queryKey, queryFn: ({ signal }) => fetch(signal), enabled: isOpen, staleTime: Infinity });
  const isPicture = kept.data?.type.startsWith('image/');
  return (
    <>
      <Button size="small" type="link" aria-expanded={isOpen} aria-controls={frame} onClick={() => setOpen(!isOpen)}>
        {label}
      </Button>
      {isOpen && (
        <span id={frame} className="file">
          {kept.isPending && say('正在打开…', 'Opening…')}
          {kept.isError && <Trouble error={kept.error} again={() => void kept.refetch()} />}
          {isPicture && <img src={`data:${kept.data!.type};base64,${kept.data!.file}`} alt={label} />}
          {kept.data && !isPicture && (
            <Button
              size="small"
              onClick={() =>
                save(
                  `${label}.pdf`,
                  new Blob([Uint8Array.from(atob(kept.data.file), (char) => char.charCodeAt(0))], { type: kept.data.type }),
                )
              }
            >
              {say('保存 PDF', 'Save the PDF')}
            </Button>
          )}
        </span>
      )}
    </>
  );
}

/** Photos that came with a demand, or were taken on site for it. */
export function Photos({ demandId, ids }: { demandId: string; ids: readonly string[] }) {
  return <PhotoLinks ids={ids} fetch={(photoId, signal) => call('intake.attachment.get', { id: demandId, photoId }, { signal })} />;
}

/** Photos that whoever was summoned keeps with the whistle. */
export function WhistlePhotos({ whistleId, ids }: { whistleId: string; ids: readonly string[] }) {
  return <PhotoLinks ids={ids} fetch={(photoId, signal) => call('dispatch.whistle.get-photo', { id: whistleId, photoId }, { signal })} />;
}

/** Photos of citizen supervisors, for who sees the order. */
export function SupervisorPhotos({ orderId, ids }: { orderId: string; ids: readonly string[] }) {
  return (
    <PhotoLinks ids={ids} fetch={(photoId, signal) => call('dispatch.watched-order.get-photo', { id: orderId, photoId }, { signal })} />
  );
}

/** Photos by their ids, each opened when it is asked for. */
export function PhotoLinks({
  ids,
  fetch,
}: {
  ids: readonly string[];
  fetch: (photoId: string, signal: AbortSignal) => Promise<{ contentType: string; data: string }>;
}) {
  const say = useWords();
  if (ids.length === 0) return null;
  return (
    <span className="files">
      {ids.map((photoId, at) => (
        <OpenedFile
          key={photoId}
          label={say(`照片 ${at + 1}`, `Photo ${at + 1}`)}
          queryKey={['photo', photoId]}
          fetch={async (signal) => {
            const { contentType, data } = await fetch(photoId, signal);
            return { type: contentType, file: data };
          }}
        />
      ))}
    </span>
  );
}
