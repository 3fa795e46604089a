import { labels, type OfficialDocument, type VoteBar, type VoteKind } from '@wufang/contracts';
import type { DateText } from '@wufang/kernel';
import type { RollSettings } from '../domain/vote-rule-pack.js';
import type { VoteQuestion } from '../domain/vote-rules.js';
import { thresholdText } from '../domain/vote-statement.js';
import { document, facts, heading, longTime, note, plain, seal, table, text, type Frame } from './blocks.js';

/** A vote as it is announced, before anybody has voted. */
export interface AnnouncedVote {
  title: string;
  kind: VoteKind;
  how: string;
  questions: readonly VoteQuestion[];
  bars: readonly VoteBar[];
  opensAt: Date;
  closesAt: Date;
  rulesVersion: string;
  settings: RollSettings;
  counters: number;
  calledOffReason: string | null;
}

const poll = note('本次为意向征询：不是业主共同决定，不产生表决效力。');
const barOf = ({ bars }: AnnouncedVote, code: string) => bars.find(({ question }) => question === code)!;

/** What a question has to reach, in words. Example: 参与：面积和人数均须达到全体业主的 2/3（含本数）；同意：面积和人数均须超过参与表决业主的 1/2（不含本数）. */
const barText = ({ participation, agreement }: VoteBar) =>
  [
    ...(participation ? [`参与：面积和人数均须${thresholdText(participation)}`] : []),
    `同意：面积和人数均须${thresholdText(agreement)}`,
  ].join('；');

/** How the roll is counted by the settings of this vote (名册怎样计算). */
const rollTexts = ({ hasParking, unsoldHeads }: RollSettings): string[] => [
  '表决权按专有部分面积和业主人数分别计算，名册在表决开始时冻结；一位业主有几处房屋的，人数计一人。',
  `车位${hasParking ? '计入' : '不计入'}面积基数；未出售的房屋由开发建设单位、产权单位行使，${unsoldHeads === 'ONE' ? '一个单位计一人' : '每户计一人'}。`,
];

/**
 * The notice of a vote (表决公告, 北京市物业管理条例第三十五条): what is asked, what each question has to reach, when, where and how, how the roll is counted and by how
 * many it is counted. It hangs for all owners and is handed to each; who counts is named to those who may see the vote, not on the board.
 */
export function voteNotice(
  frame: Frame,
  vote: AnnouncedVote,
  { estate, by, on }: { estate: string; by: string; on: DateText },
): OfficialDocument {
  const { title, kind, how, questions, opensAt, closesAt, calledOffReason } = vote;
  return document(
    frame,
    'VOTE_NOTICE',
    'BOARD',
    '业主表决公告',
    [
      ...(calledOffReason === null ? [] : [note(`本次表决已经取消，不再进行：${calledOffReason}。`)]),
      ...(kind === 'ADVISORY' ? [poll] : []),
      plain(`${estate}全体业主：`),
      text(`现就“${title}”组织业主表决，有关事项公告如下。只表决本公告所列的事项。`),
      facts([
        ['表决方式', labels.voteKind[kind]],
        ['开始时间', longTime(opensAt)],
        ['截止时间', longTime(closesAt)],
        ['地点与办法', how],
      ]),
      heading('一、表决事项与须达到的标准'),
      table(
        [
          ['事项', 'TEXT', 2],
          ['类别', 'TEXT', 1.4],
          ['须达到', 'TEXT', 2.6],
        ],
        questions.map((question) => {
          const bar = barOf(vote, question.code);
          const options = question.options.length > 1 ? `（${question.options.map((one) => one.title).join('；')}）` : '';
          return [`${question.title}${options}`, `${labels.voteMatter[question.matter]}，${labels.voteClass[bar.voteClass]}`, barText(bar)];
        }),
      ),
      heading('二、名册怎样计算'),
      ...rollTexts(vote.settings).map(text),
      heading('三、怎样交票、怎样计票'),
      ...howTexts(kind, vote.counters).map(text),
      seal(by, on),
    ],
    calledOffReason === null ? '' : '本次表决已取消',
  );
}

const howTexts = (kind: VoteKind, counters: number): string[] => [
  ...(kind === 'OFFICIAL'
    ? ['本次表决在市业主决策平台进行；计票小组核对平台公布的结果。']
    : kind === 'PAPER'
      ? ['本次表决使用印有编号的纸质选票，由业主本人填写签字交回；业主共同决定的网上投票须使用市业主决策平台，本次不在网上投票。']
      : ['可以在网上作答，也可以交回纸质的征询表。']),
  '同一业主交回几次的，以截止前最后一次为准；截止时刻及以后交回的不计。没有交回的，不算参与，也不算同意。',
  `由计票小组 ${counters} 人计票，计票前各人声明与表决事项没有利害关系；每张选票由一人录入、另一人核对。个人选票只有计票小组可以查看，只公布合计。`,
];

/**
 * Ballots to be filled in (空白选票), a page each with its number, which is used once. Nobody is named on it: whose it is stands where the owner signs.
 */
export function voteBallots(
  frame: Frame,
  vote: AnnouncedVote,
  { serials, place }: { serials: readonly number[]; place: string },
): OfficialDocument {
  const { title, kind, how, questions, closesAt } = vote;
  const parts = serials.map((serial, i) => ({
    title: `“${title}”选票`,
    isOnNewPage: i > 0,
    blocks: [
      facts([
        ['选票编号', `第 ${serial} 号`],
        ['范　　围', place],
        ['截止时间', `${longTime(closesAt)}前交回，逾期不计`],
        ['交到何处', how],
      ]),
      ...(kind === 'ADVISORY' ? [poll] : []),
      ...rollTexts(vote.settings).map(text),
      text('每一事项只选一项，在方框内打“√”；不选、多选的，这一事项为空白或无效，不算参与，也不算同意。'),
      ...questions.flatMap((question, no) => [
        heading(`${no + 1}．${question.title}`),
        text(barText(barOf(vote, question.code))),
        table(
          [
            ['选项', 'TEXT', 4],
            ['打“√”', 'MIDDLE', 1],
          ],
          [...(question.options.length > 1 ? question.options.map((option) => option.title) : ['同意']), '反对', '弃权'].map((choice) => [
            choice,
            '□',
          ]),
        ),
      ]),
      facts([
        ['房屋（楼、单元、室）', ''],
        ['业主签名', ''],
        ['交回日期', ''],
      ]),
    ],
  }));
  return document(frame, 'VOTE_BALLOT', 'RECORD', `“${title}”选票`, { parts });
}
