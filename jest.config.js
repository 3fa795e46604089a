/**
 * Tests run from compiled code, in native ES modules. The kind is in the file's name:
 * x.test.js unit · x.int.test.js real servers · x.flow.test.js all services · x.e2e.js a browser · x.fault.test.js things break.
 */
const kind = process.env.WUFANG_TEST_KIND ?? 'unit';
const patterns = {
  unit: { testMatch: ['**/dist/**/*.test.js'], testPathIgnorePatterns: ['/node_modules/', '\\.(int|flow|fault)\\.test\\.js$'] },
  int: { testMatch: ['**/dist/**/*.int.test.js'] },
  flow: { testMatch: ['**/dist/**/*.flow.test.js'] },
  e2e: { testMatch: ['**/dist/**/*.e2e.js'] },
  fault: { testMatch: ['**/dist/**/*.fault.test.js'] },
};
const timeouts = { unit: 10_000, int: 60_000, flow: 120_000, e2e: 240_000, fault: 300_000 };

export default {
  ...patterns[kind],
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/deploy', '<rootDir>/web'],
  testEnvironment: 'node',
  transform: {},
  testTimeout: timeouts[kind],
  // two cores: unit tests share them; flows and faults start whole houses and go one after another
  maxWorkers: kind === 'unit' || kind === 'int' ? 2 : 1,
};
