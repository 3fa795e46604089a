import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  commitmentEvents,
  costPlanEvents,
  emergencyEvents,
  estateTermEvents,
  instalmentEvents,
  issueEvents,
  notify,
  ownersVoteEvents,
  petitionEvents,
  publicityEvents,
  resolutionEvents,
  roundEvents,
  tableEvents,
  worksEvents,
  type Envelope,
  type EventType,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { DeliberationConsumer } from '../src/events/deliberation.consumer.js';
import { notifyParts } from '../src/parts.js';

const names = ['街道', '社区', '产权单位', '物业', '业委会'] as const;
type Name = (typeof names)[number];
const unit = Object.fromEntries(names.map((name) => [name, randomUUID()])) as Record<Name, string>;
const all = [...names];
const unitIds = Object.values(unit);
/** A unit that pays and does not sit at the table. */
const outside = randomUUID();
/** A unit that sits at another table. */
const sixth = { role: 'firm_manager' as const, unitIds: [randomUUID()], scope: 'own' as const };

let sut: ServiceUnderTest;
beforeAll(async () => {
  sut = await ServiceUnderTest.start(notifyParts, migrations);
}, 60_000);
afterAll(() => sut?.stop(), 30_000);

interface Case {
  told: EventType;
  payload: Record<string, unknown>;
  /** What lies with whom: units of the table, and roles of the street. */
  heard: Partial<Record<Name | '十一所' | 'section_chief' | 'street_leader', string>>;
}
const [issueId, tableId, estateId, planId, resolutionId, publicityId] = Array.from({ length: 6 }, () => randomUUID()) as [
  ...[string, string, string, string, string, string],
];
const at = '2026-12-14T16:00:00.000Z';
const hash = 'a'.repeat(64);
const toAll = (text: string) => Object.fromEntries(all.map((name) => [name, text]));
const ofIssue = { tableId, estateId };
const ofRound = { issueId, tableId, estateId, no: 2, unitIds };
const ofResolution = { issueId, tableId, estateId, no: 2, hash };
const ofWorks = { issueId, tableId, estateId, title: '排水改造', unitIds };
const ofVote = { estateId, issueId, kind: 'PAPER', title: '使用维修资金' };
const ofUse = { issueId, estateId, case: 'DRAIN_BURST', unitIds };
const ofPublicity = { issueId, planId, unitIds };
const ofCommitment = { issueId, resolutionId, tableId, estateId, no: 1, seat: 'FIRM', unitId: unit.物业 };
const ofInstalment = {
  ...{ issueId, resolutionId, tableId, estateId, title: '排水改造', payer: '产权单位', seat: 'RIGHTS_UNIT', unitId: unit.产权单位, no: 1 },
  ...{ instalmentKind: 'SIGNED', amountFen: '9320000', paidFen: '0', state: 'OPEN' },
};
const ofTerm = { estateId, communityId: unit.社区, tableId, estate: '西大院', termKind: 'OWNERS_COMMITTEE' };
const moved = (step: string, from: string, to: string) => ({
  ...ofIssue,
  step,
  from,
  to,
  roundNo: 1,
  decisionClasses: ['PLAN'],
  unitIds,
  at,
});
const fired = { stage: 0, kind: 'warning', dueAt: at, skippedStages: 0 };
const position = (seat: string, word: string) => ({
  ...{ seat, position: word, reason: null, condition: null, as: null, accountId: null, medium: null, evidence: null },
  ...{ recordedBy: null, receipt: null, at },
});
const signer = (seat: string, name: Name, amountFen: string) => ({
  seat,
  unitId: unit[name],
  unitName: name,
  pays: amountFen !== '0',
  amountFen,
});

const cases: Case[] = [
  {
    told: tableEvents.appointed,
    payload: {
      ...{ ...ofIssue, communityId: unit.社区, seat: 'FIRM', as: 'REPRESENTATIVE', unitId: unit.物业 },
      mandate: { accountId: 'a', document: '授权书第1号', amountLimitFen: null, aboveLimit: null, until: null, grantedAt: at },
    },
    heard: { 物业: '五方议事桌“物业公司”席位已委派代表（授权书第1号）。' },
  },
  {
    told: issueEvents.issueProposed,
    payload: {
      ...{ ...ofIssue, communityId: unit.社区, title: '院内积水', origin: 'HOUSEHOLDS', sourceId: null, proposedBy: null, orderIds: [] },
      ...{ scope: { level: 'ESTATE', estateId, buildingId: null, stairwell: null }, households: 10, unitIds, proposedAt: at },
    },
    heard: toAll('“院内积水”（居民联名）已提出，由社区和街道审议题。'),
  },
  {
    told: issueEvents.issueMoved,
    payload: moved('agree', 'ROUND_OPEN', 'AGREED'),
    heard: toAll('议题已由“会商中”进入“达成一致”（达成一致）。'),
  },
  {
    told: issueEvents.issueMoved,
    payload: moved('resume', 'PLANNING', 'EXECUTING'),
    heard: toAll('议题已由“拟方案”进入“执行中”（按原决议继续执行）。'),
  },
  // What is told by what happens in it is not told twice.
  { told: issueEvents.issueMoved, payload: moved('openRound', 'CONVENED', 'ROUND_OPEN'), heard: {} },
  {
    told: issueEvents.issueClockFired,
    payload: { ...ofIssue, ...fired, code: 'PLAN_PROGRESS', tell: ['H', 'S'], unitIds: [unit.物业] },
    heard: {
      物业: '“拟方案进展”将于 12月14日 24:00 到期，请抓紧办理。',
      section_chief: '“拟方案进展”将于 12月14日 24:00 到期，请抓紧办理。',
    },
  },
  {
    told: roundEvents.roundNoticed,
    payload: {
      ...{ ...ofRound, noticeNo: 1, title: '院内积水', agenda: ['议方案'], bodies: ['TABLE'], isEmergency: false },
      ...{ payers: ['RIGHTS_UNIT'], startsAt: at, checkInFrom: '2026-12-14T14:30:00.000Z', noticedAt: at },
    },
    heard: toAll('“院内积水”第 2 轮会商定于 12月14日 24:00，议程：议方案。可能出资的产权单位必须到会。12月14日 22:30 起可签到。'),
  },
  {
    told: roundEvents.quorumFailed,
    payload: { ...ofRound, noticeNo: 1, absent: ['FIRM'], at },
    heard: toAll('第 2 轮会商未达到会方数，未到会：物业公司。'),
  },
  {
    told: roundEvents.roundClosed,
    payload: { ...ofRound, positions: [position('STREET', 'AGREE'), position('FIRM', 'ABSENT')], outcome: 'AGREED', closedAt: at },
    heard: toAll('第 2 轮会商结束：达成一致。街道同意、物业公司缺席。'),
  },
  { told: roundEvents.minutesFinished, payload: { ...ofRound, finishedAt: at }, heard: toAll('第 2 轮会商纪要已定稿，请查阅。') },
  {
    told: costPlanEvents.scenarioChosen,
    payload: {
      ...{ issueId, no: 2, unitIds, scenario: '方案一', hash, totalFen: '18640000', lines: [], kept: [], chosenAt: at },
      voided: [{ payer: '产权单位', unitId: unit.产权单位 }],
    },
    heard: {
      ...toAll('第 2 版分摊方案已选定“方案一”，合计 ¥186,400.00。请查看本方份额。'),
      产权单位: '第 2 版分摊方案已选定“方案一”，合计 ¥186,400.00。“产权单位”的金额有变，原表态作废，请看本方份额后重新表态。',
    },
  },
  {
    told: publicityEvents.publicityPosted,
    payload: { ...ofPublicity, no: 1, title: '排水改造', code: 'PUBLICITY_7D', planHash: hash, postedAt: at, endsAt: at, isRestart: true },
    heard: toAll('“排水改造”分摊方案已公示，至 12月14日 24:00 止。'),
  },
  {
    told: publicityEvents.objectionRaised,
    payload: { issueId, planId, publicityId, by: 'OWNER', chairUnitId: unit.社区, raisedAt: at, dueAt: at },
    heard: { 社区: '一位业主对公示的方案提出异议，请于 12月14日 24:00 前书面答复。' },
  },
  {
    told: publicityEvents.objectionAnswered,
    payload: { issueId, planId, publicityId, unitId: unit.物业, answeredAt: at },
    heard: { 物业: '您提出的异议已有答复，请查看。' },
  },
  {
    told: publicityEvents.assemblyNeeded,
    payload: { ...ofPublicity, objectingOwners: 2, affectedOwners: 6, at },
    heard: toAll('6 位受影响业主中已有 2 位提出异议，达到 20%，须召开临时业主大会。'),
  },
  {
    told: publicityEvents.publicityEnded,
    payload: { ...ofPublicity, endedAt: at },
    heard: toAll('公示期满，没有未答复的异议，方案转入签约。'),
  },
  {
    told: publicityEvents.publicityAmended,
    payload: { ...ofPublicity, title: '排水改造', at },
    heard: toAll('“排水改造”分摊方案的公示已撤下，方案将修改；金额有变的一方须重新表态。'),
  },
  {
    told: publicityEvents.publicityTakenDown,
    payload: { ...ofPublicity, reason: '开发单位愿意承担全部费用', at },
    heard: toAll('方案的公示已撤下，方案不再提出：开发单位愿意承担全部费用。尚未答复的异议按此答复。'),
  },
  {
    told: issueEvents.resolutionLaid,
    payload: { ...ofIssue, resolutionId, planId, no: 2, title: '排水改造', unitIds: [unit.业委会] },
    heard: { 业委会: '“排水改造”第 2 版决议已交各方签署；贵单位不需签署，可以查阅全文。' },
  },
  // As it was told before seats that need not sign were named.
  { told: issueEvents.resolutionLaid, payload: { ...ofIssue, resolutionId, planId }, heard: {} },
  {
    told: resolutionEvents.drawn,
    payload: {
      ...{ ...ofResolution, title: '排水改造', affected: ['RIGHTS_UNIT'], unitIds: [unit.社区, unit.产权单位], dueAt: at },
      signers: [signer('COMMUNITY', '社区', '0'), signer('RIGHTS_UNIT', '产权单位', '9320000')],
    },
    heard: {
      社区: '“排水改造”第 2 版决议待社区签署，请于 12月14日 24:00 前签署。',
      产权单位:
        '“排水改造”第 2 版决议待产权单位签署，本方出资 ¥93,200.00，请于 12月14日 24:00 前签署。与前一版相比本方金额有变，请重新核对。',
    },
  },
  {
    told: resolutionEvents.signed,
    payload: {
      ...{
        ...ofResolution,
        title: '排水改造',
        planId,
        planNo: 2,
        totalFen: '18640000',
        shares: [],
        commitments: [],
        unitIds,
        signedAt: at,
      },
    },
    heard: toAll('“排水改造”第 2 版决议各方已全部签署，总额 ¥186,400.00，开始执行。'),
  },
  {
    told: resolutionEvents.voided,
    payload: { ...ofResolution, reason: '金额有误', seats: [], unitIds: [unit.产权单位] },
    heard: { 产权单位: '第 2 版决议已作废（金额有误），原有签署一并作废；有新的一版时另行通知。' },
  },
  {
    told: commitmentEvents.superseded,
    payload: ofCommitment,
    heard: { 物业: '后一版决议已经生效，原决议承诺事项第 1 项不再要求完成，交办任务随之取消。' },
  },
  {
    // A payer without a seat hears of its own payment, and the community, which keeps its account, beside it.
    told: instalmentEvents.clockFired,
    payload: {
      ...{ ...ofInstalment, ...fired, payer: '远征集团十一所', seat: null, unitId: unit.社区, payerUnitId: outside },
      ...{ code: 'INSTALMENT_DUE', tell: ['H', 'S'] },
    },
    heard: {
      十一所: '“分期付款”将于 12月14日 24:00 到期，请抓紧办理。',
      社区: '“排水改造”的出资方“远征集团十一所”没有席位，第 1 笔付款将于 12月14日 24:00 到期，请催收并登记。',
      section_chief: '“分期付款”将于 12月14日 24:00 到期，请抓紧办理。',
    },
  },
  {
    told: instalmentEvents.late,
    payload: { ...ofInstalment, reason: '产权单位“首付款”应于 2026-12-15 前付清，尚有 ¥93,200.00', dueAt: at, openFen: '9320000', unitIds },
    heard: toAll(
      '“排水改造”：产权单位“首付款”应于 2026-12-15 前付清，尚有 ¥93,200.00。下一施工阶段暂缓；未付部分不由其他各方分担，另有安排须重新议定。',
    ),
  },
  {
    told: instalmentEvents.late,
    payload: {
      ...{ ...ofInstalment, instalmentKind: 'REFUND', reason: '应退产权单位的“结算退款”应于 2026-12-15 前退还，尚有 ¥5,819.99', dueAt: at },
      ...{ openFen: '-581999', unitIds },
    },
    heard: toAll('“排水改造”：应退产权单位的“结算退款”应于 2026-12-15 前退还，尚有 ¥5,819.99。请社区尽快办理。'),
  },
  {
    told: worksEvents.finished,
    payload: { ...ofWorks, entryId: randomUUID(), seat: 'FIRM', stageNo: null, photos: 1, acceptanceNo: 1 },
    heard: toAll('“排水改造”已报完工，第 1 次验收开始。请质量监督团成员逐项检查并签字。'),
  },
  {
    told: worksEvents.failed,
    payload: { ...ofWorks, acceptanceNo: 1, failedItems: [2], leadUnitId: unit.物业, dueAt: at },
    heard: { 物业: '“排水改造”验收第 2 项不合格，请于 12月14日 24:00 前整改并再次报完工。' },
  },
  {
    told: worksEvents.rainCame,
    payload: { ...ofWorks, dueAt: at },
    heard: toAll('“排水改造”验收后的首场雨，请于 12月14日 24:00 前到现场回看并登记。'),
  },
  {
    told: worksEvents.heatingCame,
    payload: { ...ofWorks, dueAt: at },
    heard: toAll('“排水改造”验收后首次供暖，请于 12月14日 24:00 前到现场回看（管道、暖气有无渗漏，屋内热不热）并登记。'),
  },
  {
    told: worksEvents.lookFailed,
    payload: { ...ofWorks, kind: 'T30', leadUnitId: unit.物业, dueAt: at },
    heard: { 物业: '“排水改造”三十日回看不合格，请于 12月14日 24:00 前整改，整改后再次回看。' },
  },
  {
    told: petitionEvents.petitionExpired,
    payload: { estateId, communityId: unit.社区, title: '加装充电桩', households: 7, needed: 10 },
    heard: { 社区: '联名“加装充电桩”到期时只有 7 户，未满 10 户，已经过期。' },
  },
  {
    told: ownersVoteEvents.correctionOrdered,
    payload: { ...ofVote, reason: '未按规定公告', dueAt: at, unitId: unit.业委会, concernedUnitIds: [unit.业委会, unit.社区] },
    heard: {
      业委会: '街道责令限期改正“使用维修资金”的决定：未按规定公告。请于 12月14日 24:00 前改正并报告。',
      社区: '街道责令限期改正“使用维修资金”的决定：未按规定公告。改正期限 12月14日 24:00。',
    },
  },
  {
    told: ownersVoteEvents.annulled,
    payload: { ...ofVote, reason: '未按规定公告', at, concernedUnitIds: unitIds },
    heard: toAll('街道已撤销“使用维修资金”的业主决定：未按规定公告。该决定不再有效，不作为签约和用款的依据。'),
  },
  {
    told: ownersVoteEvents.annulmentTold,
    payload: { ...ofVote, reason: '未按规定公告', ownerIds: [unit.产权单位] },
    heard: { 产权单位: '街道已撤销“使用维修资金”的业主决定：未按规定公告。该决定不再有效，不作为签约和用款的依据。' },
  },
  {
    told: emergencyEvents.ownersTold,
    payload: { ...ofUse, what: 'NOTICED', ownerIds: [unit.产权单位] },
    heard: { 产权单位: '您的小区拟应急使用维修资金（专用排水设施坍塌、堵塞、爆裂），依法不经表决，请看告知。' },
  },
  {
    told: emergencyEvents.ownersTold,
    payload: { ...ofUse, what: 'POSTED', ownerIds: [unit.产权单位, unit.业委会] },
    heard: {
      产权单位: '应急使用维修资金（专用排水设施坍塌、堵塞、爆裂）的使用情况已公布，您的分摊和算式请看公布内容。',
      业委会: '应急使用维修资金（专用排水设施坍塌、堵塞、爆裂）的使用情况已公布，您的分摊和算式请看公布内容。',
    },
  },
  {
    told: emergencyEvents.ownersTold,
    payload: { ...ofUse, what: 'CORRECTED', ownerIds: [unit.产权单位] },
    heard: {
      产权单位: '应急使用维修资金（专用排水设施坍塌、堵塞、爆裂）的使用情况已更正，您的分摊可能有变化，请看更正后的公布内容。',
    },
  },
  {
    told: worksEvents.settled,
    payload: { ...ofWorks, settlement: { items: [], plannedFen: '1', finalFen: '1', payers: [], lines: [], settledAt: at } },
    heard: toAll('“排水改造”已结算，各出资方的补缴与退款已列出，请核对结算说明。'),
  },
  {
    told: issueEvents.reseated,
    payload: {
      ...{ ...ofIssue, title: '院内积水', seat: 'FIRM', beforeUnitId: null, reason: '更换物业', voided: [], unitIds, at },
      now: {
        ...{ kind: 'FIRM', state: 'FILLED', unitId: unit.物业, body: null, isBinding: true, reason: null },
        ...{ representative: null, deputy: null, steppedBack: [] },
      },
    },
    heard: {
      ...toAll('“院内积水”的“物业公司”席位已换由现在的一方接手。已签署的承诺和应付款仍由原签署方履行。'),
      物业: '“院内积水”的“物业公司”席位已换由现在的一方接手。已签署的承诺和应付款仍由原签署方履行。请查阅议题至今的纪要和方案，需要您这一方办的在“待办”里。',
    },
  },
  {
    told: worksEvents.settlementTold,
    payload: { issueId, estateId, title: '排水改造', where: '东门公告栏', ownerIds: [unit.产权单位] },
    heard: {
      产权单位: '“排水改造”的结算连同票据已张贴在东门公告栏。本户应补或应退的金额，请凭分户说明上的编号和查询码查看。',
    },
  },
  {
    told: estateTermEvents.termStepRecorded,
    payload: {
      ...{ ...ofTerm, state: 'FILED', settled: ['BODY_FILING'] },
      recorded: { step: { kind: 'FILE', on: '2026-12-10', document: '备案通知书', fileId: null }, recordedAt: at, late: [] },
    },
    heard: { section_chief: '西大院业委会已于 2026-12-10 备案。请在五方议事桌上为业主一方重新落座，进行中的议题逐件办理换席。' },
  },
  {
    told: estateTermEvents.termStepRecorded,
    payload: {
      ...{ ...ofTerm, state: 'FILED', settled: ['BODY_MEETING'] },
      recorded: { step: { kind: 'MEET', on: '2026-12-10', document: '会议纪要', fileId: null }, recordedAt: at, late: [] },
    },
    heard: {},
  },
  {
    told: estateTermEvents.termClockFired,
    payload: { ...ofTerm, ...fired, code: 'BODY_TERM_REPORT', tell: ['H'], unitId: unit.业委会 },
    heard: { 业委会: '西大院业委会的“业委会届满前报告”将于 12月14日 24:00 到期，请抓紧办理。' },
  },
  {
    told: estateTermEvents.termClockFired,
    payload: { ...ofTerm, ...fired, kind: 'breach', code: 'BODY_TERM_END', tell: ['H'], unitId: unit.街道 },
    heard: {
      街道: '西大院业委会的任期已届满，请督促换届并登记结果。',
      section_chief: '西大院业委会任期已届满。请在五方议事桌上为业主一方重新落座，进行中的议题逐件办理换席。',
    },
  },
  {
    told: publicityEvents.postedTold,
    payload: { issueId, planId: randomUUID(), title: '排水改造', point: '东门公告栏', endsAt: at, ownerIds: [unit.产权单位] },
    heard: {
      产权单位:
        '“排水改造”的分摊方案已张贴在东门公告栏，至 12月14日 24:00 止，期间可以提出异议。本户分摊的金额，请凭分户说明上的编号和查询码查看。',
    },
  },
  {
    told: ownersVoteEvents.strikeTold,
    payload: { estateId, issueId, kind: 'PAPER', title: '续筹维修资金', closesAt: null, ownerIds: [unit.产权单位] },
    heard: {
      产权单位: '记在您名下的一张“续筹维修资金”选票因录入有误已作废，不再计票。表决已截止。有疑问请与计票小组核对。',
    },
  },
  {
    told: worksEvents.released,
    payload: { ...ofWorks, releasedAt: at },
    heard: toAll('“排水改造”质保期满，质保金应当支付，请出资方按期付清并登记。'),
  },
];

test.each(cases.map((one) => [one.told.summary, one] as const))(
  '%s: told twice, each hears once what concerns it',
  async (_, { told, payload, heard }) => {
    const subject = randomUUID();
    const envelope = (await sut.tell(told, payload, { aggregateId: subject, version: 1 })) as Envelope;
    await sut.publish('deliberation', told.type, envelope);
    const written = async () => {
      const rows = await sut.rows<{ unit_id: string | null; role: string | null; body: string; title: string; state: string }>(
        `select m.unit_id, m.role, m.title, m.body, d.state from messages m join deliveries d on d.message_id = m.id
       where m.id::text like $1 || '%'`,
        [envelope.id.slice(0, 13)],
      );
      return rows;
    };
    const who = new Map<string | null, string>([...names.map((name): [string, string] => [unit[name], name]), [outside, '十一所']]);
    await eventually(async () => {
      expect(await sut.rows('select 1 from inbox where event_id = $1', [envelope.id])).toHaveLength(1);
      const seen = (await written()).map(({ unit_id, role, body }) => [role ?? who.get(unit_id), body]);
      expect(seen.sort()).toEqual(Object.entries(heard).sort());
    });
    // Words for people: no name of a state or step of the program.
    for (const { title, body } of await written()) expect(title + body).not.toMatch(/[A-Za-z]{2,}_|[A-Z]{3,}|undefined|null/);
  },
);

test('every message of the table is among these, and what lies with the five lies with no other', async () => {
  const silent =
    /\.clock-fired\.|(kept|let-off|adjusted|receipt-recorded|signature-missing|works\.looked|decision-posted|settlement-posted|assembly-held)\.v1$/;
  const ofTable = /^deliberation\.(table|issue|round|cost-plan|publicity|objection|resolution|commitment|instalment|works)\./;
  const handled = new DeliberationConsumer().handlers
    .map(({ type }) => type.type)
    .filter((type) => ofTable.test(type) && !silent.test(type));
  expect(handled.filter((type) => !cases.some(({ told }) => told.type === type))).toEqual([]);
  expect((await sut.ok(notify.listMessages, {}, sixth)).messages).toEqual([]);
});
