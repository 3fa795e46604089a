import { useQuery } from '@tanstack/react-query';
import { Command } from '../../components/command.js';
import { DutyDays, ruleOf, type FilledDays } from '../../components/duty-days.js';
import { UnitField, When, Words } from '../../components/fields.js';
import { Part } from '../../components/part.js';
import { call } from '../../lib/client.js';
import { ruleText } from '../../lib/duty-rule.js';
import { useMay } from '../../lib/may.js';
import { useRoles, useUnitIds } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

interface Filled extends FilledDays {
  title: string;
  unitId: string;
  until?: string;
}

/** Once an order is closed: who looks again and again whether it has come back (定期检查机制). */
export function RecurringChecks({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const units = useUnitIds();
  const isForAll = useRoles().some((role) => role === 'section_chief' || role === 'administrator');
  const isClosed = order.closedAt !== null;
  const plans = useQuery({
    queryKey: ['rosters', 'plans', 'of order', order.id],
    queryFn: ({ signal }) => call('dispatch.duty-plan.list', { orderId: order.id }, { signal }),
    enabled: isClosed && may('dispatch.duty-plan.list'),
    retry: false,
  });
  const own = plans.data?.plans ?? [];
  const mayPlan = isClosed && may('dispatch.duty-plan.create') && (isForAll || units.length > 0);
  if (own.length === 0 && !mayPlan) return null;
  return (
    <Part id="recurring-checks" title={say('定期复查', 'Recurring checks')}>
      {own.length > 0 && (
        <ul className="plain">
          {own.map(({ id, title, unitId, rule, until, isActive }) => (
            <li key={id}>
              {title}：{unitName(unitId)}，{ruleText(rule)}
              {until !== null && say(`，到 ${until}`, `, until ${until}`)}
              {!isActive && say('，已停止', ', ended')}
            </li>
          ))}
        </ul>
      )}
      {mayPlan && (
        <div className="acts">
          <Command
            operation="dispatch.duty-plan.create"
            title={say('定期复查此事', 'Check on it again and again')}
            refreshes={[['rosters']]}
            initial={{
              ...{ title: say(`复查：${order.title}`, `Check: ${order.title}`).slice(0, 80), every: 'MONTH' as const, monthDays: [1] },
              ...{ onDayOff: 'NEXT_WORKING_DAY' as const, startsAt: '09:00', endsAt: '17:00' },
              unitId: isForAll || units.includes(order.leadUnitId) ? order.leadUnitId : units[0]!,
            }}
            input={({ title, unitId, until, ...days }: Filled, id) => ({
              ...{ id, kind: 'CHECK' as const, title, unitId, orderId: order.id, rule: ruleOf(days) },
              ...(until && { until }),
            })}
          >
            <Words name="title" label={say('查什么', 'What is checked')} min={2} max={80} />
            <UnitField name="unitId" label={say('由哪个单位', 'Unit')} {...(!isForAll && { among: units })} />
            <DutyDays />
            <When name="until" label={say('至哪天（不填为长期）', 'Until (empty: no end)')} isOptional />
          </Command>
        </div>
      )}
    </Part>
  );
}
