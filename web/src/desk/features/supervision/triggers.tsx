import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Figure, When } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { todayOf } from '../../lib/format.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';

const figures = [
  'dayVolumeRank',
  'monthResultRank',
  'streetsInCity',
  'resolutionRate',
  'districtResolutionRate',
  'satisfactionRate',
  'districtSatisfactionRate',
] as const;
type Filled = { on: string } & Partial<Record<(typeof figures)[number], string>>;

/** Whether figures of the city and the district call for supervision (督查督办): which rule is met, why, and where it comes from. */
export function Triggers() {
  const say = useWords();
  const may = useMay();
  const today = todayOf(useNow(60_000));
  if (!may('dispatch.supervision.weigh-triggers')) return null;
  const rate = { max: 100, step: 0.01, isOptional: true };
  const rank = { min: 1, step: 1, isOptional: true };
  return (
    <Card className="no-print">
      <Command
        operation="dispatch.supervision.weigh-triggers"
        title={say('按全市、全区数据核对', 'Weigh the city’s figures')}
        refreshes={[]}
        initial={{ on: today }}
        note={say('填写通报中的数据，没有的留空。', 'Fill in what was reported; leave the rest empty.')}
        input={({ on, ...filled }: Filled) => ({
          on,
          ...Object.fromEntries(figures.flatMap((name) => (filled[name] ? [[name, Number(filled[name])]] : []))),
        })}
        answer={({ met }) =>
          met.length === 0 ? (
            <p>{say('没有达到督办条件。', 'No rule is met.')}</p>
          ) : (
            <ul className="owed">
              {met.map(({ trigger, reason, source }) => (
                <li key={trigger}>
                  <b>{labels.supervisionTrigger[trigger]}</b>：{reason}（{source}）
                </li>
              ))}
            </ul>
          )
        }
      >
        <When name="on" label={say('日期', 'Day')} />
        <Figure name="dayVolumeRank" label={say('当日诉求量全市排名', 'Rank of the day’s volume in the city')} {...rank} />
        <Figure name="monthResultRank" label={say('当月成绩全市排名', 'Rank of the month’s result in the city')} {...rank} />
        <Figure name="streetsInCity" label={say('全市街道（乡镇）数', 'Streets in the city')} {...rank} />
        <Figure name="resolutionRate" label={say('本街道解决率（%）', 'Resolution rate (%)')} {...rate} />
        <Figure name="districtResolutionRate" label={say('全区解决率（%）', 'The district’s resolution rate (%)')} {...rate} />
        <Figure name="satisfactionRate" label={say('本街道满意率（%）', 'Satisfaction rate (%)')} {...rate} />
        <Figure name="districtSatisfactionRate" label={say('全区满意率（%）', 'The district’s satisfaction rate (%)')} {...rate} />
      </Command>
    </Card>
  );
}
