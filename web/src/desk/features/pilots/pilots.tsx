import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { choicesOf, UnitField, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { categoriesOf } from '../../lib/category-paths.js';
import { dateText, todayOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useEstates, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';

type Pilot = Output<'dispatch.hand-up-pilot.list'>['pilots'][number];

/** Which demands are run by 有事您找我 since when, and the ladder they are handed up; the latest that has begun counts. */
export default function Pilots() {
  const say = useWords();
  const unitName = useUnitName();
  const estateName = useEstateName();
  const today = todayOf(useNow(60_000));
  const pilots = useQuery({ queryKey: ['pilots'], queryFn: ({ signal }) => call('dispatch.hand-up-pilot.list', {}, { signal }) });
  const newestFirst = (a: Pilot, b: Pilot) => b.from.localeCompare(a.from) || b.version - a.version;
  return (
    <section aria-labelledby="pilots-title" className="order">
      <PageHead id="pilots-title" title={say('有事您找我', 'Hand-up pilot')} prints />
      <p className="foot">
        {say(
          '试点小区的诉求先到物业，物业不能推，只能附理由上交：物业、社区、街道科室、吹哨。',
          'Demands of these estates go to the firm first, which cannot refuse, only hand up with a reason: firm, community, section, whistle.',
        )}
      </p>
      <Part id="pilots" title={say('各次发布', 'As published')}>
        <Answered
          query={pilots}
          isEmpty={(found) => found.pilots.length === 0}
          empty={say('还没有试点；定了小区和渠道，在下面发布', 'No pilot yet: publish one below')}
        >
          {(found) => {
            const rows = [...found.pilots].sort(newestFirst);
            const inForce = rows.find(({ from }) => from <= today);
            return (
              <Rows
                rowKey="version"
                dataSource={rows}
                columns={[
                  {
                    title: say('自', 'From'),
                    render: (_, pilot) => (
                      <>
                        {dateText(pilot.from)}{' '}
                        {pilot === inForce ? (
                          <Mark tone="good">{say('现行', 'in force')}</Mark>
                        ) : (
                          pilot.from > today && <Mark>{say('待施行', 'waits')}</Mark>
                        )}
                      </>
                    ),
                  },
                  {
                    title: say('试点小区', 'Estates'),
                    render: (_, { estateIds }) => (
                      <span className="long-text">{estateIds.map(estateName).join('、') || say('没有，即停止试点', 'none: ended')}</span>
                    ),
                  },
                  {
                    title: say('渠道', 'Channels'),
                    render: (_, { channels }) => (
                      <span className="long-text">{channels.map((one) => labels.channel[one]).join('、') || say('全部', 'all')}</span>
                    ),
                  },
                  {
                    title: say('分类', 'Categories'),
                    render: (_, { categories }) => (
                      <span className="long-text">{categories.map((one) => one.join(' / ')).join('、') || say('全部', 'all')}</span>
                    ),
                  },
                  { title: say('级别', 'Levels'), render: (_, { levels }) => levels.map((one) => labels.level[one]).join('、') },
                  {
                    title: say('上交阶梯', 'Ladder'),
                    render: (_, { ladder }) =>
                      ladder
                        .map((rung) => `${labels.handUpStep[rung.step]}${rung.step === 'SECTION' ? `（${unitName(rung.unitId)}）` : ''}`)
                        .join(' → '),
                  },
                  { title: say('依据', 'Source'), dataIndex: 'source' },
                ]}
              />
            );
          }}
        </Answered>
        <div className="acts">{pilots.data && <Publish last={[...pilots.data.pilots].sort(newestFirst)[0]} today={today} />}</div>
      </Part>
    </section>
  );
}

interface Filled {
  from: string;
  estateIds?: string[];
  channels?: Pilot['channels'][number][];
  categories?: string[];
  levels: Pilot['levels'][number][];
  steps: ('COMMUNITY' | 'WHISTLE')[];
  section: string;
  source: string;
}

/** The next publication, which begins with what the last one said. */
function Publish({ last, today }: { last: Pilot | undefined; today: string }) {
  const say = useWords();
  const estates = useEstates();
  const tree = useQuery({ queryKey: ['categories'], queryFn: ({ signal }) => call('intake.category-tree.get', {}, { signal }) });
  const paths = categoriesOf((tree.data?.leaves ?? []).map(({ category }) => category));
  const section = last?.ladder.find((rung) => rung.step === 'SECTION');
  const some = (name: keyof Filled, label: string, options: { value: string; label: string }[]) => (
    <Form.Item name={name} label={label}>
      <Select mode="multiple" optionFilterProp="label" options={options} />
    </Form.Item>
  );
  return (
    <Command
      operation="dispatch.hand-up-pilot.publish"
      title={say('发布试点', 'Publish')}
      refreshes={[['pilots']]}
      note={say(
        '已经派出的工单仍按派出时的阶梯。不选小区即自那天起停止试点。',
        'Orders that are under way keep their ladder. Without estates the pilot ends that day.',
      )}
      initial={{
        from: today,
        estateIds: [...(last?.estateIds ?? [])],
        channels: [...(last?.channels ?? [])],
        categories: (last?.categories ?? []).map((path) => path.join('/')),
        levels: [...(last?.levels ?? (['U', 'N', 'C'] as const))],
        steps: last
          ? last.ladder.map(({ step }) => step).filter((step) => step === 'COMMUNITY' || step === 'WHISTLE')
          : ['COMMUNITY', 'WHISTLE'],
        ...(section && 'unitId' in section && { section: section.unitId }),
      }}
      input={({ from, estateIds = [], channels = [], categories = [], levels, steps, section: unitId, source }: Filled) => ({
        ...{ from, estateIds, channels, levels, source },
        categories: categories.map((path) => path.split('/')),
        ladder: [
          { step: 'FIRM' as const },
          ...(steps.includes('COMMUNITY') ? [{ step: 'COMMUNITY' as const }] : []),
          { step: 'SECTION' as const, unitId },
          ...(steps.includes('WHISTLE') ? [{ step: 'WHISTLE' as const }] : []),
        ],
      })}
    >
      <When name="from" label={say('自哪天起', 'From')} />
      {some(
        'estateIds',
        say('试点小区', 'Estates'),
        estates.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {some('channels', say('渠道（不选为全部）', 'Channels (none: all)'), choicesOf(labels.channel))}
      {some(
        'categories',
        say('分类（不选为全部）', 'Categories (none: all)'),
        paths.map((value) => ({ value, label: value.replaceAll('/', ' / ') })),
      )}
      {some('levels', say('级别（紧急的不在此列）', 'Levels (never emergencies)'), choicesOf(labels.level, ['U', 'N', 'C']))}
      <UnitField name="section" label={say('由哪个科室接上交的', 'Section on the ladder')} />
      {some(
        'steps',
        say('阶梯上还有（物业和科室总是有）', 'Further rungs (firm and section always)'),
        choicesOf(labels.handUpStep, ['COMMUNITY', 'WHISTLE']),
      )}
      <Words name="source" label={say('依据', 'Source')} max={200} />
    </Command>
  );
}
