import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { classification, classificationEvents, intake, type Category } from '@wufang/contracts';
import type { Caller } from '@wufang/testing';
import { aCall, anUnsortedCall, desk, heat, openStreet, resident, street, type Street } from './street.js';

const administrator: Caller = { role: 'administrator', accountId: 'admin-1' };
const dogs: Category = ['城市管理', '文明养犬', '遛狗不牵绳'];
const dogTexts = [
  '遛狗不牵绳，吓到孩子，张秀英家的狗',
  '养狗不拴绳，老人不敢下楼',
  '有人遛狗不牵绳还不清理狗粪',
  '大型犬没有拴绳，咬伤了人',
  '邻居养狗不办证，遛狗不牵绳',
  '草坪里全是狗粪，遛狗没人管',
  '遛狗不牵绳，在大堂吓到老人',
  '烈性犬没有嘴套，遛狗不牵绳',
  '流浪狗追人，张秀英喂的',
  '狗粪没人清理，遛狗的人不管，张秀英也反映过',
];

let at: Street;
beforeAll(async () => {
  at = await openStreet();
});
afterAll(() => at.sut.stop());

const suggest = (content: string) => at.sut.ok(classification.suggest, { content }, desk);

describe('what a text suggests', () => {
  test('before it is handed in: category, type, level, place, and the words it comes from; nothing is kept', async () => {
    const [before] = await at.sut.rows('select count(*)::int as n from complainants');
    const found = await suggest('投诉：镇北里东区三号楼暖气不热，家里只有13度');
    expect(found).toMatchObject({
      category: heat,
      isAbstained: false,
      demandType: 'COMPLAINT',
      level: 'U',
      isEmergency: false,
      modelNo: null,
    });
    expect(found.place).toMatchObject({ estateId: at.estates.northGateEast, buildingId: at.building, communityId: at.units.northGate });
    expect(found.words).toEqual([
      { about: 'CATEGORY', word: '暖气不热', source: 'DICTIONARY', weight: null },
      { about: 'DEMAND_TYPE', word: '投诉', source: 'DICTIONARY', weight: null },
      { about: 'PLACE', word: '镇北里东区', source: 'REGISTER', weight: null },
      { about: 'PLACE', word: '3号楼', source: 'REGISTER', weight: null },
    ]);
    expect(found.message).toBe('建议分类“水电气热/供暖/暖气不热”，把握 90 %。');
    expect(await at.sut.rows('select count(*)::int as n from complainants')).toEqual([before]);
  });

  test('is nothing where no word speaks, and it says so', async () => {
    expect(await suggest('遛狗不牵绳，吓到孩子')).toMatchObject({
      category: null,
      isAbstained: true,
      level: null,
      message: '没有可依据的词，请人工判断分类。',
    });
  });

  test('is shown beside a demand that waits for screening', async () => {
    const demand = { streetId: street, id: randomUUID(), content: '东大院化粪池满了，污水外溢', callerPhone: '13900005678' };
    const { id } = await at.sut.ok(intake.receivePublicDemand, demand, resident);
    expect(await at.sut.ok(classification.suggestionOf, { id }, desk)).toMatchObject({
      category: ['水电气热', '排水', '污水外溢'],
      place: { estateId: at.estates.eastYard },
    });
    expect(await at.sut.refused(classification.suggestionOf, { id: randomUUID() }, desk)).toBe('object.not-found');
  });
});

describe('a clerk who corrects', () => {
  test('ten cases, and trains, sees the new model suggest what they corrected, by its words', async () => {
    expect(await at.sut.refused(classification.train, {}, administrator)).toBe('classifier.too-few');
    for (const content of ['暖气不热，老人受冻', '暖气冰凉两天了', '供暖以后一直不热', '室温只有十三度，暖气不热'])
      await at.sut.ok(intake.receiveDemand, aCall({ content }), desk);
    const ids: string[] = [];
    for (const content of dogTexts) {
      const { id } = await at.sut.ok(intake.receiveDemand, anUnsortedCall({ content, callerName: '张秀英' }), desk);
      await at.sut.ok(intake.screenDemand, { id, outcome: 'NORMAL', demandType: 'COMPLAINT', category: dogs, level: 'N' }, desk);
      ids.push(id);
    }
    const corrections = await at.sut.rows('select payload from events where type = $1', [classificationEvents.categoryCorrected.type]);
    expect(corrections).toHaveLength(10);
    expect(corrections[0]!['payload']).toEqual({ suggested: null, category: dogs, modelNo: null });

    const first = await at.sut.ok(classification.train, {}, administrator);
    expect(first).toMatchObject({ modelNo: 1, isActive: true, figures: { corrected: 10 } });
    const dogFigures = first.figures.classes.find(({ category }) => category[2] === dogs[2])!;
    expect(dogFigures).toMatchObject({ examples: 10, heldOut: 10 });
    expect(dogFigures.precision).not.toBeNull();

    const found = await suggest('小区里有人遛狗不牵绳');
    expect(found).toMatchObject({ category: dogs, isAbstained: false, demandType: 'COMPLAINT', level: 'N', modelNo: 1 });
    expect(found.certainty).toBeGreaterThanOrEqual(found.threshold);
    expect(found.words).toContainEqual({ about: 'CATEGORY', word: '遛狗', source: 'MODEL', weight: expect.any(Number) });
    expect(found.words.every(({ weight }) => weight === null || weight > 0)).toBe(true);
  });

  test('still judges what the model is not sure of: it abstains, says how sure it was, and names the candidates', async () => {
    const unsure = await suggest('老人说楼道里有股怪味');
    expect(unsure.category).toBeNull();
    expect(unsure.isAbstained).toBe(true);
    expect(unsure.message).toMatch(/请人工判断分类。$/);
    const candidates = await suggest('充电桩旁边停车，又有广场舞');
    expect(candidates).toMatchObject({ category: null, isAbstained: true });
    expect(candidates.certainty).toBeLessThan(candidates.threshold);
    expect(candidates.message).toMatch(/^把握不足：最可能是“.+”（\d+ %），低于 \d+ %，请人工判断分类。$/);
    expect(candidates.alternatives.length).toBeGreaterThan(1);
  });

  test('leaves no word of a resident in the clear: neither in the model nor in events, and no name even sealed', async () => {
    const tables = ['events', 'classifier_models', 'labelled_demands', 'demands', 'deadlines'];
    const dump = await Promise.all(tables.map((name) => at.sut.rows(`select jsonb_agg(to_jsonb(t))::text as all from ${name} t`)));
    const text = dump.map(([row]) => String(row!['all'])).join();
    expect(text).toContain('文明养犬');
    for (const word of ['遛狗不牵绳，', '狗粪', '张秀英']) expect(text).not.toContain(word);
    expect((await suggest('张秀英')).words).toEqual([]);
  });

  test('goes back to the model before, atomically, and forward again', async () => {
    const second = await at.sut.ok(classification.train, { activate: false }, administrator);
    expect(second).toMatchObject({ modelNo: 2, isActive: false });
    expect(await suggest('遛狗不牵绳')).toMatchObject({ modelNo: 1 });
    await at.sut.ok(classification.activateModel, { modelNo: 2 }, administrator);
    expect(await suggest('遛狗不牵绳')).toMatchObject({ modelNo: 2 });
    await at.sut.ok(classification.activateModel, { modelNo: 1 }, administrator);
    expect(await suggest('遛狗不牵绳')).toMatchObject({ modelNo: 1 });
    const { models } = await at.sut.ok(classification.listModels, {}, administrator);
    expect(models.map(({ modelNo, isActive }) => [modelNo, isActive])).toEqual([
      [2, false],
      [1, true],
    ]);
    // The same cases give the same model, whoever trains when.
    expect(second.figures).toEqual(models[1]!.figures);
    expect(await at.sut.refused(classification.activateModel, { modelNo: 9 }, administrator)).toBe('classifier.model-unknown');
  });
});
