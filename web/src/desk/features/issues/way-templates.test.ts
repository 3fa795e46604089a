import { expect, test } from '@jest/globals';
import { fittingTemplates, wayTemplates } from './way-templates.js';

const choices = (...values: string[]) => values.map((value) => ({ value }));

test('a way is offered where all who pay in it are there to choose', () => {
  const names = (...values: string[]) => fittingTemplates(choices(...values)).map(({ name }) => name);
  expect(names('街道', '产权单位', '物业', '业主')).toHaveLength(5);
  expect(names('街道', '业主')).toEqual(['按维修资金交存比例', '民生项目池全额出资']);
});

test('the ratios of each way add up, and name their agreement', () => {
  for (const { way } of wayTemplates) {
    const parts = way.parts ?? [];
    if (parts.length === 0) continue;
    expect(parts.reduce((all, { ratio }) => all + Number.parseInt(ratio, 10), 0)).toBe(100);
    expect(way.document).toBeTruthy();
  }
});
