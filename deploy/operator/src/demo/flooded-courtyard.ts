import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commitments,
  costPlans,
  deliberating,
  dispatch,
  gateway,
  instalments,
  intake,
  issueFiles,
  issues,
  labels,
  publicity,
  registry,
  resolutions,
  rounds,
  seatKinds,
  supervision,
  tables,
  works,
  type CostPlanView,
  type IssueView,
  type Operation,
  type RoundView,
  type SeatKind,
} from '@wufang/contracts';
import { beijingDate, fenFromYuan, fenToJson, formatFen, fenFromJson } from '@wufang/kernel';
import { Refused, Session } from '../client.js';
import type { Actor, DemoStreet } from './demo-street.js';
import { nameOf, orderOf, step } from './roof-leak.js';
import type { Story } from './story.js';

const phone = '13700004321';
const verifier = join(import.meta.dirname, '../../../../verify/verify.mjs');
const yuan = (text: string) => fenToJson(fenFromYuan(text));

export type Parties = Record<SeatKind, Actor>;

/** The five parties of a street, each with an account and a session of its own. */
export async function partiesOf(street: DemoStreet): Promise<Parties> {
  return {
    STREET: await street.actor('section_chief', '青云街道'),
    COMMUNITY: await street.actor('community_worker', '南岗里社区'),
    RIGHTS_UNIT: await street.actor('rights_unit_rep', '远征集团三院'),
    FIRM: await street.actor('firm_manager', '远征物业'),
    OWNERS_BODY: await street.actor('owners_body_rep', '南岗里一区物管会'),
  };
}

/**
 * Thirty to forty centimetres of water stand in a courtyard after rain. The firm cannot solve it: the estate came over from a state company (三供一业),
 * and its application to the maintenance fund is stuck. Five parties talk in two rounds; the street gives special money, the property-rights unit and the
 * firm pay their parts; the plan hangs for everyone to read, five accounts sign, and their promises become tasks. They pay, the firm works four days, a quality
 * team of residents and payers has one item mended and accepts, and the settlement gives back what was not needed.
 */
export async function floodedCourtyard(story: Story, street: DemoStreet): Promise<void> {
  const resident = Session.nobody(street.operator.url);
  const parties = await partiesOf(street);
  const sixth = await street.actor('firm_manager', '安居帮扶物业');
  const told = (seat: SeatKind, text: string) => story.tell(labels.seatKind[seat], text);

  const place = await street.operator.call(registry.createPlace, {
    ...{ id: randomUUID(), name: `${street.estate.name}东门`, buildingId: street.building.id, stairwell: '1单元' },
  });
  const receipt = await resident.call(intake.receivePublicDemand, {
    ...{ streetId: street.id, id: randomUUID(), placeCode: place.code, demandType: 'HELP' },
    category: ['城市管理', '积水内涝', '院内积水'],
    title: '雨后院内积水三四十厘米',
    content: '大雨后院子里积水三四十厘米，老人孩子出不了门，年年如此。',
    ...{ callerName: '赵桂芝', callerPhone: phone },
  });
  story.tell('居民', `扫码提交诉求，编号 ${receipt.no}：${receipt.message}`);

  const { FIRM: firm, COMMUNITY: chair } = parties;
  const order = await orderOf(story, firm, receipt.id, receipt.no);
  story.hold(order.leadUnitId === street.estate.firmId, '派给小区的物业公司');
  await step(story, labels.seatKind.FIRM, '签收', firm.call(dispatch.accept, { id: order.id }));
  await step(
    story,
    labels.seatKind.FIRM,
    '电话联系居民',
    firm.call(dispatch.recordFirstContact, { id: order.id, measure: '抽排积水，查明来源' }),
  );
  // Water is urgent: it comes to the table once its lead has reported how it stands (先办后议).
  await step(story, labels.seatKind.FIRM, '到现场', firm.call(dispatch.checkIn, { id: order.id, point: '院内低洼处' }));
  const stuck = '已到现场抽水；排水管径小、坡度反，需更换 120 米。小区属三供一业，维修资金由产权单位保管，申请尚未批下，单靠物业不能解决。';
  await step(story, labels.seatKind.FIRM, `反馈：${stuck}`, firm.call(dispatch.reportProgress, { id: order.id, publicText: stuck }));
  const publicText = '单个单位解决不了，已提请五方共议，进展会告知您。';
  await step(
    story,
    labels.seatKind.COMMUNITY,
    publicText,
    chair.call(deliberating.deliberateOrder, { id: order.id, problem: '院内排水不畅，维修资金申请未批，需要五方商定出资', publicText }),
  );

  const issue = await story.until('议题摆到小区的议事桌上', async () => {
    const found = (await parties.RIGHTS_UNIT.call(issues.listIssues, { orderId: order.id })).issues;
    return found[0];
  });
  await takeSeats(story, street, parties, issue.tableId);
  const roundOne = await talkOver(story, parties, issue);
  await choosePlan(story, parties, issue.id);
  await sayYes(story, parties, issue.id);
  const plan = (await parties.RIGHTS_UNIT.call(costPlans.listPlans, { issueId: issue.id })).plans[0]!;
  const posted = await hangOut(story, parties, issue.id, plan.id);
  const resolution = await signAll(story, parties, issue.id);

  const mine = await story.until('承诺事项已成为交办任务', async () => {
    const { commitments: all } = await parties.RIGHTS_UNIT.call(commitments.listCommitments, { issueId: issue.id });
    return all.length === 3 && all.every(({ taskId }) => taskId !== null) ? all : undefined;
  });
  for (const { seat, unitId, text, taskId } of mine) {
    const { tasks } = await parties[seat].call(supervision.listTasks, {});
    story.hold(
      tasks.some(({ id }) => id === taskId),
      `${nameOf(street, unitId)}看到自己的任务`,
    );
    story.hold(tasks.length === 1, `${nameOf(street, unitId)}只看到自己的任务`);
    told(seat, `收到交办任务：${text}`);
  }
  const neighbour = await street.actor('resident');
  const worksId = await carryOut(story, parties, neighbour, {
    issueId: issue.id,
    home: await homeFor(street, parties, neighbour, issue.id),
  });
  const owners = mine.find(({ seat }) => seat === 'OWNERS_BODY')!;
  await parties.OWNERS_BODY.call(supervision.deliverTask, { id: owners.taskId!, evidence: '居民质量监督小组名单与验收记录' });
  await story.until('业主一方的承诺已兑现', async () => {
    const { state } = await parties.RIGHTS_UNIT.call(commitments.getCommitment, { id: owners.id });
    return state === 'KEPT' ? true : undefined;
  });
  told('OWNERS_BODY', `兑现承诺：${owners.text}，五方都看得到`);
  const again = await parties.FIRM.call(dispatch.getWorkOrder, { id: order.id });
  told('FIRM', `原工单回到“${labels.workOrderState[again.state]}”，照签署的方案办理`);

  await verified(story, parties, resolution.id);
  await allInOneList(story, street, parties, issue.tableId);
  await nothingThere(story, sixth, [
    [tables.getTable, { id: issue.tableId }],
    [issues.getIssue, { id: issue.id }],
    [rounds.listRounds, { id: issue.id }],
    [rounds.getRound, { id: roundOne.id }],
    [rounds.watchRound, { id: roundOne.id }],
    [costPlans.listPlans, { issueId: issue.id }],
    [costPlans.getPlan, { id: plan.id }],
    [costPlans.getGates, { id: plan.id }],
    [costPlans.listPapers, { id: plan.id }],
    [costPlans.makeStatement, { id: plan.id, of: 'PLAN' }],
    [publicity.listPublicities, { issueId: issue.id }],
    [publicity.recordObjection, { id: posted, objectionId: randomUUID(), reason: '我们也有意见要提' }],
    [resolutions.listResolutions, { issueId: issue.id }],
    [resolutions.getResolution, { id: resolution.id }],
    [resolutions.printResolution, { id: resolution.id, form: 'DATA' }],
    [resolutions.exportBundle, { id: resolution.id }],
    [resolutions.signResolution, { id: resolution.id, seat: 'FIRM', documentHash: resolution.hash, password: sixth.password }],
    [commitments.getCommitment, { id: mine[0]!.id }],
    [instalments.listInstalments, { issueId: issue.id }],
    [works.getWorks, { id: worksId }],
    [works.printSettlement, { id: worksId, form: 'DATA' }],
    [dispatch.getWorkOrder, { id: order.id }],
  ]);
  const { tables: theirs } = await sixth.call(tables.listTables, {});
  story.hold(!theirs.some(({ id }) => id === issue.tableId), '第六方的列表里没有这张桌');
  story.hold((await sixth.call(commitments.listCommitments, { issueId: issue.id })).commitments.length === 0, '第六方看不到承诺事项');
}

/** The street says who sits for the owners; each unit appoints its own representative. */
export async function takeSeats(story: Story, street: DemoStreet, parties: Parties, id: string): Promise<void> {
  await parties.STREET.call(tables.seatUnit, {
    ...{ id, seat: 'OWNERS_BODY', unitId: street.units.get('南岗里一区物管会')!.id, body: 'PROPERTY_MGMT_COMMITTEE' },
    ...{ isSubstitute: true, reason: '小区没有业主委员会，由物管会出席' },
  });
  for (const seat of seatKinds) {
    const { id: accountId } = await parties[seat].call(gateway.whoAmI, {});
    const named = { id, seat, as: 'REPRESENTATIVE' as const, accountId, document: `${labels.seatKind[seat]}授权书` };
    await story.until(`${labels.seatKind[seat]}委派代表`, () =>
      unless('seat.account-unfit', () => parties[seat].call(tables.appoint, named)),
    );
  }
  story.tell('五方', '各单位委派代表，五个席位到齐');
}

/** The first round: the problem. Its minutes are refused until they say what they have to say. */
async function talkOver(story: Story, parties: Parties, { id }: IssueView): Promise<RoundView> {
  const taken = { id, decision: 'TAKE' as const, matters: ['SHARED_WORKS' as const], reason: '小区共同事项，涉及多方出资' };
  await parties.COMMUNITY.call(issues.screenIssue, taken);
  await parties.STREET.call(issues.screenIssue, taken);
  const round = await hold(story, parties, id, { agenda: ['院内积水的原因与办法'], payers: ['RIGHTS_UNIT'] });
  const on = { id, roundId: round.id };
  await parties.COMMUNITY.call(rounds.closeRound, on);
  const late = { ...on, position: 'AGREE' as const };
  await refusal(story, '产权单位在散会后表态', ['round.illegal-step', 'issue.illegal-step'], () =>
    parties.RIGHTS_UNIT.call(rounds.takePosition, late),
  );
  await parties.COMMUNITY.call(rounds.writeMinutes, { ...on, items: { PROBLEM: '雨后积水三四十厘米', CAUSES: '管径小、坡度反' } });
  await refusal(story, '社区把纪要定稿', ['minutes.incomplete'], () => parties.COMMUNITY.call(rounds.finishMinutes, on));
  await parties.COMMUNITY.call(rounds.writeMinutes, {
    ...on,
    items: { PROBLEM: '雨后积水三四十厘米', CAUSES: '管径小、坡度反', OPTIONS: '换管 120 米；另加两处雨水口' },
  });
  await parties.COMMUNITY.call(rounds.finishMinutes, on);
  await parties.COMMUNITY.call(issues.decideNext, { id, step: 'plan', leadSeat: 'FIRM', reason: '由物业拟定方案并询价' });
  story.tell('五方', '第一轮：说清问题，由物业拟方案');
  return round;
}

/** A picture of one dot: what a party shows is not what the story is about. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A scan or photo that a party keeps with the issue, to be named as proof. */
export const keptProof = async (party: Actor, issueId: string): Promise<string> =>
  (await party.call(issueFiles.addFile, { issueId, fileName: '凭证.png', file: dot })).id;

/** The firm lays two ways of paying side by side. */
export async function draftTwoWays(firm: Actor, issueId: string): Promise<CostPlanView> {
  const offer = await keptProof(firm, issueId);
  const way = (name: string, parts: Record<string, string>) => ({
    ...{ name, grants: [], homesRule: 'STATUTORY' as const, homesAgreement: null, ownersMoney: 'FUND' as const },
    agreement: { document: '五方协议', parts: Object.entries(parts).map(([payer, ratio]) => ({ payer, ratio })) },
  });
  return firm.call(costPlans.draftPlan, {
    ...{ issueId, title: '院内排水改造', fundCustodian: 'PROPERTY_RIGHTS_UNIT' },
    items: [
      { name: '更换排水管 120 米', amountFen: yuan('168,000.00'), work: 'REPAIR', duty: null },
      { name: '增设雨水口两处', amountFen: yuan('18,400.01'), work: 'REPAIR', duty: null },
    ],
    scenarios: [
      way('专项资金', { 产权单位: '50%', 街道: '40%', 物业: '10%' }),
      way('维修资金', { 产权单位: '50%', 街道: '25%', 物业: '10%', 业主: '15%' }),
    ],
    quotes: ['京通市政', '永定疏浚'].map((name, i) => ({
      firm: name,
      amountFen: yuan(i === 0 ? '186,400.01' : '203,000.00'),
      documentId: offer,
    })),
    contractor: { firm: '京通市政', reason: '报价低，四天完工' },
  });
}

/** The one way is chosen that nobody waits for the stuck fund with. */
async function choosePlan(story: Story, { FIRM: firm, RIGHTS_UNIT: unit }: Parties, issueId: string): Promise<void> {
  const draft = await draftTwoWays(firm, issueId);
  story.hold(draft.problems.length === 0, '方案没有问题');
  const chosen = await firm.call(costPlans.choosePlanScenario, { id: draft.id, scenario: '专项资金' });
  const statement = await unit.call(costPlans.makeStatement, { id: chosen.id, of: 'PAYER', payer: '产权单位' });
  // 18,640,001 fen at 50/40/10: the fen that is left goes to the largest remainder.
  story.hold(statement.amountFen === '9320001', '产权单位应出 93,200.01 元');
  story.tell(labels.seatKind.FIRM, `拟两个方案并列比较，选定“专项资金”：${paid(chosen.comparison!.scenarios[0]!.payers)}`);
}

/** The second round: all who pay say yes, and the issue is agreed. */
async function sayYes(story: Story, parties: Parties, id: string): Promise<void> {
  const round = await hold(story, parties, id, { agenda: ['排水改造方案与出资'] });
  const on = { id, roundId: round.id };
  for (const seat of seatKinds) await parties[seat].call(rounds.takePosition, { ...on, position: 'AGREE' });
  const live = await parties.OWNERS_BODY.call(rounds.watchRound, { id: round.id });
  story.hold(live.round!.positions.length === 5, '会中看得到五方表态');
  const same = await parties.OWNERS_BODY.call(rounds.watchRound, { id: round.id, seenVersion: live.version });
  story.hold(same.isUnchanged && same.round === null, '没有变化时只答复版本');
  const closed = await parties.COMMUNITY.call(rounds.closeRound, on);
  story.hold(closed.outcome === 'AGREED', '出资各方一致同意');
  await parties.COMMUNITY.call(rounds.writeMinutes, { ...on, items: { PLAN: '换管、增设雨水口', RESULT: '五方一致同意' } });
  await parties.COMMUNITY.call(rounds.finishMinutes, on);
  story.tell('五方', '第二轮：一致同意');
}

/** The plan hangs for its period; meanwhile papers open the gates. Nobody signs before both are done. */
async function hangOut(story: Story, parties: Parties, issueId: string, planId: string): Promise<string> {
  const { COMMUNITY: chair } = parties;
  const posted = await chair.call(publicity.postPublicity, { issueId, point: '东门公告栏', photoIds: [await keptProof(chair, issueId)] });
  story.tell(labels.seatKind.COMMUNITY, `张贴公示：${posted.lines[0]}`);
  await refusal(story, '社区在公示期内拟定决议', ['resolution.gates-open'], () => chair.call(resolutions.drawResolution, drawn(issueId)));
  await layPapers(parties, planId);
  story.tell(labels.seatKind.STREET, '批准专项资金；产权单位出函，物业签字：签约条件具备');
  await story.until('公示期满，进入签约', async () =>
    (await chair.call(issues.getIssue, { id: issueId })).state === 'SIGNING' ? true : undefined,
  );
  return posted.id;
}

/** Each party that pays lays on the table what its share needs. */
export async function layPapers(parties: Pick<Parties, 'STREET' | 'RIGHTS_UNIT' | 'FIRM'>, planId: string): Promise<void> {
  const paper = (kind: 'POOL_APPROVAL' | 'LETTER' | 'SIGNED_NOT_IN_CONTRACT', payer: string, document: string) => ({
    ...{ id: planId, paperId: randomUUID(), kind, payer, document },
  });
  const approval = { amountFen: yuan('74,560.00'), budgetSource: '街道专项资金' };
  await parties.STREET.call(costPlans.filePaper, { ...paper('POOL_APPROVAL', '街道', '青街办〔2026〕31号'), ...approval });
  await parties.RIGHTS_UNIT.call(costPlans.filePaper, paper('LETTER', '产权单位', '三院函〔2026〕12号'));
  await parties.FIRM.call(costPlans.filePaper, paper('SIGNED_NOT_IN_CONTRACT', '物业', '物业合同外出资说明'));
}

const promises: [SeatKind, string, string][] = [
  ['RIGHTS_UNIT', '拨付应出款项并派工程师监督', '付款凭证'],
  ['FIRM', '四天内完成换管和雨水口', '施工日志与前后照片'],
  ['OWNERS_BODY', '组织居民质量监督小组验收', '验收记录'],
];
/** The resolution the community draws up. */
export const drawn = (issueId: string) => ({
  ...{ id: randomUUID(), issueId, text: ['按公示的“专项资金”方案更换院内排水管 120 米，增设雨水口两处。'], attachments: [] },
  commitments: promises.map(([seat, text, evidence]) => ({ seat, text, evidence, dueOn: '2030-12-20' })),
  schedule: [
    { name: '开工款', ratio: '50%', dueOn: '2030-01-10', isRetention: false },
    { name: '完工款', ratio: '47%', dueOn: '2030-03-10', isRetention: false },
    { name: '质保金', ratio: '3%', dueOn: null, isRetention: true },
  ],
});

/** Five accounts sign the same bytes, each after its password was given again. */
async function signAll(story: Story, parties: Parties, issueId: string) {
  const resolution = await parties.COMMUNITY.call(resolutions.drawResolution, drawn(issueId));
  story.hold(resolution.missing.length === 5, '五方都须签署');
  const { tables: mine } = await parties.RIGHTS_UNIT.call(tables.listTables, {});
  story.hold(
    mine.some(({ awaiting }) => awaiting.some(({ what, issueId: of }) => what === 'SIGN' && of === issueId)),
    '产权单位在自己的表里看到有一份决议待签署',
  );
  const sign = (seat: SeatKind, password: string) =>
    parties[seat].call(resolutions.signResolution, asksPassword({ id: resolution.id, seat, documentHash: resolution.hash }, password));
  await refusal(story, '产权单位输错密码签署', ['account.sign-in-failed'], () => sign('RIGHTS_UNIT', 'not-the-password-1'));
  for (const seat of seatKinds) {
    const { missing } = await sign(seat, parties[seat].password);
    story.tell(
      labels.seatKind[seat],
      missing.length === 0 ? '签署，五方到齐' : `签署，还差${missing.map((one) => labels.seatKind[one]).join('、')}`,
    );
  }
  const { state } = await parties.OWNERS_BODY.call(issues.getIssue, { id: issueId });
  story.hold(state === 'EXECUTING', '签署完毕即进入执行');
  return resolution;
}

/** The community names a home of the estate, and the account that is registered with it signs for the residents. */
async function homeFor(street: DemoStreet, parties: Parties, resident: Actor, issueId: string): Promise<string> {
  const { homes } = await parties.COMMUNITY.call(costPlans.listPlanHomes, { issueId });
  const { id } = await resident.call(gateway.whoAmI, {});
  await street.operator.call(gateway.grantMandate, { id, role: 'resident', unitId: homes[0]!.homeId });
  return homes[0]!.homeId;
}

/** Everybody pays its first parts, the firm works stage by stage, the quality team looks, what fails is mended, and the books are closed to the fen. */
async function carryOut(
  story: Story,
  parties: Parties,
  resident: Actor,
  { issueId, home }: { issueId: string; home: string },
): Promise<string> {
  const { FIRM: firm, COMMUNITY: chair } = parties;
  const told = (seat: SeatKind, text: string) => story.tell(labels.seatKind[seat], text);
  const photoIds = [await keptProof(firm, issueId)];
  const { id } = (await firm.call(works.listWorks, { issueId })).works[0]!;
  const { accounts } = await chair.call(instalments.listInstalments, { issueId });
  for (const { seat, instalments: own, payerName } of accounts) {
    const due = own.filter(({ kind }) => kind !== 'RETENTION');
    for (const one of due)
      await parties[seat!].call(instalments.recordReceipt, {
        ...{ id: one.id, receiptId: randomUUID(), amountFen: one.openFen, paidOn: beijingDate(new Date()) },
        ...{ document: '银行回单', documentId: await keptProof(parties[seat!], issueId) },
      });
    told(seat!, `${payerName}付清 ${due.length} 笔分期，附付款凭证；质保金到期再付`);
  }
  await firm.call(works.startWorks, { id, stages: ['换管', '雨水口'], text: '进场开挖', photoIds });
  await chair.call(works.noteProgress, { id, entryId: randomUUID(), text: '第二天，已换管 70 米', photoIds });
  await firm.call(works.reachStage, { id, no: 1, text: '120 米换管完成', photoIds });
  await firm.call(works.beginStage, { id, no: 2 });
  await firm.call(works.reachStage, { id, no: 2, text: '两处雨水口完成', photoIds });
  const seats: SeatKind[] = ['RIGHTS_UNIT', 'STREET', 'FIRM', 'OWNERS_BODY'];
  await chair.call(works.nameTeam, { id, residents: [home], seats, items: ['排水通畅，放水试验不积水', '井盖平整牢固'] });
  const finish = (text: string) => firm.call(works.finishWorks, { id, text, photoIds });
  await finish('四天完工，报验收');
  told('FIRM', '四天完工，日志有前后照片，报验收');
  const check = (by: Actor, isPassed = true) =>
    by.call(works.checkWorks, {
      ...{
        id,
        marks: [
          { no: 1, isPassed: true },
          { no: 2, isPassed, ...(isPassed ? {} : { note: '东侧井盖松动' }) },
        ],
      },
    });
  await check(resident, false);
  await check(parties.RIGHTS_UNIT);
  await check(parties.STREET);
  const failed = await chair.call(works.concludeAcceptance, { id });
  story.hold(failed.state === 'RECTIFYING' && failed.failedItems.join() === '2', '有一项不合格，限期整改');
  story.tell('居民质量监督员', '井盖松动，不合格：限五个工作日整改');
  await finish('东侧井盖已重装');
  for (const by of [resident, parties.RIGHTS_UNIT, parties.STREET]) await check(by);
  const accepted = await chair.call(works.concludeAcceptance, { id });
  story.hold(accepted.state === 'ACCEPTED', '再验合格');
  story.tell('五方', `第 ${accepted.acceptanceNo} 次验收合格，三十日后和首场雨再回看`);

  const final = [
    { name: '更换排水管 120 米', amountFen: yuan('165,000.00'), documentIds: [await keptProof(firm, issueId), ...photoIds] },
    { name: '增设雨水口两处', amountFen: yuan('18,400.01'), documentIds: [await keptProof(firm, issueId)] },
  ];
  const { settlement } = await firm.call(works.settleWorks, { id, items: final });
  const unit = settlement!.payers.find(({ payer }) => payer === '产权单位')!;
  // 18,340,001 fen at 50/40/10: the fen that is left goes to the largest remainder again.
  story.hold(unit.finalFen === '9170001', '产权单位结算应付 91,700.01 元');
  story.hold(
    settlement!.payers.every(({ balanceFen }) => balanceFen.startsWith('-')),
    '多付的退还',
  );
  const paper = await parties.RIGHTS_UNIT.call(works.printSettlement, { id, form: 'DATA' });
  story.hold(JSON.stringify(paper.document).includes('91,700.01'), '结算书上写着同样的金额');
  story.tell(labels.seatKind.FIRM, `结算：${settlement!.lines.slice(1).join('')}`);
  return id;
}

/** Each party downloads the same bundle; the verifier, which knows nothing of this system, finds that everything holds. */
async function verified(story: Story, parties: Parties, id: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wufang-bundle-'));
  try {
    const bundles = await Promise.all(seatKinds.map((seat) => parties[seat].call(resolutions.exportBundle, { id })));
    story.hold(
      new Set(bundles.map(({ resolution, signatures }) => JSON.stringify([resolution, signatures]))).size === 1,
      '五方下载的决议逐字节相同',
    );
    const file = join(folder, 'bundle.json');
    writeFileSync(file, JSON.stringify(bundles[2]));
    const { status, stdout } = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' });
    story.hold(status === 0, '核验包全部符合');
    story.tell(
      labels.seatKind.RIGHTS_UNIT,
      `下载核验包，离线核验：${stdout.split('\n').filter((line) => line.includes('[符合]')).length} 处全部符合`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The property-rights unit has several estates and sees them in one list. */
async function allInOneList(story: Story, street: DemoStreet, parties: Parties, tableId: string): Promise<void> {
  const { estates } = await street.operator.call(registry.listEstates, {});
  const other = estates.find(({ id }) => id !== street.estate.id)!;
  const id = randomUUID();
  await parties.STREET.call(tables.openTable, { id, estateId: other.id });
  const { tables: mine } = await parties.RIGHTS_UNIT.call(tables.listTables, {});
  story.hold(mine.length === 2 && [id, tableId].every((one) => mine.some((table) => table.id === one)), '产权单位一表看到两个小区');
  story.tell(labels.seatKind.RIGHTS_UNIT, `一张表看到 ${mine.length} 张议事桌：${estates.map(({ name }) => name).join('、')}`);
}

/** Whoever sits at another table finds nothing of this one. */
async function nothingThere(story: Story, sixth: Actor, asked: readonly (readonly [Operation, Record<string, unknown>])[]): Promise<void> {
  for (const [operation, input] of asked) {
    const problem = await sixth.call(operation, input as never).then(
      () => null,
      (error: unknown) => (error instanceof Refused ? error.problem : Promise.reject(error as Error)),
    );
    story.hold(problem?.status === 404, `第六方${operation.summary}：没有找到`);
  }
  story.tell('第六方', `${asked.length} 处都答“没有找到”`);
}

/** The chair gives notice, all five sign in, and the round is opened when it is time. */
export async function hold(
  story: Story,
  parties: Parties,
  id: string,
  called: { agenda: string[]; payers?: SeatKind[] },
): Promise<RoundView> {
  const startsAt = new Date(Date.now() + 1000).toISOString();
  const { id: roundId } = await parties.COMMUNITY.call(rounds.noticeRound, { id, roundId: randomUUID(), startsAt, ...called });
  for (const seat of seatKinds) await parties[seat].call(rounds.checkIn, { id, roundId });
  return story.until('宣布开会', () => unless('round.too-early', () => parties.COMMUNITY.call(rounds.openRound, { id, roundId })));
}

/** What the system says no to, in words; another answer breaks the story. */
async function refusal(story: Story, what: string, codes: readonly string[], asking: () => Promise<unknown>): Promise<void> {
  const problem = await asking().then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.problem : Promise.reject(error as Error)),
  );
  story.hold(problem !== null && codes.includes(problem.code), `${what}：应被拒绝`);
  story.tell('系统', `${what}，不予办理：${problem.detail}`);
}

/** Nothing yet, as long as it is refused with this code. */
async function unless<T>(code: string, asking: () => Promise<T>): Promise<T | undefined> {
  try {
    return await asking();
  } catch (error) {
    if (error instanceof Refused && error.code === code) return undefined;
    throw error;
  }
}

/** What is signed is asked for with the password, which the gateway takes out. */
const asksPassword = <I extends object>(input: I, password: string): I => ({ ...input, password });

const paid = (lines: readonly { payer: string; amountFen: string }[]) =>
  lines.map(({ payer, amountFen }) => `${payer} ¥${formatFen(fenFromJson(amountFen))}`).join('、');
