import { Segmented } from 'antd';
import type { Output } from '@wufang/api-client';
import { useState } from 'react';
import { Answered } from '../../components/states.js';
import { useWords } from '../../lib/words.js';
import { useRead, type Plan } from './api.js';

/** A statement in the server's words, every line of the arithmetic: of the whole plan or of one payer. */
export function Arithmetic({ issueId, plan, scenario }: { issueId: string; plan: Plan; scenario: string }) {
  const say = useWords();
  const [of, setOf] = useState('');
  const statement = useRead(
    'deliberation.cost-plan.state',
    issueId,
    { id: plan.id, scenario, ...(of === '' ? { of: 'PLAN' } : { of: 'PAYER', payer: of }) },
    60_000,
  );
  return (
    <>
      <Segmented
        aria-label={say('谁的算式', 'Whose')}
        value={of}
        onChange={setOf}
        options={[
          { value: '', label: say('整个方案', 'The whole plan') },
          ...plan.payers
            .filter(({ code }) =>
              plan.comparison?.scenarios.find(({ name }) => name === scenario)?.payers.some(({ payer }) => payer === code),
            )
            .map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Answered query={statement}>{(found) => <Lines statement={found} />}</Answered>
    </>
  );
}

/** The arithmetic of the whole plan, for paper: there nobody can turn the picture over. */
export function WholeStatement({ issueId, plan, scenario }: { issueId: string; plan: Plan; scenario: string }) {
  const statement = useRead('deliberation.cost-plan.state', issueId, { id: plan.id, scenario, of: 'PLAN' }, 60_000);
  return <Answered query={statement}>{(found) => <Lines statement={found} />}</Answered>;
}

function Lines({ statement }: { statement: Output<'deliberation.cost-plan.state'> }) {
  return (
    <pre className="arithmetic" tabIndex={0}>
      {statement.lines.join('\n')}
    </pre>
  );
}
