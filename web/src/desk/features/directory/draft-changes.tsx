import { Command } from '../../components/command.js';
import { Part } from '../../components/part.js';
import { useWords } from '../../lib/words.js';
import { directoryKeys, type Change, type Kept } from './words.js';

/** What differs from the version the draft began from, each with the way back. */
export function Changes({ draft, changes, isWritten }: Pick<Kept, 'draft' | 'changes'> & { isWritten: boolean }) {
  const say = useWords();
  const back = ({ id, change, before }: Change) =>
    change === 'added'
      ? { op: 'remove' as const, id }
      : change === 'removed'
        ? { op: 'add' as const, row: before! }
        : { op: 'replace' as const, row: before! };
  return (
    <Part
      id="changes"
      title={say(`与第 ${draft.basedOn} 版的不同：${changes.length} 处`, `${changes.length} differences from version ${draft.basedOn}`)}
    >
      {changes.length === 0 ? (
        <p>{say('还没有改动：在上面找到要改的行，按“改”。', 'None yet: find the row above and press “Change”.')}</p>
      ) : (
        <ul className="told">
          {changes.map((change) => (
            <li key={change.id}>
              {change.text}
              {isWritten && (
                <Command
                  operation="dispatch.directory-draft.edit"
                  size="small"
                  title={say('恢复原样', 'Put back')}
                  about={say(`第 ${change.id} 号`, `row ${change.id}`)}
                  refreshes={directoryKeys}
                  input={() => ({ id: draft.id, edits: [back(change)] })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
