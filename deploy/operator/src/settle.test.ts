import { expect, test } from '@jest/globals';
import { eventsIn } from './settle.js';

test('what waits is added up, what was told and heard is kept to compare', () => {
  const metrics = [
    '# HELP wufang_outbox_waiting Events',
    'wufang_outbox_waiting{service="intake"} 3',
    'wufang_outbox_waiting{service="dispatch"} 4',
    'wufang_events_consumed_total{source="intake",outcome="applied",service="dispatch"} 12',
    'process_cpu_seconds_total{service="intake"} 1.5',
  ].join('\n');
  expect(eventsIn(metrics)).toEqual({
    waiting: 7,
    heard: 'wufang_events_consumed_total{source="intake",outcome="applied",service="dispatch"} 12',
  });
});
