import { expect, test } from '@jest/globals';
import { custodianInRegister, refuseOtherCustodian } from './fund-custodian.js';

test.each([
  ['业主大会', 'OWNERS_ASSEMBLY'],
  [' 市住房资金管理中心 ', 'CITY_FUND_CENTRE'],
  ['产权单位', 'PROPERTY_RIGHTS_UNIT'],
  ['无', 'NONE'],
  ['原物业', null], // nobody of them
  [null, null],
])('%s in the register -> %s', (text, custodian) => {
  expect(custodianInRegister(text)).toBe(custodian);
});

test('what the register knows nobody states otherwise; what it does not know is the word of who applies', () => {
  expect(() => refuseOtherCustodian('OWNERS_ASSEMBLY', 'CITY_FUND_CENTRE')).toThrow(
    expect.objectContaining({ code: 'request.invalid', facts: { issues: expect.stringContaining('维修资金由业主大会保管') } }),
  );
  expect(() => refuseOtherCustodian('NONE', 'CITY_FUND_CENTRE')).toThrow(
    expect.objectContaining({ facts: { issues: expect.stringContaining('没有维修资金') } }),
  );
  refuseOtherCustodian('OWNERS_ASSEMBLY', 'OWNERS_ASSEMBLY');
  refuseOtherCustodian(null, 'CITY_FUND_CENTRE');
});
