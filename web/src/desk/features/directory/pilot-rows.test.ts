import { describe, expect, test } from '@jest/globals';
import { pilotOn, rowsInPilot, type Pilot } from './pilot-rows.js';
import type { Row } from './row-fields.js';

const pilot: Pilot = {
  ...{ version: 1, from: '2026-11-01', estateIds: ['e1'], channels: [], categories: [['物业管理']], levels: ['U', 'N', 'C'] },
  ...{ ladder: [{ step: 'FIRM' }, { step: 'WHISTLE' }], source: '试点方案' },
};
const estates = ['e1', 'e2'].map((id) => ({ id, communityId: `c-${id}`, type: 'SGYY' as const }));
const row = (part: Partial<Row>): Row => ({
  ...{ id: 'r', category: ['物业管理', '房屋维修'], lead: { kind: 'COMMUNITY' }, communityMayLead: true, source: '目录' },
  ...part,
});

describe('rows whose demands go to who answers first', () => {
  test.each<[string, Partial<Row>, boolean]>([
    ['any place, a category within it', {}, true],
    ['every category', { category: [] }, true],
    ['another category', { category: ['水电气热'] }, false],
    ['its estate', { place: { kind: 'ESTATE', id: 'e1' } }, true],
    ['another estate', { place: { kind: 'ESTATE', id: 'e2' } }, false],
    ['its community', { place: { kind: 'COMMUNITY', id: 'c-e1' } }, true],
    ['another community', { place: { kind: 'COMMUNITY', id: 'c-e2' } }, false],
    ['a building, which may be of it', { place: { kind: 'BUILDING', id: 'b' } }, true],
    ['estates of another type', { estateType: 'COMMODITY' }, false],
    ['emergencies', { level: 'E' }, false],
    ['normal ones that it makes emergencies', { level: 'N', setLevel: 'E' }, false],
    ['utilities, which are not taken lower', { level: 'U', setLevel: 'N' }, true],
    ['normal ones', { level: 'N' }, true],
  ])('%s', (_, part, isIn) => {
    expect([...rowsInPilot([row(part)], pilot, estates)]).toEqual(isIn ? ['r'] : []);
  });

  test('of a pilot for complex matters alone: those that a row makes complex', () => {
    const complex: Pilot = { ...pilot, levels: ['C'] };
    expect(rowsInPilot([row({ level: 'N' })], complex, estates).size).toBe(0);
    expect(rowsInPilot([row({ level: 'N', setLevel: 'C' })], complex, estates).size).toBe(1);
  });
});

describe('the pilot of a day', () => {
  const later: Pilot = { ...pilot, version: 2, from: '2026-12-01', estateIds: ['e2'] };
  test.each<[string, Pilot[], string, number | null]>([
    ['none before the first', [pilot, later], '2026-10-31', null],
    ['the first from its day on', [pilot, later], '2026-11-01', 1],
    ['the next from its day on', [pilot, later], '2026-12-01', 2],
    ['of one day the one published last', [pilot, { ...later, from: '2026-11-01' }], '2026-11-02', 2],
    ['none once it is ended', [pilot, { ...later, estateIds: [] }], '2026-12-02', null],
  ])('%s', (_, pilots, day, version) => {
    expect(pilotOn(pilots, day)?.version ?? null).toBe(version);
  });
});
