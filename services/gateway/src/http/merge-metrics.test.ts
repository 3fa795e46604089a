import { expect, test } from '@jest/globals';
import { mergeMetrics } from './merge-metrics.js';

test('a metric of two services has one heading and both samples', () => {
  const of = (service: string) =>
    `# HELP up Whether it runs\n# TYPE up gauge\nup{service="${service}"} 1\n\n# HELP n_total Things\n# TYPE n_total counter\nn_total{service="${service}"} 2\n`;
  expect(mergeMetrics([of('intake'), of('dispatch')])).toBe(
    [
      '# HELP up Whether it runs',
      '# TYPE up gauge',
      'up{service="intake"} 1',
      'up{service="dispatch"} 1',
      '',
      '# HELP n_total Things',
      '# TYPE n_total counter',
      'n_total{service="intake"} 2',
      'n_total{service="dispatch"} 2',
      '',
    ].join('\n'),
  );
});
