import { useQuery, type QueryKey } from '@tanstack/react-query';
import type { Input, Output } from '@wufang/api-client';
import { Button, Form, Select } from 'antd';
import { call } from '../lib/client.js';
import { dayAfter } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { CountersField } from './counters-field.js';
import { ChoiceField, choicesOf, instantOf, OneOf, When, Words } from './fields.js';

type Announcement = Input<'deliberation.vote.announce'>;
type Matter = Announcement['questions'][number]['matter'];
type Issue = Pick<Output<'deliberation.issue.get'>, 'id' | 'title' | 'scope' | 'matters'>;

interface Announced {
  kind: Announcement['kind'];
  title: string;
  how: string;
  questions: { title: string; matter: Matter; options?: string }[];
  opens: string;
  closes: string;
  group?: string[];
  buildingId?: string;
  stairwell?: string;
}

const letters = 'ABCDEFGHIJKLMNOPQRST';

/** The options of a question, one a line; without any it is asked whether owners agree. Example: '甲公司\n乙公司' -> A 甲公司, B 乙公司. */
function optionsOf(lines: string | undefined): { code: string; title: string }[] {
  const titles = (lines ?? '').split('\n').map((line) => line.trim());
  const said = titles.filter((title) => title !== '');
  return said.length === 0 ? [{ code: 'AGREE', title: '同意' }] : said.map((title, at) => ({ code: letters[at] ?? `Z${at}`, title }));
}

/** The owners' body announces a vote (公告表决) or asks what owners think (意向征询): of an issue within its scope, or of an estate. Nothing of it changes afterwards. */
export function AnnounceVote({
  estateId,
  issue,
  decides,
  refreshes,
}: {
  estateId: string;
  issue?: Issue;
  /** Whether owners may decide now; else they may only be asked. */
  decides: boolean;
  refreshes: readonly QueryKey[];
}) {
  const say = useWords();
  const now = new Date().toISOString();
  const kinds = decides ? undefined : (['ADVISORY'] as const);
  const asked = issue?.matters.map(({ matter }) => matter).find((matter): matter is Matter & typeof matter => matter in labels.voteMatter);
  return (
    <Command
      operation="deliberation.vote.announce"
      refreshes={[...refreshes, ['votes']]}
      isPrimary={decides && issue !== undefined}
      title={decides ? say('公告表决', 'Announce a vote') : say('发起意向征询', 'Ask what owners think')}
      note={
        decides
          ? say(
              '业主共同决定须按规定的天数提前公告（不足的，系统会指出），公告后内容不能更改；到时间自动开始、自动截止。网上投票须用市业主决策平台，结果公布后在这里录入。',
              'A vote is announced as many days ahead as the time limits say and opens and closes by itself; nothing of it changes afterwards.',
            )
          : say('意向征询不是业主共同决定，不产生表决效力。', 'A poll decides nothing.')
      }
      initial={{
        kind: decides ? ('PAPER' as const) : ('ADVISORY' as const),
        title: issue?.title ?? '',
        questions: [{ title: '', matter: asked ?? ('FUND_USE' as const) }],
        opens: `${dayAfter(now, decides ? 16 : 1)}T08:00`,
        closes: `${dayAfter(now, decides ? 26 : 8)}T18:00`,
      }}
      input={({ kind, title, how, questions, opens, closes, group = [], buildingId, stairwell }: Announced, id) => ({
        ...{ id, estateId, kind, title, how, opensAt: instantOf(opens), closesAt: instantOf(closes), groupAccountIds: group },
        questions: questions.map((question, at) => ({
          ...{ code: `${at + 1}`, title: question.title, matter: question.matter, options: optionsOf(question.options) },
        })),
        ...(issue
          ? {
              issueId: issue.id,
              ...(issue.scope.buildingId !== null && { buildingId: issue.scope.buildingId }),
              ...(issue.scope.stairwell !== null && { stairwell: issue.scope.stairwell }),
            }
          : { ...(buildingId && { buildingId }), ...(stairwell && { stairwell }) }),
      })}
    >
      <OneOf name="kind" label={say('怎样表决', 'How')} choices={choicesOf(labels.voteKind, kinds)} />
      <Words name="title" label={say('表决名称', 'What the vote is called')} max={100} />
      <Questions />
      <Words name="how" rows={2} label={say('在哪里、怎样投票', 'Where and how to vote')} />
      <When name="opens" isMinute label={say('开始时间（北京时间）', 'Opens (Beijing time)')} />
      <When name="closes" isMinute label={say('截止时间（北京时间）', 'Closes (Beijing time)')} />
      {issue === undefined && <Place estateId={estateId} />}
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => getFieldValue('kind') !== 'ADVISORY' && <CountersField name="group" />}
      </Form.Item>
    </Command>
  );
}

function Questions() {
  const say = useWords();
  return (
    <Form.List name="questions">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('表决事项', 'What is asked')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`事项 ${index + 1}`, `Question ${index + 1}`)}</legend>
              <Words name={[name, 'title']} label={say('问什么', 'The question')} max={200} />
              <ChoiceField name={[name, 'matter']} label={say('属于哪一类', 'Which matter by law')} words={labels.voteMatter} />
              <Words
                name={[name, 'options']}
                isOptional
                rows={2}
                label={say('备选方案（每行一个；只问是否同意的不填）', 'Options, one a line (empty: agree or not)')}
              />
              {fields.length > 1 && (
                <Button onClick={() => remove(name)}>{say(`删去事项 ${index + 1}`, `Leave out question ${index + 1}`)}</Button>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add({ matter: 'FUND_USE' })}>{say('加一个事项', 'Add a question')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** Who votes: the whole estate, or the owners of one building or stairwell. */
function Place({ estateId }: { estateId: string }) {
  const say = useWords();
  const buildings = useQuery({
    queryKey: ['buildings', estateId],
    queryFn: () => call('registry.building.list', { estateId }),
    staleTime: 300_000,
  });
  return (
    <>
      <Form.Item name="buildingId" label={say('只由一栋楼表决的，哪一栋（全小区不选）', 'One building alone (empty: the whole estate)')}>
        <Select allowClear options={(buildings.data?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Words name="stairwell" isOptional max={20} label={say('只由一个单元表决的，哪个单元', 'One stairwell alone')} />
    </>
  );
}
