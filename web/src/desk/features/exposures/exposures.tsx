import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Segmented } from 'antd';
import { Mark } from '../../components/mark.js';
import { PhotoLinks } from '../../components/opened-file.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { Decide, FixOrWithdraw } from './acts.js';
import { ProposeExposure } from './propose-exposure.js';

type Exposure = Output<'dispatch.exposure.list'>['exposures'][number];
const tones = { PROPOSED: 'plain', PUBLISHED: 'bad', REFUSED: 'plain', WITHDRAWN: 'plain', FIXED: 'good' } as const;
const shows = ['ALL', 'PROPOSED', 'PUBLISHED', 'FIXED'] as const;

/** The exposure board (曝光台) at the desks: what is proposed, what hangs for everybody to read, what has been put right. */
export default function Exposures() {
  const say = useWords();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const shown = shows.find((one) => one === asked['state']) ?? 'ALL';
  const list = useQuery({
    queryKey: ['exposures', shown],
    queryFn: ({ signal }) => call('dispatch.exposure.list', { limit: 100, ...(shown !== 'ALL' && { state: shown }) }, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <section aria-labelledby="exposures-title" className="order narrow">
      <PageHead id="exposures-title" title={say('曝光台', 'Exposure board')} prints>
        <Segmented
          className="no-print"
          aria-label={say('显示哪些', 'Which')}
          value={shown}
          onChange={(value: string) => void navigate({ to: '/exposures', search: { state: value } as never, replace: true })}
          options={shows.map((value) => ({ value, label: value === 'ALL' ? say('全部', 'All') : labels.exposureState[value] }))}
        />
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {say(
          '只写地点和问题，不写人；由提出人以外的科长或领导看过再上台，整改后公布结果。',
          'Places and problems, no persons; another chief or leader looks before it hangs, and the result is published.',
        )}
      </p>
      <ProposeExposure />
      <Answered
        query={list}
        isEmpty={({ exposures }) => exposures.length === 0}
        empty={say('没有这样的曝光。', 'Nothing such on the board.')}
      >
        {({ exposures }) => (
          <ul className="jobs">
            {exposures.map((exposure) => (
              <li key={exposure.id} className="card card-body">
                <One exposure={exposure} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}

function One({ exposure }: { exposure: Exposure }) {
  const say = useWords();
  const unitName = useUnitName();
  const { id, state, placeText, problem, photoIds, unitId, proposedAt, publishedAt, fixedAt, result, reason, isMine } = exposure;
  return (
    <div className="stack">
      <h2 className="part-title">
        {placeText} <Mark tone={tones[state]}>{labels.exposureState[state]}</Mark>
      </h2>
      <p className="long-text" style={{ margin: 0 }}>
        {problem}
      </p>
      <p className="quiet" style={{ margin: 0 }}>
        {say('整改', 'To put right')}：{unitName(unitId)} · {say('提出', 'proposed')} {clockText(proposedAt)}
        {publishedAt !== null && ` · ${say('上台', 'published')} ${clockText(publishedAt)}`}
        {fixedAt !== null && ` · ${say('整改完成', 'put right')} ${clockText(fixedAt)}`}
      </p>
      <PhotoLinks ids={photoIds} fetch={(photoId, signal) => call('dispatch.exposure.get-photo', { id, photoId }, { signal })} />
      {result !== null && (
        <p className="long-text" style={{ margin: 0 }}>
          {say('结果', 'Result')}：{result}
        </p>
      )}
      {reason !== null && (
        <p className="quiet" style={{ margin: 0 }}>
          {say('理由（不公开）', 'Why (not public)')}：{reason}
        </p>
      )}
      {state === 'PROPOSED' && !isMine && <Decide id={id} about={placeText} />}
      {(state === 'PUBLISHED' || state === 'FIXED') && <FixOrWithdraw id={id} about={placeText} isFixed={state === 'FIXED'} />}
    </div>
  );
}
