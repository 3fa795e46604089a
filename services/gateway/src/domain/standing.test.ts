import { describe, expect, test } from '@jest/globals';
import type { Access, Role } from '@wufang/contracts';
import { inForce, standingFor, type Mandate } from './standing.js';

const now = new Date('2026-10-01T09:00:00Z');
const mandate = (role: Role, unitId: string | null = null, until: string | null = null): Mandate => ({
  id: role,
  role,
  unitId,
  until,
  limitFen: null,
});

describe('standing', () => {
  test('a role the table does not name reaches nothing', () => {
    expect(standingFor({ street_leader: 'street' }, [mandate('resident')], now)).toBeNull();
  });

  test('no mandate at all reaches nothing but what is public', () => {
    expect(standingFor({ resident: 'own' }, [], now)).toBeNull();
    expect(standingFor('public', [], now)).toEqual({ scope: 'public', roles: [], unitIds: [] });
  });

  test('the farthest relation counts', () => {
    const access: Access = { firm_handler: 'lead', section_chief: 'street' };
    expect(standingFor(access, [mandate('firm_handler', 'a'), mandate('section_chief')], now)?.scope).toBe('street');
  });

  test('a unit held in a role that the table does not name widens nothing, and is told of, once', () => {
    const access: Access = { firm_handler: 'lead' };
    const held = [mandate('firm_handler', 'firm'), mandate('owners_body_rep', 'estate'), mandate('resident', 'firm')];
    expect(standingFor(access, held, now)).toEqual({ scope: 'lead', roles: ['firm_handler'], unitIds: ['firm'], otherUnitIds: ['estate'] });
    const over = [mandate('firm_handler', 'firm'), mandate('owners_body_rep', 'estate', '2026-09-30T00:00:00+08:00')];
    expect(standingFor(access, over, now)).toEqual({ scope: 'lead', roles: ['firm_handler'], unitIds: ['firm'] });
  });

  test.each([
    [null, true], // without end
    ['2026-10-01T17:00:01+08:00', true], // a second later
    ['2026-10-01T17:00:00+08:00', false], // this very moment
    ['2026-09-30T00:00:00+08:00', false], // long over
  ])('a mandate until %s is in force: %s', (until, expected) => {
    expect(inForce([mandate('phone_desk', null, until)], now)).toHaveLength(expected ? 1 : 0);
  });
});
