import { expect, test } from '@jest/globals';
import { DomainError } from '@wufang/kernel';
import { describeError } from './logger.js';

const name = '欧阳文';
const phone = '13812341234';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test.each([
  ['a parser quotes what it read', thrownBy(() => JSON.parse(`${name}，${phone}`))],
  [
    'the database quotes the row',
    Object.assign(new Error(`duplicate key value (${name})`), {
      ...{ code: '23505', detail: `Key (phone)=(${phone})`, constraint: 'people_pkey', table: 'people', routine: '_bt_check_unique' },
    }),
  ],
  ['a message of several lines comes back in the stack', thrownBy(() => JSON.parse(`{"a":\n${name}\n${phone}}`))],
  ['a refusal holds the facts of its case', new DomainError('demand.incomplete', { missing: name, phone })],
  ['what is thrown is no error', { callerName: name, callerPhone: phone }],
])('%s: nothing of it reaches a log line', (_, error) => {
  const line = JSON.stringify(describeError(error));
  expect(line).not.toContain(name.slice(0, 2));
  expect(line).not.toContain(phone.slice(0, 4));
});

test('what is left says what went wrong and where', () => {
  expect(describeError(thrownBy(() => JSON.parse('x')))).toMatchObject({
    ...{ name: 'SyntaxError', message: 'a text could not be parsed', stack: expect.stringContaining('logger.test') },
  });
  expect(describeError(new DomainError('demand.incomplete', {}))).toMatchObject({ code: 'demand.incomplete' });
  expect(describeError(Object.assign(new Error('no column x'), { code: '42703', routine: 'errorMissingColumn' }))).toMatchObject({
    ...{ code: '42703', message: 'no column x' },
  });
});
