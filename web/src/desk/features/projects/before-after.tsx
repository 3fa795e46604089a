import { useQuery } from '@tanstack/react-query';
import { Part } from '../../components/part.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useWords } from '../../lib/words.js';
import type { Project } from './api.js';

/** How the place looked before, and looks after the works, side by side. */
export function BeforeAfter({ project: { id, beforePhotoIds, afterPhotoIds } }: { project: Project }) {
  const say = useWords();
  if (beforePhotoIds.length + afterPhotoIds.length === 0) return null;
  const sides = [
    { title: say('改造前', 'Before'), ids: beforePhotoIds, none: say('没有改造前的照片', 'No photo from before') },
    { title: say('改造后', 'After'), ids: afterPhotoIds, none: say('完工后在这里对照', 'Comes with the end of the works') },
  ];
  return (
    <Part id="pictures" title={say('改造前后', 'Before and after')}>
      <div className="before-after">
        {sides.map(({ title, ids, none }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            {ids.length === 0 && <p className="quiet">{none}</p>}
            {ids.map((photoId, index) => (
              <Picture key={photoId} id={id} photoId={photoId} name={`${title} ${index + 1}`} />
            ))}
          </section>
        ))}
      </div>
    </Part>
  );
}

/** A photo that a project names. */
export function Picture({ id, photoId, name }: { id: string; photoId: string; name: string }) {
  const say = useWords();
  const photo = useQuery({
    queryKey: ['project-photo', photoId],
    queryFn: ({ signal }) => call('deliberation.project.photo', { id, photoId }, { signal }),
    staleTime: Infinity,
    retry: false,
  });
  if (photo.isError) return <Trouble error={photo.error} again={() => void photo.refetch()} />;
  if (photo.data === undefined) return <p aria-busy="true">{say('正在打开…', 'Opening…')}</p>;
  return <img src={`data:${photo.data.type};base64,${photo.data.file}`} alt={name} />;
}
