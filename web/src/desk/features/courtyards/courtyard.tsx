import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Command } from '../../components/command.js';
import { Mark } from '../../components/mark.js';
import { Nothing, Answered } from '../../components/states.js';
import { PageHead } from '../../components/page-head.js';
import { Words } from '../../components/fields.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { courtyardKeys, mattersOf, useCourtyards, type Courtyard, type Matter } from './api.js';
import { MatterActs } from './matter-acts.js';

/** One courtyard from the desk: what neighbours raised, who answers for it, what came of it. */
export default function CourtyardPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const yards = useCourtyards();
  return (
    <>
      <p className="no-print" style={{ margin: '0 0 8px' }}>
        <Link to="/courtyards">{say('← 掌上四合院', '← Palm courtyards')}</Link>
      </p>
      <Answered query={yards} heading={say('掌上四合院', 'Palm courtyard')}>
        {({ courtyards }) => {
          const yard = courtyards.find((one) => one.id === id);
          if (yard) return <Inside yard={yard} />;
          return (
            <>
              <h1 className="page-title page-title-alone">{say('掌上四合院', 'Palm courtyard')}</h1>
              <Nothing>{say('没有找到这个院，请从名册里选。', 'No such courtyard: choose one from the roll.')}</Nothing>
            </>
          );
        }}
      </Answered>
    </>
  );
}

function Inside({ yard }: { yard: Courtyard }) {
  const say = useWords();
  const unitName = useUnitName();
  const matters = useQuery(mattersOf(yard.id));
  return (
    <article aria-labelledby="yard-title" className="order narrow">
      <PageHead id="yard-title" title={yard.name} />
      <p className="quiet" style={{ margin: 0 }}>
        {unitName(yard.communityId)} · {say('牵头', 'Led by')}：{yard.branch}
      </p>
      <div className="acts">
        <Command
          operation="deliberation.courtyard-matter.raise"
          title={say('替居民提一件', 'Raise one for a resident')}
          refreshes={courtyardKeys}
          input={(filled: { title: string; text: string }, id) => ({ id, courtyardId: yard.id, ...filled })}
        >
          <Words name="title" label={say('什么事', 'What')} min={2} max={100} />
          <Words
            name="text"
            label={say('说一说（请勿写姓名、电话、门牌号）', 'About it (no names, phones, doors)')}
            min={2}
            max={1000}
            rows={3}
          />
        </Command>
      </div>
      <Answered
        query={matters}
        isEmpty={(found) => found.matters.length === 0}
        empty={say(
          '院里还没有事。居民在“掌上四合院”里提出后，会出现在这里。',
          'Nothing yet. What residents raise on their page appears here.',
        )}
      >
        {(found) => (
          <ul className="jobs">
            {found.matters.map((matter) => (
              <li key={matter.id} className="card card-body">
                <OneMatter yard={yard} matter={matter} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </article>
  );
}

function OneMatter({ yard, matter }: { yard: Courtyard; matter: Matter }) {
  const say = useWords();
  const unitName = useUnitName();
  const { state, title, text, raisedAt, supporters, convenedAt, invitedUnitIds, answers, result, issueId } = matter;
  const silent = invitedUnitIds.filter((unitId) => answers.every((answer) => answer.unitId !== unitId));
  return (
    <div className="stack">
      <h2 className="part-title">
        {title} <Mark tone={state === 'SETTLED' ? 'good' : state === 'RAISED' ? 'bad' : 'plain'}>{labels.matterState[state]}</Mark>
      </h2>
      <p className="quiet" style={{ margin: 0 }}>
        {clockText(raisedAt)} · {say(`${supporters} 人附议`, `${supporters} support it`)}
      </p>
      <p className="as-written" style={{ margin: 0 }}>
        {text}
      </p>
      {convenedAt !== null && (
        <p style={{ margin: 0 }}>
          {clockText(convenedAt)} {say('召集，请进院', 'Convened, asked to come in')}：{invitedUnitIds.map(unitName).join('、')}
          {silent.length > 0 && state === 'CONVENED' && (
            <>
              {' '}
              <Mark tone="bad">
                {say(`${silent.map(unitName).join('、')}还没有答复`, `no answer yet: ${silent.map(unitName).join(', ')}`)}
              </Mark>
            </>
          )}
        </p>
      )}
      {answers.map((answer) => (
        <p key={answer.at} style={{ margin: 0 }}>
          {clockText(answer.at)} {unitName(answer.unitId)}：{answer.text}
        </p>
      ))}
      {result !== null && (
        <p style={{ margin: 0 }}>
          {state === 'DECLINED' ? say('不在院里议的原因和去处', 'Why not here, and where to') : say('结果', 'Result')}：{result}
        </p>
      )}
      {issueId !== null && (
        <Link to="/issues/$id" params={{ id: issueId }}>
          {say('查看五方议题', 'See the issue')}
        </Link>
      )}
      <MatterActs yard={yard} matter={matter} />
    </div>
  );
}
