import type { Output } from '@wufang/api-client';
import { Steps } from 'antd';
import { DocumentButton } from '../../components/document-button.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { clockText, dateText, dueText, lastDayText, untilText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { useRead, type Issue, type Works } from './api.js';
import { usePlanHomes } from './homes.js';
import { FileLinks } from './files.js';
import { daysOf } from './stage-days.js';
import { WorksActs } from './works-acts.js';

type Diary = Output<'deliberation.works.get'>['diary'];

/** What is built after the signing (施工): its stages and diary, changes, acceptance and settlement, and what one may do about each. */
export function WorksPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const list = useRead('deliberation.works.list', issue.id, { issueId: issue.id });
  const id = list.data?.works[0]?.id;
  if (!list.isError && id === undefined) return null;
  return (
    <Part id="works" title={say('施工、验收与结算', 'Works, acceptance, settlement')}>
      <Answered query={list}>{({ works }) => <OneWorks issue={issue} id={works[0]!.id} />}</Answered>
    </Part>
  );
}

function OneWorks({ issue, id }: { issue: Issue; id: string }) {
  const found = useRead('deliberation.works.get', issue.id, { id });
  return (
    <Answered query={found}>
      {({ works, diary }) => (
        <div className="stack">
          <Standing works={works} />
          <WorksActs issue={issue} works={works} />
          <Changes works={works} />
          <Acceptance issue={issue} works={works} />
          <Looks issue={issue} works={works} />
          <Settlement issue={issue} works={works} />
          <DiaryEntries issue={issue} diary={diary} />
        </div>
      )}
    </Answered>
  );
}

function Standing({ works }: { works: Works }) {
  const say = useWords();
  const now = useNow(30_000);
  return (
    <>
      <div>
        <Mark tone={works.state === 'RECTIFYING' ? 'bad' : works.state === 'ENDED' ? 'good' : 'plain'}>
          {labels.worksState[works.state]}
        </Mark>
        {works.rectifyDueAt &&
          `${say('整改期限', 'to be mended until')} ${dueText(works.rectifyDueAt)}（${untilText(works.rectifyDueAt, now)}）`}
        {works.acceptedAt && `${say('验收合格', 'accepted')} ${dateText(works.acceptedAt)}`}
        {works.retentionEndsAt && ` · ${say('质保期至', 'warranty until')} ${lastDayText(works.retentionEndsAt)}`}
      </div>
      {works.stages.length > 0 && (
        <Steps
          size="small"
          responsive
          aria-label={say('施工阶段', 'Stages')}
          current={works.stages.filter(({ reachedAt }) => reachedAt !== null).length}
          items={works.stages.map(({ name, begunAt, reachedAt, plannedDays }) => {
            const planned = plannedDays === undefined ? '' : say(`，计划 ${plannedDays} 天`, `, planned ${plannedDays} days`);
            const took =
              begunAt && reachedAt ? say(`，用了 ${daysOf(begunAt, reachedAt)} 天`, `, took ${daysOf(begunAt, reachedAt)} days`) : '';
            const how = reachedAt
              ? `${say('完成', 'reached')} ${clockText(reachedAt)}`
              : begunAt
                ? `${say('开始', 'begun')} ${clockText(begunAt)}`
                : say('未开始', 'not begun');
            return { title: name, description: `${how}${took}${planned}` };
          })}
        />
      )}
    </>
  );
}

function Changes({ works }: { works: Works }) {
  const say = useWords();
  if (works.changes.length === 0) return null;
  return (
    <Rows
      rowKey="id"
      title={() => say('工程变更', 'Changes')}
      dataSource={works.changes}
      columns={[
        { title: say('时间', 'When'), render: (_, { at }) => clockText(at) },
        { title: say('理由', 'Why'), dataIndex: 'reason' },
        { title: say('增减', 'More or less'), align: 'right', render: (_, { byFen }) => yuanText(byFen) },
        { title: say('变更后总额', 'Total then'), align: 'right', render: (_, { totalFen }) => yuanText(totalFen) },
        {
          title: say('由谁承担', 'Who bears it'),
          render: (_, { borneBy, isBackToTable }) =>
            isBackToTable
              ? say('回到议事桌', 'back to the table')
              : borneBy
                ? say(`${labels.seatKind[borneBy]}自愿承担`, `${labels.seatKind[borneBy]} of its own will`)
                : say('结算时按原分摊规则', 'the rule that was signed'),
        },
      ]}
    />
  );
}

/** Who looks at what, and what they found; an item that one member has failed has failed. */
function Acceptance({ issue, works }: { issue: Issue; works: Works }) {
  const say = useWords();
  const homes = usePlanHomes(issue);
  const { team, checks } = works;
  if (!team) return null;
  const homeOf = (id: string) => homes.data?.find(({ homeId }) => homeId === id)?.label;
  const members = [
    ...team.seats.map((seat) => ({ by: seat as string, name: labels.seatKind[seat] as string })),
    ...team.residents.map((id, index) => ({
      by: `居民代表 ${index + 1}`,
      name: `${say(`居民代表 ${index + 1}`, `Resident ${index + 1}`)} ${homeOf(id) ?? ''}`.trim(),
    })),
  ];
  return (
    <Rows
      rowKey="no"
      title={() =>
        works.acceptanceNo > 0
          ? say(`质量监督团：第 ${works.acceptanceNo} 次验收`, `Quality team: acceptance ${works.acceptanceNo}`)
          : say('质量监督团的检查项', 'What the quality team will look at')
      }
      dataSource={team.items}
      columns={[
        { title: say('检查项', 'Item'), render: (_, { no, text }) => `${no}. ${text}` },
        ...members.map(({ by, name }) => ({
          title: name,
          key: by,
          render: (_: unknown, { no }: { no: number }) => {
            const mark = checks.find((check) => check.by === by)?.marks.find((one) => one.no === no);
            if (!mark) return say('未检查', 'not yet');
            return (
              <>
                <Mark tone={mark.isPassed ? 'good' : 'bad'}>{mark.isPassed ? say('合格', 'passed') : say('不合格', 'failed')}</Mark>
                {mark.note}
              </>
            );
          },
        })),
      ]}
    />
  );
}

/** When the works are looked at again, and what was found. */
function Looks({ issue, works }: { issue: Issue; works: Works }) {
  const say = useWords();
  if (works.looks.length === 0) return null;
  return (
    <Rows
      rowKey={({ kind, at }) => `${kind} ${at}`}
      title={() => say('验收后的回看', 'Looks after the acceptance')}
      dataSource={works.looks}
      columns={[
        { title: say('哪一次', 'Which'), render: (_, { kind }) => `${labels.worksLookKind[kind]}${say('回看', '')}` },
        {
          title: say('状态', 'State'),
          render: (_, { state }) => (
            <Mark tone={state === 'FAILED' ? 'bad' : state === 'PASSED' ? 'good' : 'plain'}>{labels.watchState[state]}</Mark>
          ),
        },
        { title: say('期限', 'Due'), render: (_, { dueAt }) => lastDayText(dueAt) },
        {
          title: say('情况', 'What was found'),
          render: (_, { at, seat, note, photoIds }) =>
            at && (
              <>
                {clockText(at)} {seat && labels.seatKind[seat]}：{note}
                <FileLinks issueId={issue.id} ids={photoIds} what={say('照片', 'Photo')} />
              </>
            ),
        },
      ]}
    />
  );
}

function Settlement({ issue, works }: { issue: Issue; works: Works }) {
  const say = useWords();
  const { settlement } = works;
  if (!settlement) return null;
  return (
    <>
      <Rows
        rowKey="name"
        title={() =>
          say(
            `结算：原定 ${yuanText(settlement.plannedFen)}，最终 ${yuanText(settlement.finalFen)}`,
            `Settlement: planned ${yuanText(settlement.plannedFen)}, final ${yuanText(settlement.finalFen)}`,
          )
        }
        dataSource={settlement.items}
        columns={[
          {
            title: say('项目', 'Item'),
            render: (_, { name, duty }) =>
              duty === undefined ? name : say(`${name}（${duty}自身责任，不分摊）`, `${name} (${duty}’s own, shared with nobody)`),
          },
          { title: say('原定', 'Planned'), align: 'right', render: (_, { plannedFen }) => yuanText(plannedFen) },
          { title: say('最终', 'Final'), align: 'right', render: (_, { finalFen }) => yuanText(finalFen) },
          {
            title: say('票据', 'Papers'),
            render: (_, { documentIds }) => <FileLinks issueId={issue.id} ids={documentIds} what={say('票据', 'Paper')} />,
          },
        ]}
      />
      <Rows
        rowKey="payer"
        dataSource={settlement.payers}
        columns={[
          { title: say('出资方', 'Payer'), dataIndex: 'payerName', fixed: 'left' },
          { title: say('原定', 'Planned'), align: 'right', render: (_, { plannedFen }) => yuanText(plannedFen) },
          { title: say('最终', 'Final'), align: 'right', render: (_, { finalFen }) => yuanText(finalFen) },
          {
            title: say('其中自愿承担', 'Of it borne alone'),
            align: 'right',
            render: (_, { borneFen, declaredFen }) =>
              declaredFen === undefined
                ? yuanText(borneFen)
                : say(
                    `${yuanText(borneFen)}（声明 ${yuanText(declaredFen)}，按实际增加额计）`,
                    `${yuanText(borneFen)} (declared ${yuanText(declaredFen)}; only what it really cost more counts)`,
                  ),
          },
          { title: say('已付', 'Paid'), align: 'right', render: (_, { paidFen }) => yuanText(paidFen) },
          { title: say('质保金', 'Retention'), align: 'right', render: (_, { retainedFen }) => yuanText(retainedFen) },
          {
            title: say('应补或应退', 'More or back'),
            align: 'right',
            render: (_, { balanceFen }) =>
              BigInt(balanceFen) < 0n
                ? `${say('退', 'back')} ${yuanText(balanceFen.slice(1))}`
                : BigInt(balanceFen) > 0n
                  ? `${say('补', 'more')} ${yuanText(balanceFen)}`
                  : say('已结清', 'settled'),
          },
        ]}
      />
      <details>
        <summary>{say('结算算式', 'The arithmetic')}</summary>
        <pre className="arithmetic" tabIndex={0}>
          {settlement.lines.join('\n')}
        </pre>
      </details>
      <div className="acts">
        {works.settlementPosting && (
          <span>
            {say('已张贴', 'Posted')} {clockText(works.settlementPosting.postedAt)} · {works.settlementPosting.where}
          </span>
        )}
        <DocumentButton name="deliberation.works.print-settlement" input={{ id: works.id }} label={say('结算书', 'Settlement')} />
      </div>
    </>
  );
}

function DiaryEntries({ issue, diary }: { issue: Issue; diary: Diary }) {
  const say = useWords();
  if (diary.length === 0) return null;
  return (
    <div>
      <h3>{say('施工日志', 'Diary')}</h3>
      <ul className="plain">
        {[...diary].reverse().map(({ id, at, kind, text, seat, photoIds }) => (
          <li key={id}>
            {clockText(at)} <Mark tone={kind === 'FAILED' ? 'bad' : 'plain'}>{labels.diaryKind[kind]}</Mark>
            {text}
            {seat && `（${labels.seatKind[seat]}）`}
            <FileLinks issueId={issue.id} ids={photoIds} what={say('照片', 'Photo')} />
          </li>
        ))}
      </ul>
    </div>
  );
}
