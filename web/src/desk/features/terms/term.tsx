import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { stepsOfTerm } from '@wufang/contracts/term-steps';
import { Descriptions } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Mark } from '../../components/mark.js';
import { OpenedFile } from '../../components/opened-file.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, todayOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { termKeys, type LaterStep, type Term } from './api.js';
import { DueOf } from './due-of.js';
import { StepFields, stepOf, type FilledStep } from './step-fields.js';

/** One term of an estate: how it stands, what is owed, every step with its day and paper, and the steps that may follow. */
export default function TermPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: [...termKeys[0], id],
    queryFn: ({ signal }) => call('deliberation.estate-term.get', { id }, { signal }),
  });
  return (
    <>
      <p className="no-print" style={{ margin: '0 0 8px' }}>
        <Link to="/terms">{say('← 任期台账', '← Terms')}</Link>
      </p>
      <Answered query={found} heading={say('任期', 'Term')}>
        {(term) => <One term={term} />}
      </Answered>
    </>
  );
}

function One({ term }: { term: Term }) {
  const say = useWords();
  const estateName = useEstateName();
  return (
    <article aria-labelledby="term-title" className="order">
      <PageHead
        id="term-title"
        title={
          <>
            {estateName(term.estateId)} {labels.estateTermKind[term.kind]} <Mark>{labels.estateTermState[term.state]}</Mark>
          </>
        }
        prints
      />
      <Card>
        <About term={term} />
        <Acts term={term} />
      </Card>
      <Part id="duties" title={say('要办的事', 'What is owed')}>
        {term.duties.length === 0 ? (
          <DueOf duty={undefined} />
        ) : (
          <ul className="plain">
            {term.duties.map((duty) => (
              <li key={duty.code}>
                <DueOf duty={duty} />
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Recorded term={term} />
    </article>
  );
}

function About({ term: { communityId, members, ownerReps, beganOn, endsOn, kind } }: { term: Term }) {
  const say = useWords();
  const unitName = useUnitName();
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'community', label: say('社区', 'Community'), children: unitName(communityId) },
        ...(members === null ? [] : [{ key: 'members', label: say('人数', 'Members'), children: members }]),
        ...(kind !== 'PROPERTY_MGMT_COMMITTEE'
          ? []
          : [{ key: 'reps', label: say('其中业主代表', 'Owners’ representatives'), children: ownerReps }]),
        ...(endsOn === null
          ? []
          : [{ key: 'term', label: say('起止', 'From and until'), children: `${dateText(beganOn)} — ${dateText(endsOn)}` }]),
      ]}
    />
  );
}

function Acts({ term: { id, kind, state } }: { term: Term }) {
  const now = useNow(60_000);
  return (
    <div className="acts">
      {stepsOfTerm(kind, state).map((step) => (
        <Command
          key={`${state} ${step}`}
          operation="deliberation.estate-term.record-step"
          title={labels.termStep[step]}
          refreshes={termKeys}
          initial={{ on: todayOf(now) }}
          input={(filled: FilledStep) => ({ id, step: stepOf<LaterStep>(step as LaterStep['kind'], filled) })}
        >
          <StepFields kind={step} termId={id} isContract={kind === 'PROPERTY_CONTRACT'} />
        </Command>
      ))}
    </div>
  );
}

/** Every step as it was recorded; what came too late says so for ever. */
function Recorded({ term: { id, steps } }: { term: Term }) {
  const say = useWords();
  return (
    <Part id="steps" title={say('办理记录', 'Steps')}>
      <Rows
        rowKey={({ recordedAt, step }) => `${recordedAt} ${step.kind}`}
        dataSource={[...steps].reverse()}
        columns={[
          {
            title: say('事项', 'Step'),
            render: (_, { step, late }) => (
              <>
                {labels.termStep[step.kind]} {late.length > 0 && <Mark tone="bad">{say('逾期办理', 'late')}</Mark>}
              </>
            ),
          },
          { title: say('日期', 'Day'), render: (_, { step: { on } }) => dateText(on) },
          {
            title: say('文件', 'Paper'),
            render: (_, { step: { document, fileId } }) => (
              <span className="long-text">
                {document}
                {fileId !== null && fileId !== undefined && (
                  <OpenedFile
                    label={say('扫描件', 'Scan')}
                    queryKey={['term-file', fileId]}
                    fetch={(signal) => call('deliberation.estate-term.file', { id, fileId }, { signal })}
                  />
                )}
              </span>
            ),
          },
        ]}
      />
    </Part>
  );
}
