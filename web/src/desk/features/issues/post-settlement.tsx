import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, type Issue, type Works } from './api.js';

/** Where the settlement hangs with its receipts; owners hear of it. */
export function PostSettlement({ issue, works: { id } }: { issue: Issue; works: Works }) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.works.post-settlement"
      refreshes={refreshedBy(issue)}
      title={say('登记结算已张贴', 'The settlement has been posted')}
      isPrimary
      input={({ where }: { where: string }) => ({ id, where })}
    >
      <Words name="where" max={120} label={say('张贴地点', 'Where it hangs')} />
    </Command>
  );
}
