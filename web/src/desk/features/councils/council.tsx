import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Descriptions, Steps } from 'antd';
import { Card } from '../../components/card.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { councilKeys, type Council } from './api.js';
import { CouncilActs } from './council-acts.js';
import { StateOf } from './state-of.js';

/** One session of a residents' council: its two rounds, who was there, what each party said; what it is and what it is not. */
export default function CouncilPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const session = useQuery({
    queryKey: [...councilKeys[0], id],
    queryFn: ({ signal }) => call('deliberation.council-session.get', { id }, { signal }),
  });
  return (
    <>
      <p className="no-print" style={{ margin: '0 0 8px' }}>
        <Link to="/councils">{say('← 居民议事会', '← Residents’ council')}</Link>
      </p>
      <Answered query={session} heading={say('居民议事会', 'Residents’ council')}>
        {(found) => <One session={found} />}
      </Answered>
    </>
  );
}

/** The course, with the state in which each step is being worked on. */
const course: readonly Council['state'][] = ['ROUND_ONE', 'PLANNING', 'ROUND_TWO', 'CONSENSUS'];

function One({ session }: { session: Council }) {
  const say = useWords();
  const unitName = useUnitName();
  const estateName = useEstateName();
  const { state, topic, plan, result, rounds, nature, communityId, estateId, issueId } = session;
  const isOver = state === 'CANCELLED';
  const at = state === 'NO_CONSENSUS' ? 2 : course.indexOf(state);
  return (
    <article aria-labelledby="council-title" className="order">
      <PageHead
        id="council-title"
        title={
          <>
            {topic} <StateOf session={session} />
          </>
        }
        prints
      />
      <Alert type="info" message={nature} />
      {!isOver && (
        <Steps
          size="small"
          responsive
          aria-label={say('进程', 'Course')}
          current={at}
          {...(state === 'NO_CONSENSUS' && { status: 'error' as const })}
          items={course.map((one) => ({ title: labels.councilState[one] }))}
        />
      )}
      <Card>
        <Descriptions
          size="small"
          column={1}
          items={[
            {
              key: 'where',
              label: say('社区', 'Community'),
              children: [unitName(communityId), estateId && estateName(estateId)].filter(Boolean).join(' · '),
            },
            { key: 'opened', label: say('召集', 'Convened'), children: fullText(session.openedAt) },
            ...(issueId === null
              ? []
              : [
                  {
                    key: 'issue',
                    label: say('五方议题', 'Issue'),
                    children: (
                      <Link to="/issues/$id" params={{ id: issueId }}>
                        {say('查看议题', 'See it')}
                      </Link>
                    ),
                  },
                ]),
            ...(plan === null ? [] : [{ key: 'plan', label: say('方案', 'Plan'), children: <span className="as-written">{plan}</span> }]),
            ...(result === null
              ? []
              : [{ key: 'result', label: isOver ? say('不再议的原因', 'Why not any more') : say('结果', 'Result'), children: result }]),
          ]}
        />
        <CouncilActs session={session} />
      </Card>
      {rounds.map((round) => (
        <Round key={round.no} round={round} />
      ))}
    </article>
  );
}

function Round({ round: { no, heldAt, attendance, minutes, voices } }: { round: Council['rounds'][number] }) {
  const say = useWords();
  const voiceOf = new Map(voices.map((voice) => [voice.party, voice]));
  const isSecond = voices.length > 0;
  return (
    <Part
      id={`round-${no}`}
      title={
        isSecond
          ? say(`第 ${no} 次会：第二轮议方案`, `Meeting ${no}: round two, on the plan`)
          : say(`第 ${no} 次会：第一轮议问题`, `Meeting ${no}: round one, on the problem`)
      }
    >
      <p style={{ marginTop: 0 }}>{fullText(heldAt)}</p>
      <p className="as-written">{minutes}</p>
      <Rows
        rowKey="party"
        dataSource={[...attendance]}
        columns={[
          { title: say('到场', 'Party'), render: (_, { party }) => labels.councilParty[party] },
          { title: say('人数', 'People'), align: 'right', dataIndex: 'people' },
          ...(isSecond
            ? [
                {
                  title: say('表示', 'Said'),
                  render: (_: unknown, { party }: { party: keyof typeof labels.councilParty }) => {
                    const said = voiceOf.get(party);
                    if (!said) return say('只提供意见', 'advises only');
                    return (
                      <span className="long-text">
                        <Mark tone={said.voice === 'AGREE' ? 'good' : 'bad'}>{labels.councilVoice[said.voice]}</Mark> {said.words}
                      </span>
                    );
                  },
                },
              ]
            : []),
        ]}
      />
    </Part>
  );
}
