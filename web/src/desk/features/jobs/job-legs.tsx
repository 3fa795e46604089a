import { labels } from '../../lib/labels.js';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { ToldWords, toldWords, UnitField, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { clockText, dueText, untilText } from '../../lib/format.js';
import { useUnitIds } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

type Leg = Order['legs'][number];

const refreshes = [['job'], ['jobs'], ['legs'], ['order']] as const;
const coUnitsOf = (order: Order) => order.legs.filter(({ role }) => role === 'CO');
const isOpen = ({ closedAt }: Leg) => closedAt === null;

/** How a leg stands: until when it is owed while it is open, else when it came back. */
function Standing({ leg }: { leg: Leg }) {
  const say = useWords();
  const now = useNow();
  return (
    <>
      <Mark tone={leg.state === 'RETURNED' ? 'good' : isOpen(leg) && leg.isOverdue ? 'bad' : 'plain'}>{labels.legState[leg.state]}</Mark>
      {isOpen(leg) ? (
        <span style={{ color: leg.isOverdue ? colours.overdue : colours.quiet }}>
          {say('应于', 'due')} {dueText(leg.dueAt)}（{untilText(leg.dueAt, now)}）
        </span>
      ) : (
        clockText(leg.closedAt)
      )}
    </>
  );
}

/** What a co-unit was asked, and what it has said. */
function Told({ leg }: { leg: Leg }) {
  const say = useWords();
  const lines: [string, string | null][] = [
    [say('请协助', 'Asked'), leg.task ?? say('按派单协办', 'as dispatched')],
    [
      leg.state === 'WAIVED' ? say('免去理由', 'Why let off') : leg.state === 'EXPLAINED' ? say('原因', 'Why not') : say('结果', 'Result'),
      leg.report,
    ],
    [say('阶段性报告', 'Stage report'), leg.stageReport],
    [say('依据', 'Evidence'), leg.evidence],
  ];
  return (
    <>
      {lines.map(([label, text]) =>
        text === null ? null : (
          <div key={label}>
            {label}：{text}
          </div>
        ),
      )}
    </>
  );
}

/** The co-units as their lead sees them (协办): how each part stands, asking another unit in, letting one off with a reason. */
export function CoUnits({ order }: { order: Order }) {
  const say = useWords();
  const unitName = useUnitName();
  const legs = coUnitsOf(order);
  const mayAsk = (order.state === 'HANDLING' || order.state === 'JOINT') && order.pausedSince === null;
  if (legs.length === 0 && !mayAsk) return null;
  return (
    <Card title={say('协办单位', 'Co-units')} style={{ marginBottom: 12 }}>
      {order.openLegs > 0 && (
        <p style={{ marginTop: 0 }}>
          {say(
            `还有 ${order.openLegs} 个单位没有反馈。全部反馈，或写明理由免去后，才能办结。`,
            `${order.openLegs} have not answered. Complete once all have, or were let off with a reason.`,
          )}
        </p>
      )}
      <ul className="plain">
        {legs.map((leg) => (
          <li key={leg.id}>
            <b>{unitName(leg.unitId)}</b> <Standing leg={leg} />
            <Told leg={leg} />
            {isOpen(leg) && (
              <div className="acts">
                <Command
                  operation="dispatch.leg.waive"
                  title={say('免去协办', 'Let off')}
                  about={unitName(leg.unitId)}
                  refreshes={refreshes}
                  input={({ reason }: { reason: string }) => ({ id: order.id, legId: leg.id, reason })}
                >
                  <Words name="reason" label={say('免去的理由', 'Why it is not needed')} min={2} max={300} rows={2} />
                </Command>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayAsk && (
        <div className="acts">
          <Command
            operation="dispatch.leg.add"
            title={say('请单位协办', 'Ask a unit to help')}
            refreshes={refreshes}
            note={say('对方有自己的时限，先于本单位到期。', 'It has a due time of its own, before yours.')}
            input={({ unitId, task, ...told }: { unitId: string; task: string; publicText?: string }) => ({
              ...{ id: order.id, unitId, task, ...toldWords(told) },
            })}
          >
            <UnitField name="unitId" label={say('协办单位', 'Unit')} />
            <Words name="task" label={say('请它做什么', 'What it is asked to do')} min={2} max={300} rows={2} />
            <ToldWords />
          </Command>
        </div>
      )}
    </Card>
  );
}

/** The part of one's own unit where another leads: what was asked, by when, and the answer to the lead (条例第十四条). */
export function OwnLegs({ order }: { order: Order }) {
  const say = useWords();
  const unitName = useUnitName();
  const units = useUnitIds();
  const legs = coUnitsOf(order).filter(({ unitId }) => units.includes(unitId));
  if (units.includes(order.leadUnitId) || legs.length === 0) return null;
  return (
    <Card
      title={say(`本单位协办，由${unitName(order.leadUnitId)}主办`, `We assist; ${unitName(order.leadUnitId)} leads`)}
      style={{ marginBottom: 12 }}
    >
      {legs.map((leg) => (
        <div key={leg.id}>
          <Standing leg={leg} />
          <Told leg={leg} />
          {isOpen(leg) && <Answers order={order} leg={leg} />}
        </div>
      ))}
    </Card>
  );
}

function Answers({ order, leg }: { order: Order; leg: Leg }) {
  const say = useWords();
  const at = { id: order.id, legId: leg.id };
  return (
    <div className="acts">
      {leg.state === 'OPEN' && (
        <Command operation="dispatch.leg.accept" title={say('签收协办', 'Take it on')} isPrimary refreshes={refreshes} input={() => at} />
      )}
      <Command
        operation="dispatch.leg.return"
        title={say('反馈结果', 'Bring the result')}
        isPrimary={leg.state === 'ACCEPTED'}
        refreshes={refreshes}
        input={(filled: { report: string; evidence: string }) => ({ ...at, outcome: 'RESULT' as const, ...filled })}
      >
        <Words name="report" label={say('结果', 'Result')} min={2} max={2000} rows={3} />
        <Words name="evidence" label={say('依据', 'Evidence')} min={2} max={1000} rows={2} />
      </Command>
      <Command
        operation="dispatch.leg.return"
        title={say('办不成，说明原因', 'It cannot be done: why')}
        refreshes={refreshes}
        input={(filled: { report: string; stageReport: string }) => ({ ...at, outcome: 'REASON' as const, ...filled })}
      >
        <Words name="report" label={say('原因', 'Why')} min={2} max={2000} rows={2} />
        <Words name="stageReport" label={say('阶段性报告', 'How far it has come')} min={2} max={2000} rows={3} />
      </Command>
    </div>
  );
}
