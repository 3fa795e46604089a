import { z } from 'zod';
import { documentRefusals, inForm, PrintedDocument, printTimeoutMs } from './documents.js';
import { event } from './event.js';
import { toldOwners } from './home-bindings.js';
import { operation } from './operation.js';
import { seatRefusals } from './issues.js';
import type { Access } from './roles.js';
import { countedBy } from './time-limits.js';
import { streetSeat } from './tables.js';
import { AreaSource, VoteClass, VoteKind, VoteMatter, VoteOutcome } from './votes.js';

/** States of an owners' vote (业主共同决定): announced, open, closed and being counted, counted, called off, or its decision annulled by the street. */
export const ownersVoteStates = ['ANNOUNCED', 'OPEN', 'CLOSED', 'COUNTED', 'CALLED_OFF', 'ANNULLED'] as const;
export const OwnersVoteState = z.enum(ownersVoteStates).meta({ id: 'OwnersVoteState' });
export type OwnersVoteState = z.infer<typeof OwnersVoteState>;

/** How far a ballot is: entered by one, checked by a second with the same or another reading, settled by a third; or struck out, as one under the wrong owner. */
export const ballotStates = ['ENTERED', 'CHECKED', 'DIFFERENT', 'SETTLED', 'STRUCK'] as const;
export const BallotState = z.enum(ballotStates).meta({ id: 'BallotState' });
export type BallotState = z.infer<typeof BallotState>;

/** Where a member of the counting group (计票小组) stands: named, without interest by their own word, or with one and out. */
export const memberStates = ['NAMED', 'DECLARED', 'RECUSED'] as const;
export const MemberState = z.enum(memberStates).meta({ id: 'MemberState' });
export type MemberState = z.infer<typeof MemberState>;

const instant = z.iso.datetime({ offset: true });
const text = z.string().trim().min(2).max(500);
const code = z.string().regex(/^[A-Z0-9_-]{1,20}$/, '编号用大写字母、数字，至多 20 个');
const accountId = z.string().regex(/^[\w-]{1,60}$/);
const Weight = z.object({ area: z.number().int().min(0), heads: z.number().int().min(0) });
/** What agrees with an option: its area only where agreement is tested, else the area of the only yes of three would say whose it is (I-35). */
const Agreeing = z.object({ area: z.number().int().min(0).nullable(), heads: z.number().int().min(0) });
const Choices = z.record(code, z.string().max(20)).describe('每个事项的选择：选项编号，或 DISAGREE、ABSTAIN、INVALID；空白不填');

export const VoteQuestionInput = z
  .object({
    code,
    title: text,
    matter: VoteMatter,
    options: z
      .array(z.object({ code, title: text }))
      .min(1)
      .max(20)
      .describe('一个选项即同意与否；几个选项即几个方案'),
  })
  .meta({ id: 'VoteQuestion' });

const Threshold = z.object({
  num: z.number(),
  den: z.number(),
  isStrict: z.boolean(),
  of: z.enum(['ALL', 'TAKING_PART']),
  source: z.string(),
});
const Check = z.object({
  passes: z.boolean(),
  tests: z.array(
    z.object({
      ...{ measure: z.enum(['area', 'heads']), part: z.number(), whole: z.number(), threshold: Threshold },
      ...{ smallest: z.number(), passes: z.boolean() },
    }),
  ),
});
/** What one question has to reach, known before anything is counted: taking part (参与), and agreement by area and by heads (同意). */
export const VoteBar = z
  .object({
    question: z.string(),
    voteClass: VoteClass,
    participation: Threshold.nullable(),
    agreement: Threshold,
    least: Weight.nullable().describe('参与至少须达到的面积和人数；名册冻结前为空'),
  })
  .meta({ id: 'VoteBar' });
export type VoteBar = z.infer<typeof VoteBar>;

/** The result of one question as it is posted: areas only where a test of the law needs one, since the area of a single no names its owner. */
export const PostedResult = z
  .object({
    question: VoteQuestionInput,
    voteClass: VoteClass,
    outcome: VoteOutcome,
    passed: z.string().nullable(),
    participation: Check.nullable(),
    agreement: z.array(z.object({ option: z.string(), check: Check })),
    all: Weight,
    takingPart: Weight,
    agreeing: z.array(z.object({ option: z.string(), weight: Agreeing.describe('未检验同意的，不公布面积') })),
    disagreeingHeads: z.number().int(),
    abstainingHeads: z.number().int(),
    invalidHeads: z.number().int(),
    silentHeads: z.number().int(),
  })
  .meta({ id: 'PostedVoteResult' });
export type PostedResult = z.infer<typeof PostedResult>;

export const FrozenRoll = z
  .object({
    homes: z.number().int(),
    owners: z.number().int(),
    areaHundredths: z.number().int(),
    heads: z.number().int(),
    unsold: z.object({ homes: z.number().int(), areaHundredths: z.number().int(), heads: z.number().int() }),
    areaBySource: z.record(AreaSource, z.number().int()),
    hash: z.string(),
    frozenAt: z.string(),
  })
  .meta({ id: 'FrozenRoll' });
export type FrozenRoll = z.infer<typeof FrozenRoll>;

/** What everyone who may see the vote sees: never a ballot, never who has voted how, never the area of those who have voted so far. */
/** The street has told the owners' body to put an unlawful decision right (责令限期改正), and what it reports. */
export const Correction = z
  .object({
    ...{ reason: z.string(), document: z.string(), orderedAt: z.string(), dueAt: z.string() },
    ...{ report: z.string().nullable(), reportedAt: z.string().nullable() },
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof Correction>;

/** The street has annulled the decision (撤销); it counts for nothing from then on. */
export const Annulment = z.object({ reason: z.string(), document: z.string(), at: z.string() }).meta({ id: 'Annulment' });
export type Annulment = z.infer<typeof Annulment>;

export const OwnersVoteView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid().nullable(),
    estateId: z.uuid(),
    buildingId: z.uuid().nullable(),
    stairwell: z.string().nullable(),
    kind: VoteKind,
    notice: z.string().nullable().describe('意向征询时写明：不是业主共同决定'),
    state: OwnersVoteState,
    title: z.string(),
    how: z.string(),
    questions: z.array(VoteQuestionInput),
    announcedAt: z.string(),
    opensAt: z.string(),
    closesAt: z.string(),
    rulesVersion: z.string(),
    roll: FrozenRoll.nullable(),
    bars: z.array(VoteBar).describe('每个事项须达到的标准'),
    turnout: z
      .object({ returnedOwners: z.number().int(), owners: z.number().int(), isParticipationReached: z.boolean() })
      .nullable()
      .describe('交回选票的业主数；未公布他们的面积。名册冻结前、官方系统投票的（选票不在这里）为空'),
    results: z.array(PostedResult).nullable(),
    statement: z.array(z.string()).nullable().describe('计票说明，逐行'),
    source: z.string().nullable().describe('官方结果公布在何处'),
    countedAt: z.string().nullable(),
    postDueAt: z.string().nullable(),
    postedAt: z.string().nullable(),
    postedWhere: z.string().nullable(),
    objectionUntil: z.string().nullable().describe('业主自知道之日起一年内可以请求人民法院撤销'),
    keepUntil: z.string().nullable().describe('表决档案至少保存至'),
    calledOffReason: z.string().nullable(),
    correction: Correction.nullable(),
    annulment: Annulment.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OwnersVote' });
export type OwnersVoteView = z.infer<typeof OwnersVoteView>;

const Member = z.object({ accountId: z.string(), state: MemberState });
/** A member of the counting group as everyone who may see the vote sees them: who counts is no secret. */
export const Counter = Member.extend({ name: z.string().nullable().describe('账号已不存在的为空') }).meta({ id: 'VoteCounter' });
export type Counter = z.infer<typeof Counter>;

/** A ballot as the counting group sees it. */
export const BallotView = z
  .object({
    id: z.uuid(),
    ownerId: z.uuid(),
    serial: z.number().int().nullable().describe('网上作答没有编号'),
    scanId: z.uuid().nullable(),
    state: BallotState,
    choices: z.record(z.string(), z.string()).nullable().describe('未核对前，核对人看不到录入的内容'),
    checkChoices: z.record(z.string(), z.string()).nullable(),
    receipt: z.string(),
    isCounted: z.boolean().describe('同一业主以截止前最后一张为准；作废的不计'),
    struckReason: z.string().nullable().describe('作废的理由；未作废的为空'),
    enteredAt: z.string(),
  })
  .meta({ id: 'Ballot' });
export type BallotView = z.infer<typeof BallotView>;

const ownersBody: Access = { owners_body_rep: 'concerned', community_worker: 'concerned' };
const group: Access = { counting_group: 'own' };
const owners: Access = { resident: 'own', rights_unit_rep: 'own' };
const readers: Access = {
  resident: 'own',
  counting_group: 'own',
  community_worker: 'concerned',
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  owners_body_rep: 'concerned',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const onVote = { id: z.uuid() };
const illegal = ['object.not-found', 'vote.illegal-step'] as const;
const bodyErrors = [...seatRefusals, 'vote.illegal-step'] as const;
const groupErrors = [...illegal, 'vote.not-declared', 'vote.group-too-small'] as const;
/** What reads a ballot for the count: nobody reads their own. */
const ballotErrors = [...groupErrors, 'vote.own-ballot'] as const;

export const ownersVotes = {
  announceVote: operation({
    name: 'deliberation.vote.announce',
    method: 'POST',
    path: '/api/owners-votes',
    summary: '业主组织公告表决：事项、方式、起止时间、计票小组；业主大会须提前公告，天数以时限表为准（物业管理条例第三十五条）',
    access: ownersBody,
    input: z.object({
      ...onVote,
      issueId: z.uuid().optional().describe('为某议题表决时写明；议题须已商定'),
      estateId: z.uuid(),
      buildingId: z.uuid().optional(),
      stairwell: z.string().max(20).optional(),
      kind: VoteKind,
      title: text,
      how: text.describe('投票地点与方式'),
      questions: z.array(VoteQuestionInput).min(1).max(10),
      opensAt: instant,
      closesAt: instant,
      groupAccountIds: z.array(accountId).max(30).describe('计票小组成员的账号，人数不少于规定'),
      interestedAccountIds: z.array(accountId).max(100).default([]).describe('候选人、应标人等有利害关系者的账号'),
      hasParking: z.boolean().optional().describe('车位计入基数；本小区另有决定时写明'),
      unsoldHeads: z.enum(['ONE', 'ONE_PER_HOME']).optional(),
    }),
    output: OwnersVoteView,
    errors: [
      ...bodyErrors,
      'vote.notice-short',
      'vote.period',
      'vote.options-unclear',
      'vote.group-too-small',
      'vote.member-interested',
      'vote.empty-roll',
      'vote.matter-missing',
      'vote.matter-foreign',
      'vote.no-rules',
      'issue.illegal-step',
      'issue.text-private',
    ],
    success: 201,
  }),
  nameGroup: operation({
    name: 'deliberation.vote.name-group',
    method: 'PUT',
    path: '/api/owners-votes/{id}/group',
    summary: '更换计票小组成员（计票前）；已声明无利害关系的留任者不变',
    access: ownersBody,
    input: z.object({
      ...onVote,
      groupAccountIds: z.array(accountId).max(30),
      interestedAccountIds: z.array(accountId).max(100).default([]),
    }),
    output: z.object({ members: z.array(Member) }),
    errors: [...bodyErrors, 'vote.group-too-small', 'vote.member-interested'],
  }),
  listCounters: operation({
    name: 'deliberation.vote.counters',
    method: 'GET',
    path: '/api/owners-votes/{id}/counters',
    summary: '计票小组由谁组成，各人声明有无利害关系',
    access: readers,
    input: z.object(onVote),
    output: z.object({ counters: z.array(Counter) }),
    errors: ['object.not-found'],
    namesPeople: true,
  }),
  declareMember: operation({
    name: 'deliberation.vote.declare-member',
    method: 'POST',
    path: '/api/owners-votes/{id}/group/declare',
    summary: '计票小组成员声明与表决事项有无利害关系；有则退出',
    access: group,
    input: z.object({ ...onVote, hasInterest: z.boolean() }),
    output: z.object({ members: z.array(Member) }),
    errors: illegal,
  }),
  callOffVote: operation({
    name: 'deliberation.vote.call-off',
    method: 'POST',
    path: '/api/owners-votes/{id}/call-off',
    summary: '开始前取消表决，写明理由',
    access: ownersBody,
    input: z.object({ ...onVote, reason: text }),
    output: OwnersVoteView,
    errors: [...bodyErrors, 'issue.text-private'],
  }),
  remindOwners: operation({
    name: 'deliberation.vote.remind',
    method: 'POST',
    path: '/api/owners-votes/{id}/remind',
    summary: '提醒尚未交回选票的业主；不透露任何人的选择',
    access: ownersBody,
    input: z.object(onVote),
    output: z.object({ owners: z.number().int().describe('提醒了多少业主') }),
    errors: bodyErrors,
  }),
  castVote: operation({
    name: 'deliberation.vote.cast',
    method: 'POST',
    path: '/api/owners-votes/{id}/cast',
    summary: '网上作答：只用于意向征询，绑定房屋的账号即可。业主共同决定的网上投票须用市业主决策平台（物业管理条例第三十五条）',
    access: owners,
    input: z.object({ ...onVote, ownerId: z.uuid(), choices: Choices }),
    output: z.object({ receipt: z.string(), notice: z.string() }),
    errors: [...illegal, 'vote.internet-refused', 'vote.unknown-choice'],
  }),
  myVote: operation({
    name: 'deliberation.vote.mine',
    method: 'GET',
    path: '/api/owners-votes/{id}/mine',
    summary: '业主本人：在名册上的房屋（凭绑定查看的，只列已绑定的）、面积、人数，和交票回执；选票内容只有计票小组能看',
    access: owners,
    input: z.object(onVote),
    output: z.object({
      notice: z.string().nullable(),
      entries: z.array(
        z.object({
          ownerId: z.uuid(),
          heads: z.number().int(),
          areaHundredths: z.number().int().describe('所列房屋面积之和'),
          homes: z.array(
            z.object({
              homeId: z.uuid(),
              buildingId: z.uuid(),
              stairwell: z.string(),
              ordinal: z.number().int(),
              areaHundredths: z.number().int(),
              areaSource: AreaSource,
            }),
          ),
          receipts: z.array(
            z.object({
              receipt: z.string(),
              at: z.string(),
              isCounted: z.boolean(),
              struckReason: z.string().nullable().describe('这张回执的选票已作废的，写明理由'),
            }),
          ),
        }),
      ),
    }),
    errors: ['object.not-found'],
  }),
  addScan: operation({
    name: 'deliberation.vote.add-scan',
    method: 'POST',
    path: '/api/owners-votes/{id}/scans',
    summary: '计票小组存入选票扫描件，官方表决的存入市平台公布页面的截图或文件（JPEG、PNG 或 PDF，至多 5 MB），加密保存',
    access: group,
    input: z.object({ ...onVote, fileName: z.string(), file: z.base64() }),
    output: z.object({ id: z.uuid() }),
    errors: [...groupErrors, 'vote.scan-unreadable'],
    success: 201,
    upload: true,
  }),
  getScan: operation({
    name: 'deliberation.vote.scan',
    method: 'GET',
    path: '/api/owners-votes/{id}/scans/{scanId}',
    summary: '计票小组查看选票扫描件；每次查看都留痕',
    access: group,
    input: z.object({ ...onVote, scanId: z.uuid() }),
    output: z.object({ type: z.string(), file: z.string() }),
    errors: ['object.not-found'],
  }),
  enterBallot: operation({
    name: 'deliberation.vote.enter-ballot',
    method: 'POST',
    path: '/api/owners-votes/{id}/ballots',
    summary: '计票小组一人录入纸质选票；截止后不再录入',
    access: group,
    input: z.object({
      ...onVote,
      ballotId: z.uuid(),
      ownerId: z.uuid(),
      serial: z.number().int().min(1).max(1_000_000).describe('选票上印的编号'),
      scanId: z.uuid(),
      handedInAt: instant.optional().describe('选票交来的时间，按收票记录；不填即录入时。同一业主交了几次的，以最后交来的为准'),
      choices: Choices,
    }),
    output: z.object({ ballotId: z.uuid(), receipt: z.string(), replaces: z.boolean().describe('此前该业主已交过选票') }),
    errors: [
      ...ballotErrors,
      'vote.wrong-kind',
      'vote.not-on-roll',
      'vote.unknown-choice',
      'vote.serial-used',
      'vote.scan-unknown',
      'vote.handed-in',
      'time.future',
    ],
    success: 201,
  }),
  checkBallot: operation({
    name: 'deliberation.vote.check-ballot',
    method: 'POST',
    path: '/api/owners-votes/{id}/ballots/{ballotId}/check',
    summary: '另一人对照扫描件独立核对；两次不一致的由第三人裁定',
    access: group,
    input: z.object({ ...onVote, ballotId: z.uuid(), choices: Choices }),
    output: z.object({ state: BallotState }),
    errors: [...ballotErrors, 'vote.same-hand', 'vote.unknown-choice', 'vote.ballot-step'],
  }),
  settleBallot: operation({
    name: 'deliberation.vote.settle-ballot',
    method: 'POST',
    path: '/api/owners-votes/{id}/ballots/{ballotId}/settle',
    summary: '第三人裁定录入与核对不一致的选票',
    access: group,
    input: z.object({ ...onVote, ballotId: z.uuid(), choices: Choices, reason: text }),
    output: z.object({ state: BallotState }),
    errors: [...ballotErrors, 'vote.same-hand', 'vote.unknown-choice', 'vote.ballot-step'],
  }),
  strikeBallot: operation({
    name: 'deliberation.vote.strike-ballot',
    method: 'POST',
    path: '/api/owners-votes/{id}/ballots/{ballotId}/strike',
    summary: '计票小组另一人作废录错的选票（录在别的业主名下、交票时间录错等），写明理由；原件留档，选票编号可重新录入',
    access: group,
    input: z.object({ ...onVote, ballotId: z.uuid(), reason: z.string().trim().min(5, '请写明理由，至少 5 个字').max(500) }),
    output: z.object({ state: BallotState }),
    errors: [...ballotErrors, 'vote.same-hand', 'vote.ballot-step', 'issue.text-private'],
  }),
  listBallots: operation({
    name: 'deliberation.vote.ballots',
    method: 'GET',
    path: '/api/owners-votes/{id}/ballots',
    summary: '计票小组：选票与核对进度',
    access: group,
    input: z.object({ ...onVote, after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
    output: z.object({ ballots: z.array(BallotView) }),
    errors: ['object.not-found'],
  }),
  listRoll: operation({
    name: 'deliberation.vote.roll',
    method: 'GET',
    path: '/api/owners-votes/{id}/roll',
    summary: '计票小组：冻结的名册（编号、面积），和谁已交回选票',
    access: group,
    input: z.object({ ...onVote, after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(2_000).default(500) }),
    output: z.object({
      owners: z.array(
        z.object({
          ownerId: z.uuid(),
          heads: z.number().int(),
          areaHundredths: z.number().int(),
          hasReturned: z.boolean(),
          homes: z.array(z.object({ homeId: z.uuid(), buildingId: z.uuid(), stairwell: z.string(), ordinal: z.number().int() })),
        }),
      ),
    }),
    errors: ['object.not-found'],
  }),
  countVote: operation({
    name: 'deliberation.vote.count',
    method: 'POST',
    path: '/api/owners-votes/{id}/count',
    summary: '计票小组在截止后计票；尚有未核对的选票时不能计',
    access: group,
    input: z.object(onVote),
    output: OwnersVoteView,
    errors: [...groupErrors, 'vote.still-open', 'vote.unchecked', 'vote.wrong-kind'],
  }),
  importOfficial: operation({
    name: 'deliberation.vote.import-official',
    method: 'POST',
    path: '/api/owners-votes/{id}/official-result',
    summary: '录入市业主决策平台公布的结果（只有合计）：须先由计票小组另一人存入公布页面的截图或文件；基数须与冻结的名册一致',
    access: ownersBody,
    input: z.object({
      ...onVote,
      source: text.describe('在何处、何时公布'),
      sums: z
        .array(
          z.object({
            question: code,
            all: Weight,
            takingPart: Weight,
            agreeing: z.array(z.object({ option: code, weight: Weight })),
            abstaining: Weight,
          }),
        )
        .min(1),
    }),
    output: OwnersVoteView,
    errors: [...bodyErrors, 'vote.wrong-kind', 'vote.still-open', 'vote.official-unsound', 'vote.official-file', 'issue.text-private'],
  }),
  postResult: operation({
    name: 'deliberation.vote.post-result',
    method: 'POST',
    path: '/api/owners-votes/{id}/post-result',
    summary: '登记表决结果已公示（物业管理条例第三十七条，期限以时限表为准），自此起算保存期',
    access: ownersBody,
    input: z.object({ ...onVote, where: text.describe('张贴或公布的地点') }),
    output: OwnersVoteView,
    errors: [...bodyErrors, 'issue.text-private'],
  }),
  orderCorrection: operation({
    name: 'deliberation.vote.order-correction',
    method: 'POST',
    path: '/api/owners-votes/{id}/correction',
    summary: '街道责令限期改正违反法律、法规的业主决定（物业管理条例第八条、第五十一条）；不填期限即按时限表',
    access: streetSeat,
    input: z.object({ ...onVote, reason: text, document: text.describe('责令改正文书'), dueAt: instant.optional() }),
    output: OwnersVoteView,
    errors: [...illegal, 'vote.wrong-kind', 'vote.correction-open', 'due.past', 'issue.text-private'],
  }),
  reportCorrection: operation({
    name: 'deliberation.vote.report-correction',
    method: 'POST',
    path: '/api/owners-votes/{id}/correction-report',
    summary: '业主组织报告改正情况',
    access: ownersBody,
    input: z.object({ ...onVote, report: text }),
    output: OwnersVoteView,
    errors: [...bodyErrors, 'vote.nothing-to-correct', 'issue.text-private'],
  }),
  annulVote: operation({
    name: 'deliberation.vote.annul',
    method: 'POST',
    path: '/api/owners-votes/{id}/annulment',
    summary: '街道撤销违反法律、法规的业主决定，并通告全体业主：此后不作为签约条件',
    access: streetSeat,
    input: z.object({ ...onVote, reason: text, document: text.describe('撤销决定文书') }),
    output: OwnersVoteView,
    errors: [...illegal, 'vote.wrong-kind', 'issue.text-private'],
  }),
  listVotes: operation({
    name: 'deliberation.vote.list',
    method: 'GET',
    path: '/api/owners-votes',
    summary: '表决一览',
    access: readers,
    input: z.object({ estateId: z.uuid().optional(), issueId: z.uuid().optional() }),
    output: z.object({ votes: z.array(OwnersVoteView) }),
  }),
  getVote: operation({
    name: 'deliberation.vote.get',
    method: 'GET',
    path: '/api/owners-votes/{id}',
    summary: '表决的公告、交票人数、结果与计票说明',
    access: readers,
    input: z.object(onVote),
    output: OwnersVoteView,
    errors: ['object.not-found'],
  }),
  printReport: operation({
    name: 'deliberation.vote.print-report',
    method: 'GET',
    path: '/api/owners-votes/{id}/report-document',
    summary: '计票报告文书：名册、选票合计、每一项检验的分子分母与标准；没有个人选票',
    access: readers,
    input: z.object({ ...onVote, ...inForm }),
    output: PrintedDocument,
    errors: [...documentRefusals, 'vote.not-counted'],
    timeoutMs: printTimeoutMs,
    namesPeople: true,
  }),
  printResult: operation({
    name: 'deliberation.vote.print-result',
    method: 'GET',
    path: '/api/owners-votes/{id}/result-document',
    summary: '表决结果公告文书，供张贴',
    access: readers,
    input: z.object({ ...onVote, ...inForm }),
    output: PrintedDocument,
    errors: [...documentRefusals, 'vote.not-counted'],
    timeoutMs: printTimeoutMs,
  }),
  printNotice: operation({
    name: 'deliberation.vote.print-notice',
    method: 'GET',
    path: '/api/owners-votes/{id}/notice-document',
    summary: '表决公告文书：事项、须达到的标准、时间、方式、名册怎样计算、计票小组人数；供张贴和告知全体业主（物业管理条例第三十五条）',
    access: readers,
    input: z.object({ ...onVote, ...inForm }),
    output: PrintedDocument,
    errors: documentRefusals,
    timeoutMs: printTimeoutMs,
  }),
  printBallot: operation({
    name: 'deliberation.vote.print-ballot',
    method: 'GET',
    path: '/api/owners-votes/{id}/ballot-document',
    summary: '空白选票文书：编号、事项与选项、怎样填、何时前交到哪里；业主组织逐张印发，每个编号用一次',
    access: ownersBody,
    input: z.object({
      ...{ ...onVote, ...inForm },
      from: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('从第几号起'),
      count: z.coerce.number().int().min(1).max(500).default(1).describe('印几张'),
    }),
    output: PrintedDocument,
    errors: [...documentRefusals, ...bodyErrors, 'vote.wrong-kind'],
    timeoutMs: printTimeoutMs,
  }),
  voteBoard: operation({
    name: 'deliberation.vote.board',
    method: 'GET',
    path: '/api/owners-votes/{id}/board',
    summary: '回执公示板：每位交票业主一张回执，张数即交票人数；没有面积，没有内容',
    access: readers,
    input: z.object({ ...onVote, after: z.string().max(64).optional(), limit: z.coerce.number().int().min(1).max(5_000).default(1_000) }),
    output: z.object({ count: z.number().int(), receipts: z.array(z.string()) }),
    errors: ['object.not-found'],
  }),
};

const about = { estateId: z.uuid(), issueId: z.uuid().nullable(), kind: VoteKind };

export const ownersVoteEvents = {
  announced: event(
    'deliberation.vote.announced.v1',
    '公告表决',
    z.object({
      ...about,
      title: z.string(),
      how: z.string(),
      questions: z.array(VoteQuestionInput),
      opensAt: z.string(),
      closesAt: z.string(),
      announcedAt: z.string(),
      rulesVersion: z.string(),
      groupAccountIds: z.array(z.string()),
      concernedUnitIds: z.array(z.uuid()),
      ...countedBy,
    }),
  ),
  /** All owners who may vote hear what is asked, when and how (告知全体业主), in parts. */
  announcedTold: event(
    'deliberation.vote.announced-told.v1',
    '告知业主表决的事项、时间和方式（分批；只有编号）',
    z.object({ ...about, title: z.string(), how: z.string(), opensAt: z.string(), closesAt: z.string(), ...toldOwners }),
  ),
  groupNamed: event('deliberation.vote.group-named.v1', '更换计票小组', z.object({ ...about, groupAccountIds: z.array(z.string()) })),
  memberDeclared: event(
    'deliberation.vote.member-declared.v1',
    '计票小组成员声明有无利害关系',
    z.object({ ...about, accountId: z.string(), hasInterest: z.boolean() }),
  ),
  calledOff: event(
    'deliberation.vote.called-off.v1',
    '取消表决',
    z.object({ ...about, title: z.string(), reason: z.string(), concernedUnitIds: z.array(z.uuid()) }),
  ),
  /** Those who were told of the vote hear that it will not be held, those whose ballots lie there (已交票的业主) that they decide nothing, in parts. */
  callOffTold: event(
    'deliberation.vote.call-off-told.v1',
    '告知业主表决取消（分批；只有编号）',
    z.object({
      ...{ ...about, title: z.string(), reason: z.string(), ...toldOwners },
      hasReturned: z.boolean().optional().describe('告知的是已交票的业主，还是尚未交票的'),
    }),
  ),
  opened: event(
    'deliberation.vote.opened.v1',
    '表决开始，名册冻结',
    z.object({ ...about, title: z.string(), roll: FrozenRoll, closesAt: z.string(), concernedUnitIds: z.array(z.uuid()) }),
  ),
  scanKept: event('deliberation.vote.scan-kept.v1', '存入选票扫描件', z.object({ ...about, scanId: z.uuid(), sha256: z.string() })),
  scanSeen: event('deliberation.vote.scan-seen.v1', '计票小组查看选票扫描件', z.object({ ...about, scanId: z.uuid() })),
  ballotEntered: event(
    'deliberation.vote.ballot-entered.v1',
    '收到一张选票（只有回执和加盐摘要，没有内容，也没有是谁的）',
    z.object({ ...about, ballotId: z.uuid(), receipt: z.string(), contentHash: z.string(), returnedOwners: z.number().int() }),
  ),
  ballotChecked: event(
    'deliberation.vote.ballot-checked.v1',
    '一张选票已核对（没有内容）',
    z.object({ ...about, ballotId: z.uuid(), state: BallotState, contentHash: z.string() }),
  ),
  ballotStruck: event(
    'deliberation.vote.ballot-struck.v1',
    '一张录错的选票作废（没有内容，也没有是谁的）',
    z.object({ ...about, ballotId: z.uuid(), receipt: z.string(), returnedOwners: z.number().int() }),
  ),
  /** Whoever's ballot was struck hears of it, and until when another one may be handed in; null where the vote is closed. */
  strikeTold: event(
    'deliberation.vote.strike-told.v1',
    '告知业主其选票因录入有误作废（只有编号，没有内容）',
    z.object({ ...about, title: z.string(), closesAt: z.string().nullable(), ...toldOwners }),
  ),
  reminded: event(
    'deliberation.vote.reminded.v1',
    '提醒尚未交回选票的业主（分批；只有编号）',
    z.object({ ...about, title: z.string(), closesAt: z.string(), ...toldOwners }),
  ),
  closed: event(
    'deliberation.vote.closed.v1',
    '表决截止',
    z.object({
      ...about,
      title: z.string(),
      closedAt: z.string(),
      ballots: z.number().int(),
      returnedOwners: z.number().int(),
      unchecked: z.number().int(),
      memberAccountIds: z.array(z.string()).optional().describe('计票小组各成员的账号'),
      countDueAt: z.string().nullable().optional().describe('截止时还不能计票的，何时前计出结果'),
      ...countedBy,
    }),
  ),
  counted: event(
    'deliberation.vote.counted.v1',
    '表决结果',
    z.object({
      ...about,
      title: z.string(),
      outcome: z.enum(['PASSED', 'FAILED']).describe('全部事项通过为 PASSED；意向征询不产生效力'),
      results: z.array(PostedResult),
      source: z.string().nullable(),
      scanId: z.uuid().nullable().optional().describe('官方结果所据的截图或文件'),
      countedAt: z.string(),
      postDueAt: z.string().nullable(),
      concernedUnitIds: z.array(z.uuid()),
      ...countedBy,
    }),
  ),
  /** All owners of the roll hear the result, in parts. */
  countedTold: event(
    'deliberation.vote.counted-told.v1',
    '告知业主表决结果（分批；只有编号）',
    z.object({ ...about, title: z.string(), outcome: z.enum(['PASSED', 'FAILED']), ...toldOwners }),
  ),
  resultPosted: event(
    'deliberation.vote.result-posted.v1',
    '结果已公示',
    z.object({
      ...about,
      title: z.string(),
      where: z.string(),
      postedAt: z.string(),
      isInTime: z.boolean(),
      keepUntil: z.string(),
      concernedUnitIds: z.array(z.uuid()),
    }),
  ),
  correctionOrdered: event(
    'deliberation.vote.correction-ordered.v1',
    '街道责令限期改正业主决定',
    z.object({
      ...about,
      title: z.string(),
      reason: z.string(),
      dueAt: z.string(),
      unitId: z.uuid().nullable(),
      concernedUnitIds: z.array(z.uuid()),
    }),
  ),
  correctionReported: event('deliberation.vote.correction-reported.v1', '业主组织报告改正情况', z.object({ ...about, title: z.string() })),
  annulled: event(
    'deliberation.vote.annulled.v1',
    '街道撤销业主决定',
    z.object({
      ...{ ...about, title: z.string(), reason: z.string(), at: z.string(), concernedUnitIds: z.array(z.uuid()) },
      orderIds: z.array(z.uuid()).optional().describe('议题已告知结果、不再挂着的工单'),
    }),
  ),
  /** All owners are told (通告全体业主), in parts. */
  annulmentTold: event(
    'deliberation.vote.annulment-told.v1',
    '通告全体业主决定已被撤销（分批；只有编号）',
    z.object({ ...about, title: z.string(), reason: z.string(), ...toldOwners }),
  ),
  clockFired: event(
    'deliberation.vote.clock-fired.v1',
    '表决的一项时限到了一个环节',
    z.object({
      estateId: z.uuid(),
      issueId: z.uuid().nullable(),
      code: z.string(),
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      dueAt: z.string(),
      skippedStages: z.number().int(),
      unitId: z.uuid().nullable(),
    }),
  ),
};
