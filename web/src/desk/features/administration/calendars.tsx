import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { PublishYear } from './publish-year.js';
import { YearPicture } from './year-picture.js';
import { monthsOf, type Noticed, type PublishedYear } from './year.js';

/** The working calendars (工作日历): each year as a picture, and the notice of a year whose holidays have been announced. */
export default function Calendars() {
  const say = useWords();
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: ({ signal }) => call('registry.calendar.list', {}, { signal }) });
  return (
    <Answered query={calendars} heading={say('工作日历', 'Calendars')}>
      {({ calendars: years }) => <Years years={years} />}
    </Answered>
  );
}

function Years({ years }: { years: readonly PublishedYear[] }) {
  const say = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const today = new Date().getFullYear();
  // A year nobody has published yet can be looked at too: the next one after all that are known.
  const known = years.map(({ year }) => year);
  const choice = [...new Set([...known, Math.max(today, ...known) + 1])].sort((a, b) => b - a);
  const year = choice.find((one) => one === Number(asked['year'])) ?? today;
  const published = years.find((one) => one.year === year);
  const isProvisional = published?.provisional ?? true;
  const [draft, setDraft] = useState<Noticed[] | null>(null);
  const noticed = [...years.filter((one) => one.year !== year).flatMap(({ days }) => days), ...(draft ?? published?.days ?? [])];
  const months = monthsOf(year, noticed);
  const worked = months.flat().filter(({ isWorked }) => isWorked).length;
  return (
    <section aria-labelledby="calendars-title" className="order">
      <PageHead id="calendars-title" title={say('工作日历', 'Working calendars')} prints>
        <Select
          aria-label={say('年份', 'Year')}
          value={year}
          style={{ width: 160 }}
          onChange={(value: number) => {
            setDraft(null);
            void navigate({ to: '/calendars', search: { year: value } as never, replace: true });
          }}
          options={choice.map((value) => ({
            value,
            label:
              (years.find((one) => one.year === value)?.provisional ?? true)
                ? say(`${value}（暂定）`, `${value} (provisional)`)
                : String(value),
          }))}
        />
      </PageHead>
      {isProvisional && (
        <Alert
          type="warning"
          showIcon
          message={say(
            `${year} 年的放假安排还没有公布：只按周末休息计算，为暂定。公布后录入，触及该年的暂定时限会重新计算并留痕。`,
            `The holidays of ${year} are not announced: only weekends are off, for now. Once published, provisional due times are counted anew.`,
          )}
        />
      )}
      <Card
        title={say(`${year} 年，工作日 ${worked} 天`, `${year}: ${worked} working days`)}
        extra={published && say(`第 ${published.version} 版`, `version ${published.version}`)}
      >
        <YearPicture months={months} />
        {(published?.papers.length ?? 0) > 0 && (
          <ul className="sources">
            {published!.papers.map((paper) => (
              <li key={paper} style={{ overflowWrap: 'anywhere' }}>
                {paper.startsWith('http') ? (
                  <a href={paper} rel="noreferrer" target="_blank">
                    {paper}
                  </a>
                ) : (
                  paper
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {may('registry.calendar.publish') && <PublishYear key={year} year={year} published={published} draft={draft} setDraft={setDraft} />}
    </section>
  );
}
