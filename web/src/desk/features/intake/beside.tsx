import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Card } from '../../components/card.js';
import { Mark } from '../../components/mark.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { pathOf, placeOf, type Draft } from './draft.js';

type Suggestion = Output<'intake.demand.suggest'>;

/** Why the text suggests what it does, and which unit that would be. */
export function Beside({ suggestion, draft }: { suggestion: Suggestion | undefined; draft: Draft }) {
  const say = useWords();
  return (
    <div role="status" aria-live="polite" style={{ display: 'grid', gap: 12 }}>
      <Card title={say('由文字得出的建议', 'What the text suggests')}>
        {suggestion ? (
          <>
            <p style={{ marginTop: 0 }}>{suggestion.message}</p>
            {suggestion.category && (
              <p>
                <b>{suggestion.category.join(' / ')}</b>（{say('把握', 'certainty')} {(suggestion.certainty * 100).toFixed(0)} %）
              </p>
            )}
            <div>
              {suggestion.words.map(({ about, word, source }) => (
                <Mark key={`${about} ${word} ${source}`} tone={source === 'DANGER' ? 'bad' : 'plain'}>
                  {word}
                </Mark>
              ))}
            </div>
          </>
        ) : (
          say(
            '边写边给出：分类、级别、地点，以及由哪些词得出。',
            'Category, level and place, with the words they come from, while you type.',
          )
        )}
      </Card>
      <WhichUnit draft={draft} />
    </div>
  );
}

/** Which unit it would go to, and why, before anything is sent. */
export function WhichUnit({ draft }: { draft: Draft }) {
  const say = useWords();
  const unitName = useUnitName();
  const { category, demandType = 'HELP', level = 'N' } = draft;
  const place = placeOf(draft);
  const preview = useQuery({
    queryKey: ['preview', category, demandType, level, place.estateId],
    queryFn: ({ signal }) =>
      call('dispatch.directory.preview', { category: pathOf(category!), demandType, level, place, channel: 'PHONE_DESK' }, { signal }),
    enabled: category !== undefined,
    placeholderData: (before) => before,
  });
  return (
    <Card title={say('会派给谁', 'Where it would go')}>
      {!category && say('选定分类后给出。', 'Once there is a category.')}
      {preview.isError && <Trouble error={preview.error} />}
      {category && preview.data && (
        <>
          <b>{unitName(preview.data.leadUnitId)}</b>
          {preview.data.coUnitIds.length > 0 && (
            <>
              {' '}
              · {say('协办', 'with')} {preview.data.coUnitIds.map(unitName).join('、')}
            </>
          )}
          {preview.data.contactUnitId !== null && (
            <>
              {' '}
              <Mark>{say('有事您找我试点', 'Hand-up pilot')}</Mark>
            </>
          )}
          <p style={{ marginBottom: 0 }}>{preview.data.decision.reason}</p>
        </>
      )}
    </Card>
  );
}
