import { describe, expect, test } from '@jest/globals';
import type { DirectoryRow, HandUpPilot } from '@wufang/contracts';
import { pilotOfTable } from './pilot-of-table.js';

const base: HandUpPilot & { version: number } = {
  ...{ version: 1, from: '2026-11-01', estateIds: ['e1'], channels: [], categories: [['物业管理']], levels: ['U', 'N', 'C'] },
  ...{ ladder: [{ step: 'FIRM' }, { step: 'WHISTLE' }], source: '试点方案' },
};
const estates = new Map(
  ['e1', 'e2'].map((id) => [
    id,
    { id, name: id, communityId: `c-${id}`, type: 'SGYY' as const, firmId: 'f', rightsUnitId: null, builtYear: null },
  ]),
);
const buildings = new Map([
  ['b1', { estateId: 'e1' }],
  ['b2', { estateId: 'e2' }],
]);
const row = (part: Partial<DirectoryRow>): DirectoryRow => ({
  ...{ id: 'r', category: ['物业管理', '房屋维修'], lead: { kind: 'COMMUNITY' }, communityMayLead: true, source: '目录', ...part },
});
const pilotOf = (rows: DirectoryRow[], pilots = [base], day = '2026-11-10') =>
  pilotOfTable(rows, { estates, pilots }, buildings, new Date(`${day}T10:00+08:00`));

describe('which rows a pilot takes to who answers first', () => {
  test.each<[string, Partial<DirectoryRow>, boolean]>([
    ['any place, a category within it', {}, true],
    ['every category', { category: [] }, true],
    ['another category', { category: ['水电气热'] }, false],
    ['its estate', { place: { kind: 'ESTATE', id: 'e1' } }, true],
    ['another estate', { place: { kind: 'ESTATE', id: 'e2' } }, false],
    ['a building of it', { place: { kind: 'BUILDING', id: 'b1' } }, true],
    ['a building of another', { place: { kind: 'BUILDING', id: 'b2' } }, false],
    ['its community', { place: { kind: 'COMMUNITY', id: 'c-e1' } }, true],
    ['another community', { place: { kind: 'COMMUNITY', id: 'c-e2' } }, false],
    ['a point, which may lie there', { place: { kind: 'POINT', id: '北门' } }, true],
    ['estates of another type', { estateType: 'COMMODITY' }, false],
    ['emergencies', { level: 'E' }, false],
    ['what it makes an emergency', { setLevel: 'E' }, false],
    ['normal ones', { level: 'N' }, true],
  ])('%s', (_, part, isNamed) => {
    expect(pilotOf([row(part)])?.ruleIds).toEqual(isNamed ? ['r'] : []);
  });

  test('the level after the row counts: one that makes all of them complex is none of a pilot of normal ones', () => {
    const normal = { ...base, levels: ['N' as const] };
    const rows = [row({ id: 'plain' }), row({ id: 'complex', setLevel: 'C' }), row({ id: 'lowered', level: 'C', setLevel: 'N' })];
    expect(pilotOf(rows, [normal])?.ruleIds).toEqual(['plain', 'lowered']);
  });

  test('none before it begins, none after it was ended, and the latest counts', () => {
    expect(pilotOf([row({})], [base], '2026-10-31')).toBeNull();
    const ended = { ...base, version: 2, from: '2026-11-05', estateIds: [] };
    expect(pilotOf([row({})], [base, ended])).toBeNull();
    const other = { ...base, version: 2, from: '2026-11-05', estateIds: ['e2'] };
    expect(pilotOf([row({ place: { kind: 'ESTATE', id: 'e2' } })], [base, other])).toMatchObject({ version: 2, ruleIds: ['r'] });
  });
});
