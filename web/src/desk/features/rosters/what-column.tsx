import { Mark } from '../../components/mark.js';
import { labels } from '../../lib/labels.js';
import { say } from '../../lib/words.js';
import type { Duty } from './words.js';

/** What is to be done, and where: a column of duties and of the plans they come from. */
export const whatColumn = () => ({
  title: say('事项', 'What'),
  render: (_: unknown, { kind, title, point }: Pick<Duty, 'kind' | 'title' | 'point'>) => (
    <span className="long-text">
      <Mark>{labels.dutyKind[kind]}</Mark>
      {title}
      {point !== null && say(`（${point}）`, ` (${point})`)}
    </span>
  ),
});
