import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is measured in every service, for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  readonly commands = new Histogram({
    name: 'wufang_command_seconds',
    help: 'Answering one operation',
    labelNames: ['operation', 'code'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });
  readonly published = new Counter({
    name: 'wufang_events_published_total',
    help: 'Events acknowledged by JetStream',
    registers: [this.registry],
  });
  readonly consumed = new Counter({
    name: 'wufang_events_consumed_total',
    help: 'Events by outcome',
    labelNames: ['source', 'outcome'],
    registers: [this.registry],
  });
  readonly clockLateness = new Histogram({
    name: 'wufang_clock_late_seconds',
    help: 'How late clocks fired',
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 30],
    registers: [this.registry],
  });
  readonly dueLook = new Histogram({
    name: 'wufang_due_look_seconds',
    help: 'Looking for clocks that are due, once each sweep',
    buckets: [0.005, 0.01, 0.05, 0.2, 1],
    registers: [this.registry],
  });
  readonly outboxWaiting = new Gauge({
    name: 'wufang_outbox_waiting',
    help: 'Events not yet acknowledged, as the last look found',
    registers: [this.registry],
  });

  private readonly observers = new Map<string, { observe: (seconds: number) => void }>();

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  /** One answer. Looking up a pair of labels costs more than counting, so each pair is looked up once. */
  answered(operation: string, code: string, seconds: number): void {
    const pair = `${operation} ${code}`;
    let observer = this.observers.get(pair);
    if (!observer) this.observers.set(pair, (observer = this.commands.labels({ operation, code })));
    observer.observe(seconds);
  }
}
