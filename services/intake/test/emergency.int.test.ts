import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { classification, classificationEvents, intake, intakeEvents } from '@wufang/contracts';
import { eventually } from '@wufang/testing';
import { aCall, desk, openStreet, resident, street, type Street } from './street.js';

let at: Street;
beforeAll(async () => {
  at = await openStreet();
});
afterAll(() => at.sut.stop());

const eventsOf = (id: string) => at.sut.rows('select type, payload from events where aggregate_id = $1 order by version', [id]);
const clocksOf = (id: string) => at.sut.rows('select code, state from deadlines where subject_id = $1 order by code', [id]);
const scan = (content: string) => ({ streetId: street, id: randomUUID(), placeCode: 'LIFT-3', content, callerPhone: '13900005678' });

describe('words of danger', () => {
  test('in what a resident scans in send it out at level E at once, without level, type or category; the desk confirms beside it', async () => {
    const receipt = await at.sut.ok(intake.receivePublicDemand, scan('老人被困电梯，张秀英家的'), resident);
    expect(receipt).toMatchObject({ state: 'FORWARDED', level: 'E', orderId: expect.any(String) });
    const [received, raised, forwarded] = await eventsOf(receipt.id);
    expect(received!['type']).toBe(intakeEvents.demandReceived.type);
    expect(raised).toMatchObject({ type: classificationEvents.levelRaised.type });
    expect(raised!['payload']).toMatchObject({ basis: 'WORDS', words: ['被困'], orderId: receipt.orderId });
    expect(forwarded!['payload']).toMatchObject({
      level: 'E',
      demandType: 'HELP',
      category: ['物业管理', '公共设施', '电梯困人'],
      categoryDuties: expect.arrayContaining(['LIFT_TRAPPED']),
      place: { buildingId: at.building },
    });
    expect(JSON.stringify(await eventsOf(receipt.id))).not.toContain('张秀英');
    expect(await clocksOf(receipt.id)).toEqual([{ code: 'LEVEL_CONFIRM', state: 'armed' }]);

    const { demands } = await at.sut.ok(intake.listDemands, { levelCheck: 'OPEN' }, desk);
    expect(demands.find(({ id }) => id === receipt.id)).toMatchObject({ levelBasis: 'WORDS', levelCheck: 'OPEN', dangerWords: ['被困'] });
    expect(await at.sut.ok(classification.confirmLevel, { id: receipt.id }, desk)).toMatchObject({ level: 'E', state: 'FORWARDED' });
    expect((await eventsOf(receipt.id)).at(-1)).toMatchObject({ type: classificationEvents.levelConfirmed.type });
    expect(await clocksOf(receipt.id)).toEqual([{ code: 'LEVEL_CONFIRM', state: 'stopped' }]);
    expect(await at.sut.refused(classification.confirmLevel, { id: receipt.id }, desk)).toBe('demand.level-not-open');
  });

  test('that mean no danger are lowered by the desk with a reason, which dispatch is told', async () => {
    const category = ['物业管理', '房屋维修', '房屋漏雨渗水'] as [string, string, string];
    const call = aCall({ content: '镇北里东区楼上抽烟冒烟，熏人', level: 'N', category });
    const receipt = await at.sut.ok(intake.receiveDemand, call, desk);
    expect(receipt).toMatchObject({ state: 'FORWARDED', level: 'E' });
    const lower = { id: receipt.id, level: 'N' as const, reason: '来电人13812341234说是抽烟' };
    expect(await at.sut.ok(classification.lowerLevel, lower, desk)).toMatchObject({ level: 'N', state: 'FORWARDED' });
    expect((await eventsOf(receipt.id)).at(-1)).toMatchObject({
      type: classificationEvents.levelLowered.type,
      payload: { level: 'N', orderId: receipt.orderId, reason: '来电人（电话略）说是抽烟' },
    });
    expect(await at.sut.refused(classification.lowerLevel, lower, desk)).toBe('demand.level-not-open');
    expect(await at.sut.ok(intake.getDemand, { id: receipt.id }, desk)).toMatchObject({ level: 'N', levelCheck: 'LOWERED' });
  });

  test('about heat that is only lukewarm are no 7-day matter: what the desk says is never lower than water, power, gas and heat are', async () => {
    const category = ['水电气热', '供暖', '暖气不热'] as [string, string, string];
    const receipt = await at.sut.ok(intake.receiveDemand, aCall({ content: '暖气管冒烟似的漏汽，怕爆炸', category, level: 'N' }), desk);
    expect(receipt).toMatchObject({ level: 'E' });
    const lower = { id: receipt.id, level: 'N' as const, reason: '只是接头滴水' };
    expect(await at.sut.ok(classification.lowerLevel, lower, desk)).toMatchObject({ level: 'U' });
    expect((await eventsOf(receipt.id)).at(-1)).toMatchObject({ payload: { level: 'U' } });
  });

  test('of people in a lift that the desk hears of when it confirms are told to dispatch', async () => {
    const receipt = await at.sut.ok(intake.receivePublicDemand, scan('电梯井冒烟'), resident);
    await at.sut.ok(classification.confirmLevel, { id: receipt.id, isTrappedInLift: true }, desk);
    expect((await eventsOf(receipt.id)).at(-1)).toMatchObject({ payload: { orderId: receipt.orderId, duties: ['LIFT_TRAPPED'] } });
  });

  test('say how sure the category is that went out by them, and no word of the resident’s', async () => {
    const receipt = await at.sut.ok(intake.receivePublicDemand, scan('老人被困电梯，张秀英家的'), resident);
    const forwarded = (await eventsOf(receipt.id)).find(({ type }) => type === intakeEvents.demandForwarded.type);
    const { confidence } = forwarded!['payload'] as { confidence: object };
    expect(confidence).toEqual({ certainty: 0.9, modelNo: null, dictionaryVersion: expect.any(Number), words: ['被困'] });
    const category = ['物业管理', '公共设施', '电梯困人'] as [string, string, string];
    const typed = await at.sut.ok(intake.receiveDemand, aCall({ content: '老人被困电梯', level: 'E', category }), desk);
    const said = (await eventsOf(typed.id)).find(({ type }) => type === intakeEvents.demandForwarded.type);
    expect(said!['payload']).not.toHaveProperty('confidence');
  });

  test('whose category was wrong are set right by the desk once they are out: dispatch hears of the duties, and the text is an example for training', async () => {
    const { id, orderId } = await at.sut.ok(intake.receivePublicDemand, scan('隔壁着火了快来人'), resident);
    const category = ['物业管理', '公共设施', '电梯困人'] as [string, string, string];
    expect(await at.sut.refused(classification.correctCategory, { id: randomUUID(), category }, desk)).toBe('object.not-found');
    expect(await at.sut.ok(classification.correctCategory, { id, category }, desk)).toMatchObject({
      state: 'FORWARDED',
      level: 'E',
      orderId,
    });
    const [label, changed] = (await eventsOf(id)).slice(-2);
    expect(label).toMatchObject({ type: classificationEvents.categoryCorrected.type, payload: { category } });
    expect(changed).toMatchObject({
      type: classificationEvents.categoryChanged.type,
      payload: {
        orderId,
        oldCategory: ['未分类', '未分类', '未分类'],
        category,
        oldDuties: [],
        duties: expect.arrayContaining(['LIFT_TRAPPED']),
      },
    });
    expect(await at.sut.rows('select category3 from labelled_demands where demand_id = $1', [id])).toEqual([{ category3: '电梯困人' }]);
    expect(await at.sut.refused(classification.correctCategory, { id, category }, desk)).toBe('demand.category-same');
    // Corrected again, it is an example of what was said last.
    const fault = ['物业管理', '公共设施', '电梯故障'] as [string, string, string];
    await at.sut.ok(classification.correctCategory, { id, category: fault }, desk);
    expect(await at.sut.rows('select category3 from labelled_demands where demand_id = $1', [id])).toEqual([{ category3: '电梯故障' }]);
    const waiting = await at.sut.ok(intake.receivePublicDemand, scan('楼道灯不亮了'), resident);
    expect(await at.sut.refused(classification.correctCategory, { id: waiting.id, category }, desk)).toBe('demand.category-not-open');
  });

  test('of which nobody knows what they are about go to the demand centre, not to a waiting list', async () => {
    const receipt = await at.sut.ok(intake.receivePublicDemand, scan('隔壁着火了快来'), resident);
    expect(receipt).toMatchObject({ state: 'FORWARDED', level: 'E' });
    const forwarded = (await eventsOf(receipt.id)).find(({ type }) => type === intakeEvents.demandForwarded.type);
    expect(forwarded!['payload']).toMatchObject({ category: ['未分类', '未分类', '未分类'], demandType: 'HELP' });
  });

  test('that are denied raise nothing, and a person screens as ever', async () => {
    const receipt = await at.sut.ok(intake.receivePublicDemand, scan('电梯停了，没有人被困'), resident);
    expect(receipt).toMatchObject({ state: 'SCREENING', level: 'N', orderId: null });
    expect(await at.sut.refused(classification.lowerLevel, { id: receipt.id, level: 'C', reason: '不紧急' }, desk)).toBe(
      'demand.level-not-open',
    );
  });

  test('of a level E that the desk set itself ask nobody to confirm it', async () => {
    const call = aCall({ content: '镇北里东区3号楼电梯有人被困', category: ['物业管理', '公共设施', '电梯困人'] });
    const receipt = await at.sut.ok(intake.receiveDemand, call, desk);
    expect(await at.sut.ok(intake.getDemand, { id: receipt.id }, desk)).toMatchObject({
      level: 'E',
      levelBasis: 'PERSON',
      levelCheck: null,
      dangerWords: ['被困'],
    });
    expect(await clocksOf(receipt.id)).toEqual([]);
  });

  test('that nobody confirms in time are called to mind at the desk, while the order goes on', async () => {
    const receipt = await at.sut.ok(intake.receivePublicDemand, scan('电梯里有人被困'), resident);
    const [clock] = await at.sut.rows(
      `select due_at, jsonb_array_length(stages) as stages, due_at - started_at as limit from deadlines where subject_id = $1`,
      [receipt.id],
    );
    expect(clock).toMatchObject({ stages: 2, limit: { minutes: 5 } });
  });

  test('danger that the unit finds on site makes it an emergency again, which the desk looks at and may lower; the street’s word needs no second look', async () => {
    const category = ['物业管理', '房屋维修', '房屋漏雨渗水'] as [string, string, string];
    const raise = async (by: 'UNIT' | 'STREET') => {
      const { id, no, orderId } = await at.sut.ok(
        intake.receiveDemand,
        aCall({ content: '镇北里东区屋顶漏雨', level: 'N', category }),
        desk,
      );
      const units = { leadUnitId: randomUUID(), coUnitIds: [] };
      const now = new Date().toISOString();
      await at.sut.tell(
        classificationEvents.orderLevelRaised,
        {
          ...{ demandId: id, no, ...units, oldLevel: 'N', level: 'E', reason: '闻到燃气味', category, by, state: 'HANDLING' },
          ...{ isAccepted: true, oldDueAt: now, dueAt: now, raisedAt: now },
        },
        { aggregateId: orderId!, version: 1 },
      );
      return id;
    };
    const reported = await raise('UNIT');
    await eventually(async () =>
      expect(await at.sut.ok(intake.getDemand, { id: reported }, desk)).toMatchObject({
        level: 'E',
        levelBasis: 'PERSON',
        levelCheck: 'OPEN',
      }),
    );
    expect(await clocksOf(reported)).toEqual([{ code: 'LEVEL_CONFIRM', state: 'armed' }]);
    const lower = { id: reported, level: 'N' as const, reason: '燃气公司到场检测无泄漏' };
    expect(await at.sut.ok(classification.lowerLevel, lower, desk)).toMatchObject({ level: 'N' });
    const said = await raise('STREET');
    await eventually(async () =>
      expect(await at.sut.ok(intake.getDemand, { id: said }, desk)).toMatchObject({ level: 'E', levelCheck: 'CONFIRMED' }),
    );
    expect(await clocksOf(said)).toEqual([]);
  });

  test('in an import of history leave every level as the city filed it', async () => {
    const header = '工单编号,工单类型,一级分类,二级分类,三级分类,标题,主要内容,来电时间,办理时限,工单状态';
    const row = 'FH1,求助,水电气热,排水,污水外溢,管道坍塌,污水管道坍塌，有人被困,2026-11-11 08:00,2026-11-12 08:00,办理中';
    const file = Buffer.from(`${header}\n${row}\n`).toString('base64');
    await at.sut.ok(intake.importOrders, { fileName: 'x.csv', file }, desk);
    const { demands } = await at.sut.ok(intake.listDemands, { no: 'FH1' }, desk);
    expect(demands).toMatchObject([{ level: 'U', levelCheck: null, dangerWords: [] }]);
  });
});
