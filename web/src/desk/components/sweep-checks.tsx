import type { Output } from '@wufang/api-client';
import { clockText, dueText, untilText } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useUnitIds } from '../lib/me.js';
import { useBuildingName, useEstateName, useUnitName } from '../lib/names.js';
import { useNow } from '../lib/now.js';
import { colours } from '../lib/theme.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { OneOf, Words } from './fields.js';
import { Mark } from './mark.js';

type Check = Output<'dispatch.sweep.get'>['tasks'][number];
const refreshes = [['sweeps'], ['sweep']];

/** Places that are looked at because they are like one where something was wrong (举一反三): where, why, until when, what was found. */
export function SweepChecks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="decisions">
      {checks.map((check) => (
        <li key={check.id}>
          <One check={check} />
        </li>
      ))}
    </ul>
  );
}

function One({ check }: { check: Check }) {
  const say = useWords();
  const now = useNow(30_000);
  const units = useUnitIds();
  const unitName = useUnitName();
  const estateName = useEstateName();
  const buildingName = useBuildingName(check.estateId);
  const { id, state, dueAt, unitId, reason, note, demandNo, handledOnSpot, category, checkedAt } = check;
  const where = `${estateName(check.estateId)}${check.buildingId === null ? '' : buildingName(check.buildingId)}`;
  const isLate = state === 'OPEN' && Date.parse(dueAt) < now;
  const isOwn = units.includes(unitId);
  return (
    <>
      <Mark tone={state === 'FOUND' || isLate ? 'bad' : state === 'NOT_FOUND' ? 'good' : 'plain'}>{labels.sweepCheckState[state]}</Mark>
      <b>{where}</b> {category.at(-1)}
      <div className="quiet">
        {unitName(unitId)} · {reason}
      </div>
      {state === 'OPEN' ? (
        <div style={{ color: isLate ? colours.overdue : colours.quiet }}>
          {say('时限', 'Due')} {dueText(dueAt)}（{untilText(dueAt, now)}）
        </div>
      ) : (
        <div>
          {clockText(checkedAt)} {note}
        </div>
      )}
      {handledOnSpot && <div>{say('当场已处理', 'Handled on the spot')}</div>}
      {demandNo !== null && (
        <div>
          {say('已登记诉求', 'Entered as')} {demandNo}
        </div>
      )}
      {isOwn && state === 'OPEN' && (
        <div className="acts">
          <Command
            operation="dispatch.sweep-check.record"
            title={say('登记排查结果', 'Record what was found')}
            about={where}
            isPrimary
            refreshes={refreshes}
            input={({ found, note: seen, demandNo: no }: { found: 'yes' | 'spot' | 'no'; note: string; demandNo?: string }) => ({
              ...{ id, found: found !== 'no', note: seen, photoIds: [] },
              ...(found === 'spot' && { handledOnSpot: true }),
              ...(found === 'yes' && no?.trim() && { demandNo: no.trim() }),
            })}
          >
            <OneOf
              name="found"
              label={say('有没有同样的问题', 'Is it the same here')}
              choices={[
                { value: 'yes', label: say('发现问题', 'found') },
                { value: 'spot', label: say('发现问题，当场已处理', 'found, and handled on the spot') },
                { value: 'no', label: say('没有发现', 'nothing found') },
              ]}
            />
            <Words name="note" label={say('看到了什么', 'What was seen')} min={2} rows={2} />
            <Words
              name="demandNo"
              label={say('据此登记的诉求编号（没有的不填）', 'Number of the demand entered for it (if any)')}
              max={40}
              isOptional
            />
          </Command>
        </div>
      )}
      {isOwn && state === 'FOUND' && demandNo === null && !handledOnSpot && (
        <div className="acts">
          <Command
            operation="dispatch.sweep-check.link-demand"
            title={say('补记诉求编号', 'Add the demand’s number')}
            about={where}
            refreshes={refreshes}
            note={say(
              '请诉求中心把发现的问题登记为巡查诉求，再把编号记在这里。',
              'Have it entered as a patrol demand, then put its number here.',
            )}
            input={({ demandNo: no }: { demandNo: string }) => ({ id, demandNo: no })}
          >
            <Words name="demandNo" label={say('诉求编号', 'Number of the demand')} min={2} max={40} />
          </Command>
        </div>
      )}
    </>
  );
}
