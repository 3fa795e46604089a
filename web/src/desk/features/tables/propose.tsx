import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { tableKeys } from '../../lib/command.js';
import { useWords } from '../../lib/words.js';
import type { Table } from './api.js';

/** Any party proposes an issue of its estate (提出议题). */
export function Propose({ table }: { table: Table }) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.issue.propose"
      refreshes={tableKeys}
      title={say('提出议题', 'Propose an issue')}
      input={({ title, problem }: { title: string; problem: string }, id) => ({
        ...{ id, tableId: table.id, title, problem },
        scope: { level: 'ESTATE' as const, estateId: table.estateId, buildingId: null, stairwell: null },
      })}
    >
      <Words name="title" label={say('议题（四个字以上）', 'Title')} max={60} />
      <Words
        name="problem"
        label={say('问题：什么地方、怎么回事、影响谁', 'The problem: where, what, whom it touches')}
        rows={4}
        max={2000}
      />
    </Command>
  );
}
