import { describe, expect, test } from '@jest/globals';
import { DirectoryRow } from '@wufang/contracts';
import { categoriesOf } from '../../lib/category-paths.js';
import { filledOf, nextId, rowOf } from './row-fields.js';

const [unit, other] = ['0198a7a2-0000-7000-8000-000000000001', '0198a7a2-0000-7000-8000-000000000002'];
const least = { id: '7', category: [], lead: { kind: 'COMMUNITY' }, communityMayLead: true, source: '街道办公会' };

describe('a row of the directory in a form', () => {
  test.each([
    ['the least', least],
    ['a unit', { ...least, category: ['水电气热', '供暖'], lead: { kind: 'UNIT', unitId: unit } }],
    [
      'everything',
      {
        ...{ id: '9', category: ['物业管理', '公共设施', '电梯困人'], demandTypes: ['COMPLAINT', 'HELP'] },
        ...{ place: { kind: 'BUILDING', id: other }, estateType: 'SGYY', level: 'E' },
        times: {
          ...{ from: '2026-12-01', to: '2027-03-31' },
          season: { from: '11-15', to: '03-15' },
          hours: { from: '22:00', to: '06:00' },
        },
        lead: { kind: 'ESTATE_FIRM', elseUnitId: unit },
        coUnits: [{ kind: 'COMMUNITY' }, { kind: 'UNIT', unitId: other }, { kind: 'RIGHTS_UNIT' }],
        ...{ setLevel: 'U', duties: ['LIFT_TRAPPED'], communityMayLead: false, source: '条例第十七条' },
      },
    ],
  ])('with %s comes out as it went in', (_, raw) => {
    const row = DirectoryRow.parse(raw);
    expect(rowOf(row.id, filledOf(row))).toEqual(row);
  });

  test('takes nothing along of what was emptied', () => {
    const filled = { ...filledOf(DirectoryRow.parse(least)), co: [], duties: [], from: '', placeKind: undefined, placeId: unit };
    expect(rowOf('7', filled)).toEqual(DirectoryRow.parse(least));
  });

  test('that is new has a number of its own', () => {
    expect(nextId(['1', '7', 'x', '3'])).toBe('8');
    expect(nextId(['供暖'])).toBe('1');
  });

  test('may be for each level of a category, each once', () => {
    expect(
      categoriesOf([
        ['A', 'B', 'C'],
        ['A', 'B', 'D'],
      ]),
    ).toEqual(['A', 'A/B', 'A/B/C', 'A/B/D']);
  });
});
