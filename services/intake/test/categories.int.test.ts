import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  categories,
  categoryEvents,
  classification,
  dispatchEvents,
  intake,
  intakeEvents,
  type Category,
  type CategoryLeaf,
} from '@wufang/contracts';
import { addDays, beijingDate } from '@wufang/kernel';
import { eventually, type Caller } from '@wufang/testing';
import { aCall, anUnsortedCall, desk, heat, openStreet, resident, street, type Street } from './street.js';

const administrator: Caller = { role: 'administrator', accountId: 'admin-1' };
const coldRooms: Category = ['供热服务', '居民室内', '暖气不热'];
const leaks: Category = ['物业管理', '房屋维修', '房屋漏雨渗水'];
const leaf = (category: Category, level: CategoryLeaf['level'], duties: CategoryLeaf['duties'] = []) => ({ category, level, duties });

let at: Street;
let directoryId: string;
beforeAll(async () => {
  at = await openStreet();
  directoryId = randomUUID();
  const heatDirectory = { directoryVersion: 1, rows: 2, categories: [['水电气热', '供暖'], []] };
  await at.sut.tell(dispatchEvents.directoryPublished, heatDirectory, { aggregateId: directoryId, version: 1 });
  await eventually(async () => expect(await at.sut.rows('select 1 from directory_categories')).toHaveLength(1));
});
afterAll(() => at.sut.stop());

const tree = { leaves: [leaf(coldRooms, 'E', ['UTIL_ONSITE']), leaf(leaks, 'C')], source: '青云街道问题分类（测试）' };
const renames = [{ before: heat, now: coldRooms }];
const forwardedOf = async (id: string) => {
  const rows = await at.sut.rows<{ type: string; payload: object }>('select type, payload from events where aggregate_id = $1', [id]);
  return rows.find(({ type }) => type === intakeEvents.demandForwarded.type)!.payload;
};

test('a street that has published nothing works by the built-in tree, whose source it is told', async () => {
  const found = await at.sut.ok(categories.getTree, {}, desk);
  expect(found).toMatchObject({ version: 0, source: expect.stringContaining('directory.csv'), renames: [] });
  expect(found.leaves).toContainEqual({ category: heat, level: 'U', duties: [] });
  expect(await at.sut.ok(intake.receiveDemand, aCall(), desk)).toMatchObject({ state: 'FORWARDED', level: 'U' });
  // It is a sample and binds nobody.
  const other = aCall({ category: ['别的', '分类', '也行'] });
  expect(await at.sut.ok(intake.receiveDemand, other, desk)).toMatchObject({ state: 'FORWARDED', level: 'N' });
});

test('a tree is refused while the directory or open demands need what it drops; what is checked is kept nowhere', async () => {
  const { mayBePublished, faults } = await at.sut.ok(categories.checkTree, tree, administrator);
  expect(mayBePublished).toBe(false);
  expect(faults.map(({ kind, category }) => `${kind} ${category.join('/')}`)).toEqual([
    'DIRECTORY 水电气热/供暖',
    'OPEN_DEMANDS 别的/分类/也行',
    'OPEN_DEMANDS 水电气热/供暖/暖气不热',
  ]);
  const published = await at.sut.ask(categories.publishTree, tree, administrator);
  expect(JSON.stringify(published)).toContain('派单目录第 1 版还按“水电气热/供暖”派单');
  expect(await at.sut.refused(categories.publishTree, tree, administrator)).toBe('category-tree.invalid');
  const twice = { ...tree, leaves: [...tree.leaves, tree.leaves[0]!] };
  expect((await at.sut.ok(categories.checkTree, twice, administrator)).faults[0]).toMatchObject({ kind: 'DUPLICATE', category: coldRooms });
  expect(await at.sut.refused(categories.publishTree, { ...tree, from: '2026-01-01' }, administrator)).toBe('category-tree.from-past');
  expect(await at.sut.ok(categories.getTree, {}, desk)).toMatchObject({ version: 0 });
});

test('published, it counts from its beginning: earlier names become the present ones, levels and duties are its own, nothing is filed outside', async () => {
  const waiting = await at.sut.ok(intake.receiveDemand, { ...aCall(), demandType: undefined }, desk);
  const directory = { directoryVersion: 2, rows: 2, categories: [['供热服务'], []] };
  await at.sut.tell(dispatchEvents.directoryPublished, directory, { aggregateId: directoryId, version: 2 });
  await eventually(async () => expect(await at.sut.rows('select 1 from directory_categories')).toHaveLength(2));
  const mapped = [...renames, { before: ['别的', '分类', '也行'] as Category, now: leaks }];
  const begun = await at.sut.ok(categories.publishTree, { ...tree, renames: mapped }, administrator);
  expect(begun).toMatchObject({ version: 1, leaves: 2 });
  const told = await at.sut.rows<{ payload: object }>('select payload from events where type = $1', [categoryEvents.treePublished.type]);
  expect(told.map(({ payload }) => payload)).toEqual([expect.objectContaining({ treeVersion: 1, leaves: 2, renames: 2 })]);

  // A clerk's old name, a resident's, a text: all come out in the street's words.
  const call = await at.sut.ok(intake.receiveDemand, aCall(), desk);
  expect(call).toMatchObject({ state: 'FORWARDED', level: 'E' });
  expect(await forwardedOf(call.id)).toMatchObject({ category: coldRooms, categoryDuties: ['UTIL_ONSITE'] });
  const written = {
    streetId: street,
    id: randomUUID(),
    placeCode: 'LIFT-3',
    category: heat,
    content: '屋里只有十度',
    callerPhone: '13900005678',
  };
  await at.sut.ok(intake.receivePublicDemand, written, resident);
  expect(await at.sut.ok(intake.getDemand, { id: written.id }, desk)).toMatchObject({ category: coldRooms });
  expect(await at.sut.ok(classification.suggest, { content: '家里暖气不热' }, desk)).toMatchObject({ category: coldRooms, level: 'E' });
  expect(await at.sut.ok(classification.suggest, { content: '家里停电了' }, desk)).toMatchObject({ category: null, isAbstained: true });
  // What was received under the old tree is screened under this one.
  await at.sut.ok(intake.screenDemand, { id: waiting.id, outcome: 'NORMAL', demandType: 'HELP' }, desk);
  expect(await forwardedOf(waiting.id)).toMatchObject({ category: coldRooms, level: 'E' });

  const outside = aCall({ category: ['水电气热', '供电', '停电'] });
  expect(await at.sut.refused(intake.receiveDemand, outside, desk)).toBe('category.unknown');
  const unsorted = await at.sut.ok(intake.receiveDemand, anUnsortedCall(), desk);
  const screening = { id: unsorted.id, outcome: 'NORMAL' as const, demandType: 'HELP' as const };
  expect(await at.sut.refused(intake.screenDemand, { ...screening, category: outside.category! }, desk)).toBe('category.unknown');
  await at.sut.ok(intake.screenDemand, { ...screening, category: leaks }, desk);
  expect(await forwardedOf(unsorted.id)).toMatchObject({ category: leaks, level: 'C' });
  expect(await forwardedOf(unsorted.id)).not.toHaveProperty('categoryDuties');
});

test('a version for a later day waits: today’s stays in force, and who looks sees both', async () => {
  const from = addDays(beijingDate(new Date()), 30);
  const next = { leaves: [...tree.leaves, leaf(['城市管理', '噪声扰民', '施工噪声'], 'N')], source: '修订（测试）', from };
  const kept = { ...next, renames: [{ before: ['别的', '分类', '也行'] as Category, now: leaks }, ...renames] };
  expect(await at.sut.ok(categories.publishTree, kept, administrator)).toMatchObject({ version: 2, from: `${from}T00:00:00+08:00` });
  const found = await at.sut.ok(categories.getTree, {}, desk);
  expect(found).toMatchObject({ version: 1, source: tree.source });
  expect(found.versions.map(({ version, leaves, publishedBy }) => [version, leaves, publishedBy])).toEqual([
    [0, 24, 'system'],
    [1, 2, 'admin-1'],
    [2, 3, 'admin-1'],
  ]);
  expect((await at.sut.ok(categories.getTree, { version: 2 }, desk)).leaves).toHaveLength(3);
  expect(await at.sut.refused(categories.getTree, { version: 9 }, desk)).toBe('object.not-found');
  expect(await at.sut.ok(categories.getTree, {}, { ...desk, streetId: 'elsewhere' })).toMatchObject({ version: 0 });
});

test('a directory that is taken back before it begins binds no tree any more', async () => {
  const later = { directoryVersion: 3, rows: 1, categories: [['没有这一类']], from: '2099-01-01T00:00:00+08:00' };
  await at.sut.tell(dispatchEvents.directoryPublished, later, { aggregateId: directoryId, version: 3 });
  const faults = async () => (await at.sut.ok(categories.checkTree, { ...tree, renames }, administrator)).faults.map(({ kind }) => kind);
  await eventually(async () => expect(await faults()).toContain('DIRECTORY'));
  const withdrawn = { directoryVersion: 3, reason: '写错了' };
  await at.sut.tell(dispatchEvents.directoryWithdrawn, withdrawn, { aggregateId: directoryId, version: 4 });
  await eventually(async () => expect(await faults()).not.toContain('DIRECTORY'));
});
