import { useWords } from '../../lib/words.js';
import { columnOf, type Day } from './year.js';

/** A year as twelve small months. What a day is stands in its words too, not in its colour alone. */
export function YearPicture({ months }: { months: readonly (readonly Day[])[] }) {
  const say = useWords();
  const weekdays = say('一二三四五六日', 'MTWTFSS').split('');
  const kindOf = ({ isWorked, name }: Day) => (name === null ? (isWorked ? 'worked' : 'weekend') : isWorked ? 'made-up' : 'holiday');
  return (
    <>
      <ul className="year-legend">
        <li className="day day-holiday">{say('休：放假', 'off: holiday')}</li>
        <li className="day day-made-up">{say('班：调休上班', 'made up')}</li>
        <li className="day day-weekend">{say('周末', 'weekend')}</li>
        <li className="day day-worked">{say('工作日', 'worked')}</li>
      </ul>
      <div className="year">
        {months.map((days, month) => (
          <section key={days[0]!.date} aria-label={say(`${month + 1} 月`, `Month ${month + 1}`)}>
            <h2>{say(`${month + 1} 月`, String(month + 1))}</h2>
            <ol className="month">
              {weekdays.map((name, at) => (
                <li key={at} aria-hidden="true" className="weekday">
                  {name}
                </li>
              ))}
              {days.map((day) => {
                const kind = kindOf(day);
                return (
                  <li
                    key={day.date}
                    className={`day day-${kind}`}
                    style={{ gridColumnStart: columnOf(day.date) }}
                    title={day.name === null ? day.date : `${day.date} ${day.name}${day.isWorked ? say('调休上班', ' made up') : ''}`}
                  >
                    {Number(day.date.slice(8))}
                    {kind === 'holiday' && <small>{say('休', 'off')}</small>}
                    {kind === 'made-up' && <small>{say('班', 'on')}</small>}
                  </li>
                );
              })}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}
