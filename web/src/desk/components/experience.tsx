import type { Output } from '@wufang/api-client';
import { dateText } from '../lib/format.js';
import { useUnitName } from '../lib/names.js';
import { useWords } from '../lib/words.js';

export type Experience = Output<'dispatch.experience.list'>['experiences'][number];

/** One practice that worked (经验做法): whose it is, about what, and how it was done. */
export function ExperienceText({ experience }: { experience: Experience }) {
  const say = useWords();
  const unitName = useUnitName();
  const { title, text, category, of, publishedAt } = experience;
  const whose = of.kind === 'AREA' ? say(`${of.name}片区`, `Area ${of.name}`) : unitName(of.communityId);
  return (
    <>
      <b>{title}</b>
      <p className="quiet" style={{ margin: 0 }}>
        {whose} · {category.join(' / ')} · {dateText(publishedAt)}
      </p>
      <p className="long-text" style={{ whiteSpace: 'pre-line' }}>
        {text}
      </p>
    </>
  );
}
