import { describe, expect, test } from '@jest/globals';
import {
  classificationEvents,
  clockEvents,
  dispatchEvents,
  incidentEvents,
  legEvents,
  supervisionEvents,
  watchingEvents,
  whistleEvents,
  type EventType,
} from '@wufang/contracts';
import { handedOverMessages, toldEvents, toldMessages } from './order-messages.js';
import { silentMessages } from './whistle-messages.js';

const order = '00000000-0000-4000-8000-000000000001';
const [lead, other, community] = ['lead', 'other', 'community'];
const at = '2026-11-18T01:00:00.000Z';
const later = '2026-11-18T09:00:00.000Z';
const latest = '2026-11-18T17:00:00.000Z';
const about = { no: 'WF1', orderId: order, leadUnitId: lead, unitId: other, reason: '张三说的话' };
const whom = ({ type }: EventType, payload: object) =>
  toldMessages(type, { ...about, ...payload }, order).map(
    ({ unitId, role, seat, accountId }) => accountId ?? [seat ?? (unitId && role), unitId ?? role].filter(Boolean).join(' '),
  );

describe('who hears of what is asked and what is answered', () => {
  test.each<[string, EventType, object, string[]]>([
    ['more time is asked for: the chiefs, who decide', clockEvents.extensionAsked, { newDueAt: at }, ['S section_chief']],
    ['granted: who asked', clockEvents.extensionGranted, { dueAt: at }, [lead]],
    ['refused: who asked', clockEvents.extensionRefused, { dueAt: at }, [lead]],
    ['to be put off: the leader', clockEvents.suspensionAsked, { reviewOn: '2026-12-01' }, ['V street_leader']],
    ['put off', clockEvents.suspensionGranted, { reviewOn: '2026-12-01' }, [lead]],
    ['not put off', clockEvents.suspensionRefused, {}, [lead]],
    ['put to the section chief of the unit', clockEvents.escalationAsked, { to: 'S', dueAt: at }, ['S lead']],
    ['put to the leader', clockEvents.escalationAsked, { to: 'V', dueAt: at }, ['V street_leader']],
    ['answered by the next higher level: who asked', clockEvents.escalationAnswered, { to: 'S', outcome: 'GUIDED' }, [lead]],
    ['asked no more: who was asked', clockEvents.escalationEnded, { to: 'V', because: 'DONE' }, ['V street_leader']],
    [
      'a pause that the lead began: the chiefs, of whom its own may not decide',
      clockEvents.pauseStarted,
      { until: at, toReview: true },
      ['S section_chief'],
    ],
    ['one that a chief ordered: nobody', clockEvents.pauseStarted, { until: at }, []],
    ['closed, and worth looking for the like of it: the chief', dispatchEvents.closed, { offersSweep: true }, ['S lead']],
    ['closed as any other: nobody', dispatchEvents.closed, {}, []],
    ['a pause that was refused', clockEvents.pauseReviewed, { granted: false }, [lead]],
    [
      'to be handed over: who is to take it, and who leads it until then',
      clockEvents.transferAsked,
      { toUnitId: other, answerDueAt: at },
      [other, lead],
    ],
    ['declined: who asked for it, and who goes on', clockEvents.transferDeclined, { askedBy: 'chief-1' }, ['chief-1', lead]],
    [
      'danger is found: lead, helpers, duty officer, leader in charge and the chief',
      classificationEvents.orderLevelRaised,
      { level: 'E', category: ['水电气热', '燃气'], dueAt: at, coUnitIds: [other] },
      [lead, other, 'DESK_LEAD phone_desk', 'V street_leader', 'S lead'],
    ],
    ['hard: the chief who is to lead it', supervisionEvents.hardMarked, { isTakenUp: false }, ['S lead']],
    ['hard and led already: nobody', supervisionEvents.hardMarked, { isTakenUp: true }, []],
    ['a chief leads it in person: the unit', supervisionEvents.takenUp, {}, [lead]],
    ['claimed from the board: who leads', supervisionEvents.claimed, { unitId: other }, [lead]],
    ['claimed by who leads: nobody', supervisionEvents.claimed, { unitId: lead }, []],
    ['given back: who leads', supervisionEvents.claimWithdrawn, { unitId: other }, [lead]],
    [
      'supervisors asked to look: those of the community',
      supervisionEvents.supervisorsInvited,
      { communityId: other },
      ['citizen_supervisor other'],
    ],
    ['a citizen supervisor’s comment: who leads, and its chief', supervisionEvents.commented, {}, [lead, 'S lead']],
    ['a task taken back: who was to do it', supervisionEvents.taskDropped, { unitId: other }, [other]],
    [
      'a task done: who decided it, and who leads the order',
      supervisionEvents.taskDelivered,
      { unitId: other, entrustedBy: 'chief-1' },
      ['chief-1', lead],
    ],
    [
      'a shift handed on: who has it from now on, and who had it',
      watchingEvents.dutyRelieved,
      {
        title: '夜班',
        turns: [
          { accountId: 'li', from: at, until: later },
          { accountId: 'wang', from: later, until: latest },
        ],
      },
      ['wang', 'li'],
    ],
    [
      'a shift handed on before it began: who has it',
      watchingEvents.dutyRelieved,
      { title: '夜班', turns: [{ accountId: 'wang', from: at, until: later }] },
      ['wang'],
    ],
    [
      'an incident called off: everyone it concerned',
      incidentEvents.incidentDismissed,
      { calledOff: { title: '停暖', unitIds: [lead, community], demands: 3, homes: 40 } },
      [lead, community],
    ],
    ['a proposal dismissed: nobody', incidentEvents.incidentDismissed, {}, []],
    [
      'another unit leads an incident: it, and who led',
      incidentEvents.incidentLeadChanged,
      { title: '停暖', homes: 40, fromUnitId: other },
      [lead, other],
    ],
    ['a supervision answered: who issued it', supervisionEvents.supervisionReplied, { issuedBy: 'leader-1' }, ['leader-1']],
    ['one of a time when the fact did not say who: the leader', supervisionEvents.supervisionReplied, {}, ['V street_leader']],
    ['lifted', supervisionEvents.supervisionLifted, {}, [lead]],
    ['revoked', supervisionEvents.supervisionRevoked, {}, [lead]],
    ['a leg waived: who need not return it', legEvents.legWaived, {}, [other]],
    ['looked at and not done: the chief of who said done', dispatchEvents.gridChecked, { gridCheck: 'NOT_DONE' }, ['S lead']],
    ['looked at and done: nobody', dispatchEvents.gridChecked, { gridCheck: 'CONFIRMED' }, []],
    ['a whistle asked for: who may blow it', whistleEvents.whistleAsked, { level: 'N' }, ['S section_chief']],
    ['not blown: who asked', whistleEvents.whistleDeclined, { askingUnitId: community }, [community]],
    ['blown as asked: who asked', whistleEvents.whistleSounded, { whistlingUnitId: community, isAsked: true }, [community]],
    ['blown unasked: nobody but the summoned', whistleEvents.whistleSounded, { whistlingUnitId: community }, []],
    ['blown for an order: who leads it', whistleEvents.orderWhistled, { whistleId: order }, [lead]],
    ['settled for an order: who leads it', whistleEvents.orderWhistleSettled, { openWhistles: 0 }, [lead]],
    ['a unit reports in: who blew', whistleEvents.reportedIn, { whistleId: order, soundedBy: 'chief-1' }, ['chief-1']],
    ['explains: who blew', whistleEvents.explained, { whistleId: order, soundedBy: 'chief-1' }, ['chief-1']],
    ['is there: who blew', whistleEvents.summonsCheckedIn, { whistleId: order, soundedBy: 'chief-1' }, ['chief-1']],
    ['one result of two: who blew', whistleEvents.resultGiven, { whistleId: order, soundedBy: 'chief-1', owing: 1 }, ['chief-1']],
    [
      'the last result, of who blew nothing is known: the chiefs settle',
      whistleEvents.resultGiven,
      { whistleId: order, owing: 0 },
      ['S section_chief'],
    ],
    [
      'the last unit is excused: who blew settles, who claimed',
      whistleEvents.improperJudged,
      { whistleId: order, isImproper: true, owing: 0, soundedBy: 'chief-1' },
      ['chief-1', other],
    ],
    [
      'people are trapped: lead, helpers, duty officer, leader in charge',
      classificationEvents.orderDangerConfirmed,
      { category: ['电梯故障'], coUnitIds: [other], duties: ['LIFT_TRAPPED'] },
      [lead, other, 'DESK_LEAD phone_desk', 'V street_leader'],
    ],
    [
      'the category is set right: who leads',
      classificationEvents.orderCategoryCorrected,
      { category: ['电梯故障'], added: [], ended: [] },
      [lead],
    ],
    [
      'asked for an order that is an emergency now: who may blow it, by when',
      whistleEvents.whistleLevelFollowed,
      { level: 'E', startsAt: at, answerDueAt: at },
      ['S section_chief'],
    ],
    ['asked for an order of another level of the same row: nobody', whistleEvents.whistleLevelFollowed, { level: 'U' }, []],
    [
      'summoned for an order that is an emergency now: the unit, by when',
      whistleEvents.summonsLevelFollowed,
      { whistleId: order, level: 'E', startsAt: at, respondDueAt: at },
      [other],
    ],
    ['summoned, and answered already: nobody', whistleEvents.summonsLevelFollowed, { whistleId: order, level: 'E', respondDueAt: at }, []],
    [
      'the lead has more time, and so has who was summoned',
      whistleEvents.summonsFollowed,
      { whistleId: order, because: 'EXTENDED', until: null, dueAt: at },
      [other],
    ],
    ['claimed improper: who judges', whistleEvents.improperClaimed, { whistleId: order }, ['V street_leader']],
    ['judged: who claimed', whistleEvents.improperJudged, { whistleId: order, isImproper: true }, [other]],
    [
      'widened: the communities that are new in it',
      incidentEvents.incidentWidened,
      { homes: 40, newCommunityIds: [community] },
      [community],
    ],
    ['widened, told before it said which', incidentEvents.incidentWidened, { homes: 40 }, []],
  ])('%s', (_, type, payload, expected) => {
    expect(whom(type, payload)).toEqual(expected);
  });

  test('words name the order and the time, not what people wrote; every message is about something', () => {
    const every = {
      newDueAt: at,
      dueAt: at,
      reviewOn: '2026-12-01',
      until: at,
      toReview: true,
      toUnitId: other,
      answerDueAt: at,
      askedBy: 'a',
    };
    const more = {
      level: 'E',
      category: ['燃气'],
      coUnitIds: [],
      whistleId: order,
      whistlingUnitId: other,
      isAsked: true,
      openWhistles: 0,
      soundedBy: 'chief-1',
      duties: ['LIFT_TRAPPED'],
      added: ['LIFT_OUT'],
      ended: [],
      askingUnitId: other,
      startsAt: at,
      respondDueAt: at,
      because: 'EXTENDED',
      gridCheck: 'NOT_DONE',
      to: 'S',
      outcome: 'GUIDED',
      offersSweep: true,
      homes: 1,
      newCommunityIds: [other],
      unitId: other,
      fromUnitId: other,
      title: '夜班',
      turns: [{ accountId: 'li', from: at, until: later }],
      calledOff: { title: '停暖', unitIds: [other], demands: 3, homes: 40 },
    };
    for (const type of toldEvents) {
      const drafts = toldMessages(type.type, { ...about, ...every, ...more }, order);
      expect(drafts.length).toBeGreaterThan(0);
      for (const { title, body, subjectId } of drafts) {
        expect([title, body].join()).not.toMatch(/undefined|NaN|张三/);
        expect(subjectId).toBe(order);
      }
    }
    expect(toldMessages(clockEvents.extensionAsked.type, { ...about, newDueAt: at }, order)[0]!.body).toBe(
      '工单 WF1 申请延期至 11月18日 09:00，请审核。',
    );
  });

  test('of people in a lift each is told to call for help; of a whistle what comes next; of a hard order by when', () => {
    const bodies = (type: EventType, payload: object) => toldMessages(type.type, { ...about, ...payload }, order).map(({ body }) => body);
    const raised = { level: 'E', category: ['电梯故障'], dueAt: at, coUnitIds: [] };
    for (const body of bodies(classificationEvents.orderLevelRaised, { ...raised, duties: ['LIFT_TRAPPED'] }))
      expect(body).toContain('119');
    for (const body of bodies(classificationEvents.orderLevelRaised, raised)) expect(body).not.toContain('119');
    const trapped = { category: ['电梯故障'], coUnitIds: [], duties: ['LIFT_TRAPPED'] };
    for (const [by, said] of [
      ['UNIT', '现场报告有人被困'],
      [undefined, '经确认有人被困'],
    ] as const)
      for (const body of bodies(classificationEvents.orderDangerConfirmed, { ...trapped, by })) {
        expect(body).toContain(said);
        expect(body).toContain('119');
      }
    const paused = { whistleId: order, unitId: other, because: 'PAUSED', until: at, dueAt: at };
    expect(bodies(whistleEvents.summonsFollowed, paused)).toEqual([
      '吹哨所为工单的主办暂停计时至 11月18日 09:00，反馈结果的时限一并暂停。',
    ]);
    expect(
      bodies(classificationEvents.orderCategoryCorrected, {
        category: ['物业管理', '公共设施', '电梯故障'],
        added: ['LIFT_OUT'],
        ended: ['LIFT_TRAPPED'],
      }),
    ).toEqual(['工单 WF1 的分类更正为“物业管理/公共设施/电梯故障”，主办单位和级别不变。另计时限：电梯故障排除；不再计：电梯困人到现场。']);
    expect(bodies(whistleEvents.whistleAsked, { level: 'N', by: 'COMMUNITY', answerDueAt: at })).toEqual([
      '社区请街道吹哨：请于 11月18日 09:00 前研究召集有关单位，吹哨，或说明理由不吹。',
    ]);
    expect(bodies(whistleEvents.orderWhistleSettled, { openWhistles: 2 })).toEqual([
      '为工单 WF1 吹的哨已办结，结果见吹哨单。还有 2 次吹哨尚未办结。',
    ]);
    expect(bodies(supervisionEvents.hardMarked, { isTakenUp: false, takeUpDueAt: at })).toEqual([
      '工单 WF1 列为疑难，请于 11月18日 09:00 前由科长领办；没有科长领办的不能办结。',
    ]);
    const silent = { whistleId: order, soundedBy: 'chief-1', code: 'WHISTLE_RESULT' as const, dueAt: at };
    expect(silentMessages({ ...silent, kind: 'breach' }).map(({ accountId, body }) => [accountId, body])).toEqual([
      ['chief-1', '一个被召集单位应于 11月18日 09:00 完成“吹哨反馈结果”，至今没有，请催促，见吹哨单。'],
    ]);
    expect(silentMessages({ ...silent, kind: 'warning' })).toEqual([]);
  });

  test('handed over: who had it sends nobody any more, who asked for it hears that it was taken over', () => {
    const told = { no: 'WF1', fromUnitId: lead, coUnitIds: [] };
    expect(handedOverMessages(order, told).map(({ unitId, body }) => [unitId, body])).toEqual([
      [lead, '工单 WF1 已转由其他单位主办，请勿另行派人。'],
    ]);
    expect(
      handedOverMessages(order, { ...told, coUnitIds: [lead], askedBy: 'chief-1' }).map(({ accountId, body }) => accountId ?? body),
    ).toEqual(['chief-1']);
  });
});
