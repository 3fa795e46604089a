import { Link } from '@tanstack/react-router';
import type { Output } from '@wufang/api-client';
import { Mark } from '../../components/mark.js';
import { dueText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

/** One's own part of an order that another unit leads (协办), in a list of what is to be done. */
export function Helping({ leg, now }: { leg: Output<'dispatch.leg.list'>['legs'][number]; now: number }) {
  const say = useWords();
  const unitName = useUnitName();
  const colour = leg.isOverdue ? colours.overdue : colours.calm;
  return (
    <li className="job" style={{ borderLeftColor: colour }}>
      <Link to="/jobs/$id" params={{ id: leg.orderId }} className="job-link">
        <span className="job-title">{leg.task ?? say(`协助${unitName(leg.leadUnitId)}`, `Help ${unitName(leg.leadUnitId)}`)}</span>
        <span className="job-clock">
          <b style={{ color: colour }}>{untilText(leg.dueAt, now)}</b>
          <span>
            {labels.deadlineCode.CO_RETURN} · {dueText(leg.dueAt)}
          </span>
        </span>
      </Link>
      <Mark>{say('协办', 'Helping')}</Mark>
      <Mark>{labels.legState[leg.state]}</Mark>
      {leg.no} · {say('主办', 'Lead')} {unitName(leg.leadUnitId)}
    </li>
  );
}
