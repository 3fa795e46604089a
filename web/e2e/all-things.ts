import { randomUUID } from 'node:crypto';
import {
  campaigns,
  council,
  costPlans,
  courtyards,
  dispatch,
  emergencyUses,
  estateTerms,
  exposures,
  incidents,
  intake,
  issueFiles,
  issues,
  legs,
  projects,
  publicity,
  rounds,
  seatKinds,
  supervision,
  watching,
  whistles,
  type IssueMatter,
} from '@wufang/contracts';
import { addDays, beijingDate } from '@wufang/kernel';
import { hold, keptProof } from '@wufang/operator';
import { eventually } from '@wufang/testing';
import { Flood, photo, type OwnersVote } from './flood.js';
import type { SmallStreet } from './small-street.js';

const leak = ['物业管理', '房屋维修', '房屋漏雨渗水'] as const;
const firmName = '远征物业';
const communityName = '南岗里社区';

/** One of everything that has a page of its own in a small street, and whom the pages of owners are for. */
export interface Things {
  flood: Flood;
  /** Orders: with its firm and a whistle sounded for it; done and to be called back about; solved, and looked for elsewhere. */
  orders: { open: string; done: string; closed: string };
  incident: string;
  whistle: string;
  sweep: string;
  meeting: string;
  campaign: string;
  issue: string;
  publicity: string;
  /** The vote that runs, and the issue it is about. */
  vote: OwnersVote;
  voted: string;
  emergencyUse: string;
  project: string;
  council: string;
  courtyard: string;
  term: string;
}

/** An order of the firm about a leak, as it came in by phone; taken up. */
async function orderOf(town: SmallStreet, n: number): Promise<string> {
  const clerk = await town.program('phone_desk', '市民诉求处置中心');
  const firm = await town.program('firm_handler', firmName);
  const place = { communityId: town.unitId(communityName), estateId: town.estate.id, buildingId: town.street.building.id, point: null };
  const { no } = await clerk.call(intake.receiveDemand, {
    ...{ id: randomUUID(), channel: 'PHONE_DESK', demandType: 'COMPLAINT', category: [...leak], level: 'N', place },
    ...{ content: `顶层过道漏雨，第 ${n} 家`, callerName: '王秀兰', callerPhone: `1390000777${n}` },
  } as never);
  const { id } = await town.orderOf({ no });
  await eventually(() => firm.call(dispatch.accept, { id }), { within: 30_000 });
  await firm.call(dispatch.recordFirstContact, { id });
  return id;
}

async function done(town: SmallStreet, id: string): Promise<string> {
  const firm = await town.program('firm_handler', firmName);
  const { legs: all } = await firm.call(dispatch.getWorkOrder, { id });
  for (const { id: legId } of all.filter(({ role }) => role === 'CO'))
    await firm.call(legs.waiveLeg, { id, legId, reason: '图纸已在手，不再请其协办' });
  await firm.call(dispatch.complete, { id, publicText: '已更换防水卷材，试水不漏', evidence: '维修单' });
  const caller = await town.program('callback_desk', '市民诉求处置中心');
  return eventually(
    async () => {
      const [callback] = (await caller.call(intake.listCallbacks, { orderId: id, state: 'OPEN' })).callbacks;
      if (!callback) throw new Error('no callback yet');
      return callback.id;
    },
    { within: 30_000 },
  );
}

/** What the street and its firm work off: orders in three states, an incident, a whistle, a look at like places, a meeting with a task. */
async function worked(town: SmallStreet) {
  const chief = await town.program('section_chief', '青云街道');
  const caller = await town.program('callback_desk', '市民诉求处置中心');
  const [open, asked, closed] = [await orderOf(town, 1), await orderOf(town, 2), await orderOf(town, 3)];
  await done(town, asked);
  await caller.call(intake.recordCallback, { id: await done(town, closed), contacted: true, solved: true, satisfaction: 'SATISFIED' });
  const { id: whistle } = await chief.call(whistles.soundWhistle, {
    ...{ orderId: open, reason: '屋面管线权属不清，需现场会商', unitIds: [town.unitId('远征集团三院'), town.unitId(communityName)] },
  });
  const incident = randomUUID();
  await chief.call(incidents.openIncident, {
    ...{ id: incident, title: '南岗里一区停暖抢修', category: ['水电气热', '供暖'], scope: [{ estateId: town.estate.id }] },
    ...{ leadUnitId: town.unitId('热力集团'), publicText: '主管爆裂，正在抢修，预计今晚恢复。' },
  } as never);
  const sweep = randomUUID();
  const place = { estateId: town.estate.id, unitId: town.unitId(firmName), reason: '同年建成，同一做法' };
  await eventually(() => chief.call(watching.openSweep, { id: sweep, orderId: closed, places: [place] } as never), { within: 30_000 });
  const { id: meeting } = await chief.call(supervision.drawMeeting, {});
  await chief.call(supervision.decideAtMeeting, { id: meeting, unitId: town.unitId(firmName), text: '三日内排查各单元顶层' });
  return { orders: { open, done: asked, closed }, incident, whistle, sweep, meeting, campaign: await campaigned(town) };
}

/** A joint operation with a finding and a roster, and an entry that waits to be put on the exposure board. */
async function campaigned(town: SmallStreet): Promise<string> {
  const chief = await town.program('section_chief', '青云街道');
  const [id, exposure, unitId, communityId] = [randomUUID(), randomUUID(), town.unitId(firmName), town.unitId(communityName)];
  const file = photo.buffer.toString('base64');
  await chief.call(campaigns.openCampaign, {
    ...{ id, kind: 'JOINT_OPERATION', title: '南岗里联合执法', leadUnitId: unitId, endOn: beijingDate(new Date()) },
  } as never);
  await chief.call(campaigns.recordFinding, {
    ...{ id, findingId: randomUUID(), item: '店外经营', note: '摊位占了人行道', step: 'PUT_RIGHT' },
    place: { communityId, estateId: town.estate.id, buildingId: null, point: '东门' },
  } as never);
  const shift = { planId: randomUUID(), unitId, name: '早班', startsAt: '00:00', endsAt: '23:59' };
  await chief.call(campaigns.setRoster, { id, shifts: [shift] } as never);
  const { id: photoId } = await chief.call(exposures.addExposurePhoto, { id: exposure, fileName: photo.name, file });
  await chief.call(exposures.proposeExposure, {
    ...{ id: exposure, problem: '人行道上堆放建筑垃圾', photoIds: [photoId], unitId },
    place: { communityId, crossing: '青云路与南岗街交叉口', direction: 'EAST', metres: 200, side: 'NORTH' },
  });
  return id;
}

/** What the five parties have at their table: an issue they agree on, its plan on the board, a vote that runs, and money asked for in an emergency. */
async function tabled(town: SmallStreet) {
  const flood = await Flood.in(town.stage, town.street);
  const issue = await taken(flood, '雨后院内积水，须更换排水管', '大雨后院子里积水三四十厘米，单靠物业不能解决。', [
    'SHARED_WORKS',
    'FUND_USE',
  ]);
  const planId = await planned(flood, issue);
  const { COMMUNITY: chair } = flood.parties;
  await chair.call(publicity.postPublicity, { issueId: issue, point: '东门公告栏', photoIds: [await keptProof(chair, issue)] });
  const [hung] = (await chair.call(publicity.listPublicities, { issueId: issue })).publicities;
  const emergencyUse = await urgent(flood);
  const { voted, vote } = await voting(flood);
  await ownerOf(town, flood, planId);
  return { flood, issue, publicity: hung!.id, emergencyUse, voted, vote };
}

/** An issue that the firm proposes and that community and street take up for these matters. */
async function taken({ parties, tableId, street }: Flood, title: string, problem: string, matters: IssueMatter[]): Promise<string> {
  const id = randomUUID();
  const scope = { level: 'ESTATE' as const, estateId: street.estate.id, buildingId: null, stairwell: null };
  await parties.FIRM.call(issues.proposeIssue, { id, tableId, title, problem, scope });
  for (const seat of ['COMMUNITY', 'STREET'] as const)
    await parties[seat].call(issues.screenIssue, { id, decision: 'TAKE', matters, reason: '小区共同事项' });
  return id;
}

/** The round is closed, and its minutes are finished with what they must say. */
async function written({ parties: { COMMUNITY: chair } }: Flood, id: string, roundId: string, items: object): Promise<void> {
  const on = { id, roundId };
  await chair.call(rounds.closeRound, on);
  await chair.call(rounds.writeMinutes, { ...on, items } as never);
  await chair.call(rounds.finishMinutes, on);
}

/** All five agree, in a round about this. */
async function agreed(flood: Flood, id: string, agenda: string[], items: object): Promise<void> {
  const round = await hold(flood.story, flood.parties, id, { agenda });
  for (const seat of seatKinds) await flood.parties[seat].call(rounds.takePosition, { id, roundId: round.id, position: 'AGREE' });
  await written(flood, id, round.id, items);
}

/** Talked over, planned, and agreed on. */
async function planned(flood: Flood, issue: string): Promise<string> {
  const { parties, story } = flood;
  const first = await hold(story, parties, issue, { agenda: ['院内积水的原因与办法'], payers: ['RIGHTS_UNIT'] });
  await written(flood, issue, first.id, { PROBLEM: '雨后积水', CAUSES: '管径小、坡度反', OPTIONS: '换管 120 米' });
  await parties.COMMUNITY.call(issues.decideNext, { id: issue, step: 'plan', leadSeat: 'FIRM', reason: '由物业拟定方案' });
  const parts = { 产权单位: '50%', 街道: '40%', 物业: '5%', 业主: '5%' };
  const plan = await parties.FIRM.call(costPlans.draftPlan, {
    ...{ issueId: issue, title: '院内排水改造', fundCustodian: 'PROPERTY_RIGHTS_UNIT', quotes: [] },
    items: [{ name: '更换排水管 30 米', amountFen: '4200000', work: 'REPAIR', duty: null }],
    scenarios: [
      {
        ...{ name: '按约定分担', grants: [], homesRule: 'STATUTORY', homesAgreement: null, ownersMoney: 'DIRECT' },
        agreement: { document: '五方协议', parts: Object.entries(parts).map(([payer, ratio]) => ({ payer, ratio })) },
      },
    ],
  } as never);
  await parties.FIRM.call(costPlans.choosePlanScenario, { id: plan.id, scenario: '按约定分担' });
  await agreed(flood, issue, ['排水改造方案与出资'], { PLAN: '换管、增设雨水口', RESULT: '出资各方一致同意' });
  return plan.id;
}

/** What the owners alone decide, and are just deciding: two ballots are read, one waits for its check, one was read in two ways. */
async function voting(flood: Flood): Promise<{ voted: string; vote: OwnersVote }> {
  const voted = await taken(flood, '修订小区管理规约', '规约没有写明电动自行车的停放与充电，须修订。', ['COVENANT']);
  await agreed(flood, voted, ['规约怎样修订'], {
    PROBLEM: '乱停乱充',
    CAUSES: '规约没有写',
    OPTIONS: '写明车棚与时段',
    RESULT: '交业主表决',
  });
  const vote = await flood.announceVote(voted, {
    ...{ title: '修订管理规约', question: '是否同意修订管理规约', matter: 'COVENANT', seconds: 7_200 },
  });
  await vote.handIn(2);
  await vote.leaveUnread();
  return { voted, vote };
}

/** An emergency repair beside it, for which the firm asks the fund. */
async function urgent(flood: Flood): Promise<string> {
  const { parties } = flood;
  const id = randomUUID();
  const issueId = await taken(flood, '外墙面脱落', '3 号楼外墙面有脱落危险，已设围挡。', ['EMERGENCY_REPAIR']);
  const { id: kept } = await parties.FIRM.call(issueFiles.addFile, {
    issueId,
    fileName: photo.name,
    file: photo.buffer.toString('base64'),
  });
  await parties.FIRM.call(emergencyUses.fileUse, {
    ...{ id, issueId, case: 'FACADE_FALLING', custodian: 'PROPERTY_RIGHTS_UNIT', estimateFen: '1234567' },
    reason: '产权单位委托物业先行申请',
    evidence: { documents: ['外墙空鼓检测报告'], fileIds: [kept], facade: { looseHundredths: 2_000, sideHundredths: 10_000 } },
  });
  await parties.FIRM.call(emergencyUses.postNotice, { id, where: '各单元门口' });
  return id;
}

/** A resident of the estate who has bound a home of it by its statement; nothing else makes the account an owner's. */
async function ownerOf(town: SmallStreet, { parties }: Flood, planId: string): Promise<void> {
  const resident = await town.program('resident');
  const [home] = (await parties.COMMUNITY.call(costPlans.homeKeys, { id: planId })).homes;
  await resident.call(costPlans.bindHome, { no: home!.no, code: home!.code });
}

/** What a community does with its residents. */
async function lived(town: SmallStreet) {
  const worker = await town.program('community_worker', communityName);
  const resident = await town.program('resident');
  const communityId = town.unitId(communityName);
  const [project, session, courtyard] = [randomUUID(), randomUUID(), randomUUID()];
  await worker.call(projects.proposeProject, {
    ...{ id: project, title: '2 号楼旁建电动车棚', problem: '充电车无处停放，飞线充电', type: 'SAFE', origin: 'OFFICE_DAY' },
    place: { communityId, estateId: town.estate.id, buildingId: null, point: '2 号楼东侧' },
  } as never);
  await worker.call(council.openCouncil, { id: session, communityId, topic: '地下室租户夜间噪声', unitIds: [town.unitId(firmName)] });
  await worker.call(courtyards.openCourtyard, {
    ...{ id: courtyard, name: '一号院', communityId, estateId: town.estate.id, branch: '第一党支部' },
  });
  await resident.call(courtyards.raiseMatter, { id: randomUUID(), courtyardId: courtyard, title: '楼道堆物', text: '走路要侧身' });
  await worker.call(courtyards.askQuestion, {
    ...{ id: randomUUID(), officeDayOn: beijingDate(new Date()), communityId, unitId: town.unitId('青云街道') },
    ...{ title: '充电桩谁来装', question: '三个院都没有地方充电' },
  });
  return { project, council: session, courtyard };
}

/** The term of a committee whose last months have come: its report is late, its end is near. */
async function termOf(town: SmallStreet): Promise<string> {
  const worker = await town.program('community_worker', communityName);
  const [term, today] = [randomUUID(), beijingDate(new Date())];
  await worker.call(estateTerms.registerTerm, {
    ...{ id: term, estateId: town.estate.id },
    step: {
      ...{ kind: 'ENTER', body: 'OWNERS_COMMITTEE', members: 5, ownerReps: 5, on: today, document: '业委会备案通知书〔2022〕6号' },
      ...{ beganOn: addDays(today, -1_700), until: addDays(today, 100) },
    },
  });
  return term;
}

export async function allThings(town: SmallStreet): Promise<Things> {
  const [work, life] = [await worked(town), await lived(town)];
  const table = await tabled(town);
  return { ...work, ...life, ...table, term: await termOf(town) };
}
