import { describe, expect, test } from '@jest/globals';
import { afterCares, toldHows } from '@wufang/contracts';
import { homesMeant, isAskedAfter, isReached, type Told } from './outreach.js';

const home = (homeId: string, stairwell: string, told: Told['told'] = null): Told => ({ homeId, stairwell, told, afterCare: null });
const homes = [home('101', '1单元'), home('102', '1单元', 'IN_PERSON'), home('201', '2单元', 'NOBODY_IN'), home('202', '2单元')];
const ids = (found: { homes: Told[] }) => found.homes.map(({ homeId }) => homeId);

describe('households of an incident', () => {
  test('a household that was not met is neither reached nor asked after', () => {
    expect(toldHows.filter((how) => !isReached(how))).toEqual(['NOBODY_IN']);
    expect(afterCares.filter((how) => !isAskedAfter(how))).toEqual(['NOBODY_IN']);
    expect([isReached(null), isAskedAfter(null)]).toEqual([false, false]);
  });

  test.each([
    [{}, ['101', '201', '202'], []], // the whole building: those still to be told
    [{ stairwell: '1单元' }, ['101'], []], // one stairwell
    [{ homeIds: ['102'] }, ['102'], []], // named: what was said before is put right
    [{ homeIds: ['101', '101'] }, ['101'], []], // named twice is once
    [{ homeIds: ['101', '999'] }, ['101'], ['999']], // not affected
    [{ stairwell: '2单元', homeIds: ['101'] }, [], ['101']], // not in that stairwell
    [{ stairwell: '3单元' }, [], []],
  ])('%j means %j, unknown %j', (meant, expected, unknown) => {
    const found = homesMeant(homes, meant, ({ told }) => isReached(told));
    expect(ids(found)).toEqual(expected);
    expect(found.unknown).toEqual(unknown);
  });
});
