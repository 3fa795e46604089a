import { Command } from '../../components/command.js';
import { OneOf, UnitField, UnitsField, Words } from '../../components/fields.js';
import { ProposeProject } from '../../components/propose-project.js';
import { tableKeys } from '../../lib/command.js';
import { labels } from '../../lib/labels.js';
import { useUnitIds } from '../../lib/me.js';
import { useTables } from '../../lib/tables.js';
import { useWords } from '../../lib/words.js';
import { courtyardKeys, type Courtyard, type Matter } from './api.js';

interface On {
  yard: Courtyard;
  matter: Matter;
}

/** What one may do about a matter: the community's branch calls units in, settles it or brings it on; a unit that was called in answers for itself. */
export function MatterActs({ yard, matter }: On) {
  const say = useWords();
  const units = useUnitIds();
  const { id, state, title, invitedUnitIds } = matter;
  const isOwn = units.includes(yard.communityId);
  const answering = invitedUnitIds.filter((unitId) => units.includes(unitId));
  const isOpen = state === 'RAISED' || state === 'CONVENED';
  if (!isOpen) return null;
  return (
    <div className="acts">
      {state === 'CONVENED' && answering.length > 0 && (
        <Command
          operation="deliberation.courtyard-matter.answer"
          title={labels.matterAction.answer}
          about={title}
          isPrimary
          refreshes={courtyardKeys}
          initial={{ unitId: answering[0]! }}
          input={(filled: { unitId: string; text: string }) => ({ id, ...filled })}
        >
          <UnitField name="unitId" label={say('由哪个单位答复', 'For which unit')} among={answering} />
          <Words name="text" label={say('怎么办、什么时候办好', 'What will be done, and by when')} min={2} max={1000} rows={3} />
        </Command>
      )}
      {isOwn && (
        <Command
          operation="deliberation.courtyard-matter.convene"
          title={state === 'RAISED' ? say('召集，请单位进院', 'Convene, and call units in') : say('再请单位', 'Call more units in')}
          about={title}
          isPrimary={state === 'RAISED'}
          refreshes={courtyardKeys}
          input={(filled: { unitIds: string[] }) => ({ id, ...filled })}
        >
          <UnitsField name="unitIds" label={say('请哪些单位', 'Which units')} except={invitedUnitIds} />
        </Command>
      )}
      {isOwn && state === 'CONVENED' && (
        <Command
          operation="deliberation.courtyard-matter.settle"
          title={labels.matterState.SETTLED}
          about={title}
          refreshes={courtyardKeys}
          input={(filled: { result: string }) => ({ id, ...filled })}
        >
          <Words name="result" label={say('结果，居民看得到', 'The result; residents read it')} min={2} max={1000} rows={2} />
        </Command>
      )}
      {isOwn && <Bring yard={yard} matter={matter} />}
      {isOwn && (
        <ProposeProject
          title={say('列入民生项目池', 'Into the project pool')}
          about={title}
          from={{ origin: 'COURTYARD', originIds: [id] }}
          initial={{
            title,
            problem: matter.text,
            communityId: yard.communityId,
            ...(yard.estateId !== null && { estateId: yard.estateId }),
          }}
        />
      )}
      {isOwn && state === 'RAISED' && (
        <Command
          operation="deliberation.courtyard-matter.decline"
          title={labels.matterAction.decline}
          about={title}
          refreshes={courtyardKeys}
          input={(filled: { reason: string }) => ({ id, ...filled })}
        >
          <Words name="reason" label={say('原因，以及可以到哪里去', 'Why, and where to go with it')} min={2} max={1000} rows={2} />
        </Command>
      )}
    </div>
  );
}

type Level = 'STAIRWELL' | 'BUILDING' | 'ESTATE';

/** What the yard cannot solve comes to the table of five of its estate, with as many households as support it. */
function Bring({ yard, matter: { id, title, supporters } }: On) {
  const say = useWords();
  const tables = useTables();
  const { estateId, buildingId, stairwell } = yard;
  const table = tables.data?.tables.find((one) => one.estateId === estateId);
  if (estateId === null || !table) return null;
  const levels: { value: Level; label: string }[] = [
    ...(buildingId !== null && stairwell !== null ? [{ value: 'STAIRWELL' as const, label: say('本单元', 'This stairwell') }] : []),
    ...(buildingId !== null ? [{ value: 'BUILDING' as const, label: say('本楼', 'This building') }] : []),
    { value: 'ESTATE', label: say('全小区', 'The whole estate') },
  ];
  return (
    <Command
      operation="deliberation.courtyard-matter.bring"
      title={labels.matterAction.bring}
      about={title}
      refreshes={[...courtyardKeys, ...tableKeys]}
      note={say(
        `在小区的议事桌上成为议题，${supporters} 人附议一并带去。`,
        `It becomes an issue of the estate’s table, with the ${supporters} who support it.`,
      )}
      initial={{ level: levels[0]!.value }}
      input={({ level }: { level: Level }, issueId) => ({
        ...{ id, issueId, tableId: table.id },
        scope: {
          ...{ level, estateId, buildingId: level === 'ESTATE' ? null : buildingId },
          stairwell: level === 'STAIRWELL' ? stairwell : null,
        },
      })}
    >
      <OneOf name="level" label={say('涉及范围', 'What it is about')} choices={levels} />
    </Command>
  );
}
