import type { AnySchema } from './any-schema.js';
import { systemCtx, type DeadlineCode } from '@wufang/contracts';
import { afterStage, DomainError, limitOf, recountClock, stagesPassed, stagesWithDates, type Clock } from '@wufang/kernel';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Db } from './db.js';
import type { ArmedDeadline, DeadlineRow } from './deadlines.js';
import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';
import type { PgPool } from './pool.js';
import type { RuleBook } from './rule-book.js';
import { TimeGuard } from './time-guard.js';
import { whole, type Aggregate, type AggregateRow } from './tables.js';
import type { Tx } from './tx.js';

/** A stage that has come, as an effect sees it. */
export interface FiredStage {
  stage: number;
  kind: 'warning' | 'breach' | 'after';
  at: Date;
  tell: string[];
  /** Stages that an outage, or a late start, left behind: recorded, nobody is told. */
  skipped: number;
}

/** What happens when a clock of these codes reaches a stage. The subject's row is locked and the clock compared again before. */
export interface ClockEffect<Row extends AggregateRow = AnySchema> {
  codes: readonly DeadlineCode[];
  subject: Aggregate<Row>;
  /** Locks what has to be locked before the subject, as whoever else decides about both does; false where that is not to be waited for and somebody holds it. */
  before?: ((tx: Tx<AnySchema>, subjectId: string, waits: boolean) => Promise<boolean>) | undefined;
  effect: (tx: Tx<AnySchema>, subject: Row, clock: DeadlineRow, fired: FiredStage) => Promise<void> | void;
  /** Records that a provisional clock was counted anew with a calendar that has come since. Without it none of these clocks is. */
  recounted?: (tx: Tx<AnySchema>, subject: Row, clock: DeadlineRow, dueAt: Date, calendarVersion: number) => Promise<void> | void;
}

export function clockEffect<Row extends AggregateRow>(
  subject: Aggregate<Row>,
  codes: readonly DeadlineCode[],
  effect: ClockEffect<Row>['effect'],
  recounted?: ClockEffect<Row>['recounted'],
  before?: ClockEffect<Row>['before'],
): ClockEffect<Row> {
  return { codes, subject, effect, recounted, before };
}

const SWEEP_MS = 500;
const PAGE = 2_000;
/** With so few still under way the next ones are looked for: the database never waits for a page to end. */
const FEW = 500;
/** So many due at once are a crowd: firing them goes before telling of those that have fired, yet nobody waits longer than this to be told. */
const CROWD = 250;
const CROWD_MS = 10_000;
const PAUSE_MS = 10_000;
/** Only what is due within this time has an alarm in Redis, so its memory stays flat however many clocks run. */
const HORIZON_MS = 10 * 60_000;
const REFILL_MS = 30_000;
/** What is due within so short a time has one alarm, at the end of it: each alarm wakes the same sweep, and costs as much as firing a clock. */
const ALARM_MS = 20;
const RECOUNT_MS = 2_000;

interface DueClock {
  street_id: string;
  id: string;
  subject_id: string;
  code: string;
}

/**
 * Fires the clocks of one service. Every 500 ms, and whenever an alarm rings, it takes the rows that are due by the database's clock, and
 * for each: locks its subject, looks again whether the clock still runs, moves it to its next stage and writes the effect, in one
 * transaction. Stopped or moved clocks do nothing; Redis may be empty, absent or wrong.
 */
export class Clocks {
  private readonly effects = new Map<string, ClockEffect>();
  private timer: NodeJS.Timeout | undefined;
  private refillTimer: NodeJS.Timeout | undefined;
  private recountTimer: NodeJS.Timeout | undefined;
  private recounting: Promise<void> | undefined;
  private sweeping: Promise<void> | undefined;
  private isWoken = false;
  private queue: Queue | undefined;
  private worker: Worker | undefined;
  private redis: Redis | undefined;
  /** Clocks that could not fire, and until when they are left out: many of them must not keep the others from their turn. */
  private readonly paused = new Map<string, number>();
  /** Clocks that fire just now; the next look leaves them out. */
  private readonly firing = new Set<string>();
  private hasRoom: (() => void) | undefined;
  /** Times that have an alarm, by their number since the epoch. */
  private readonly alarmed = new Set<number>();
  readonly guard = new TimeGuard();
  lastSweepAt = 0;
  private crowdedSince: number | undefined;
  private alarmsUp = false;

  constructor(
    private readonly options: {
      service: string;
      pool: PgPool;
      db: Db;
      rules: RuleBook;
      redisUrl: string;
      logger: Logger;
      metrics: Metrics;
      effects: readonly ClockEffect[];
    },
  ) {
    for (const effect of options.effects)
      for (const code of effect.codes) {
        if (this.effects.has(code)) throw new Error(`two effects for the clock ${code}`);
        this.effects.set(code, effect);
      }
  }

  start(): void {
    this.timer = setInterval(() => this.wake(), SWEEP_MS);
    if (this.effects.size === 0) return;
    this.startAlarms();
    this.refillTimer = setInterval(() => void this.refill(), REFILL_MS);
    void this.refill();
    this.recountTimer = setInterval(() => {
      this.recounting ??= this.recount().finally(() => (this.recounting = undefined));
    }, RECOUNT_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.refillTimer);
    clearInterval(this.recountTimer);
    await Promise.all([this.sweeping, this.recounting]);
    while (this.firing.size > 0) await new Promise<void>((room) => (this.hasRoom = room));
    await Promise.race([
      Promise.allSettled([this.worker?.close(true), this.queue?.close()]),
      new Promise((done) => setTimeout(done, 1_000).unref()),
    ]);
    this.redis?.disconnect();
  }

  /** A service that fires clocks and has no Redis to ring for them; one without clocks needs none. */
  get missesAlarms(): boolean {
    return this.effects.size > 0 && !this.alarmsUp;
  }

  /** Much is due at once. What the first ones tell must then not compete with the others for their turn; but nobody waits for ever. */
  get isCrowded(): boolean {
    return this.crowdedSince !== undefined && performance.now() - this.crowdedSince < CROWD_MS;
  }

  /** Sets alarms for clocks that were just started. Never waited for: the sweep does without. */
  setAlarms(armed: readonly ArmedDeadline[]): void {
    const soon = Date.now() + HORIZON_MS;
    const due = armed.flatMap(({ id, stage, firesAt }) =>
      firesAt && firesAt.getTime() <= soon ? [{ id, stage, version: 1, firesAt }] : [],
    );
    void this.addAlarms(due);
  }

  /** Sweeps now; what is asked for during a sweep makes one more. */
  wake(): void {
    this.isWoken = true;
    this.hasRoom?.();
    this.sweeping ??= this.sweepUntilQuiet().finally(() => (this.sweeping = undefined));
  }

  private async sweepUntilQuiet(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false;
      try {
        if ((await this.sweepOnce()) === PAGE) this.isWoken = true;
        this.lastSweepAt = Date.now();
        // When all have fired, or few are left and others are due: looking for these costs nobody time then.
        while (this.firing.size > (this.isWoken ? FEW : 0)) await new Promise<void>((room) => (this.hasRoom = room));
      } catch (error) {
        this.options.logger.warn({ error }, 'sweep failed; the next one comes in half a second');
        return;
      }
    }
  }

  /** Whether the database's clock may be believed; it decides what is due. */
  private async mayFire(): Promise<boolean> {
    const wasHeld = this.guard.isHeld;
    const askedMs = performance.now();
    const { rows } = await this.options.pool.query<{ now: Date }>({ name: 'time', text: 'select clock_timestamp() as now' });
    this.guard.look({ databaseMs: rows[0]!.now.getTime(), askedMs, answeredMs: performance.now(), wallMs: Date.now() });
    const { isHeld, shiftMs } = this.guard;
    if (isHeld !== wasHeld)
      this.options.logger.error({ shiftMs }, isHeld ? 'the database clock has moved; no clock fires' : 'the database clock is back');
    return !isHeld;
  }

  private async sweepOnce(): Promise<number> {
    if (!(await this.mayFire())) return 0;
    // The time as a subquery is asked once and then sought in the index; asked in the comparison it would be asked for every open clock.
    // The oldest first: after an outage nobody waits for those who came later.
    const now = Date.now();
    for (const [id, until] of this.paused) if (until < now) this.paused.delete(id);
    const looked = this.options.metrics.dueLook.startTimer();
    const due = await this.options.pool.query<DueClock>({
      name: 'due clocks',
      text: `select street_id, id, subject_id, code from deadlines
             where state = 'armed' and fires_at <= (select app_now()) and id <> all($1::uuid[]) order by fires_at limit ${PAGE}`,
      values: [[...this.paused.keys(), ...this.firing]],
    });
    looked();
    if (this.effects.size === 0) return 0;
    this.crowdedSince = due.rows.length + this.firing.size < CROWD ? undefined : (this.crowdedSince ?? performance.now());
    for (const row of due.rows) {
      this.firing.add(row.id);
      void this.fireOrLeave(row).then(() => {
        this.firing.delete(row.id);
        if (this.firing.size <= FEW) this.hasRoom?.();
      });
    }
    return due.rows.length;
  }

  /** Fires a clock, or leaves it to a turn of its own beside the sweep while somebody works on its subject. */
  private async fireOrLeave(row: DueClock): Promise<void> {
    if ((await this.fire(row, false)) !== 'held') return;
    this.paused.set(row.id, Date.now() + PAUSE_MS);
    void this.fire(row, true).then((outcome) => outcome === 'failed' || this.paused.delete(row.id));
  }

  private async fire(
    { street_id: streetId, id, subject_id: subjectId, code }: DueClock,
    waits: boolean,
  ): Promise<'done' | 'held' | 'failed'> {
    const effect = this.effects.get(code);
    if (!effect) {
      this.options.logger.error({ code }, 'a clock without effect');
      return 'failed';
    }
    try {
      let isHeld = false;
      await this.options.db.run(systemCtx(streetId, `clock.${code}`), async (tx) => {
        isHeld = effect.before !== undefined && !(await effect.before(tx, subjectId, waits));
        if (isHeld) return;
        // One that is being worked on must not hold up the clocks of all others. Both questions go out together, the clock's behind its subject's.
        const locked = waits ? tx.lock(effect.subject, subjectId) : tx.lockIfFree(effect.subject, subjectId);
        const [subject, clock] = await Promise.all([locked, tx.clock(id)]);
        isHeld = !waits && !subject;
        if (isHeld) return;
        if (!subject) throw new Error('the clock of a subject that is not there');
        if (!clock || clock.state !== 'armed' || clock.firesAt === null || clock.firesAt > tx.now) return;
        // Another clock of this subject fired in this transaction and did something to this one, which is not written yet: the next look sees it.
        if (tx.isMoved(clock)) return;
        const stages = stagesWithDates(clock.stages);
        // Of several stages that have passed only the latest speaks.
        const stage = Math.max(clock.stage, stagesPassed(stages, tx.now) - 1);
        const { stage: next, firesAt, state } = afterStage(clock, stage);
        tx.move(clock, { stage: next!, firesAt: firesAt!, state: state! });
        const fired = { ...stages[stage]!, stage, skipped: stage - clock.stage };
        const lateMs = tx.now.getTime() - clock.firesAt.getTime();
        tx.insert({ kind: 'table', name: 'deadline_effects', key: [] }, {
          deadlineId: id,
          stage,
          code,
          firesAt: clock.firesAt,
          at: tx.now,
          skipped: fired.skipped,
        } as object);
        this.options.metrics.clockLateness.observe(lateMs / 1000);
        await effect.effect(tx, subject, { ...clock, stages }, fired);
      });
      return isHeld ? 'held' : 'done';
    } catch (error) {
      // A database that is away is nobody's fault: those clocks come first when it is back.
      const isAway = error instanceof DomainError && error.code === 'service.unavailable';
      if (!isAway) this.paused.set(id, Date.now() + PAUSE_MS);
      this.options.logger.error({ error, code, deadlineId: id }, 'a clock could not fire; it is tried again');
      return 'failed';
    }
  }

  /**
   * Counts anew what rests on a year that had no calendar yet, once it has. A look every two seconds rather than a reaction to the event:
   * a clock may be started with the old calendar while the new one is being written. What the calendar changes nothing of stays where its log has it; only
   * that it was asked is kept beside.
   */
  private async recount(): Promise<void> {
    const { pool, db, rules, logger } = this.options;
    try {
      const found = await pool.query<DueClock>(
        `select d.street_id, d.id, d.subject_id, d.code from deadlines d
         join (select street_id, sum(version)::int as version from calendars group by street_id) c on c.street_id = d.street_id
         where d.provisional and d.state = 'armed' and greatest(d.calendar_version, d.recounted_version) < c.version order by d.fires_at limit 500`,
      );
      const unchanged: { streetId: string; id: string; version: number }[] = [];
      await Promise.all(
        found.rows.map((row) => {
          const effect = this.effects.get(row.code);
          if (!effect?.recounted) return undefined;
          return db.run(systemCtx(row.street_id, `recount.${row.code}`), async (tx) => {
            // Several of one subject are counted anew together, each upon what the others left of it.
            const subject = await tx.lock(whole(effect.subject), row.subject_id);
            const clock = await tx.clock(row.id);
            if (!subject || !clock || clock.state !== 'armed' || !clock.provisional || tx.isMoved(clock)) return;
            const inForce = await rules.ofVersion(tx.streetId, clock.policyVersion);
            if (!inForce || inForce.calendarVersion <= clock.calendarVersion) return;
            const next = recountClock(clock, limitOf(inForce, clock), inForce.calendar);
            if (positionOf(next) === positionOf(clock)) {
              unchanged.push({ streetId: tx.streetId, id: clock.id, version: inForce.calendarVersion });
              return;
            }
            tx.move(clock, { ...next, calendarVersion: inForce.calendarVersion });
            await effect.recounted!(tx, subject, clock, next.dueAt, inForce.calendarVersion);
          });
        }),
      );
      if (unchanged.length === 0) return;
      await pool.query(
        `update deadlines d set recounted_version = u.version from json_to_recordset($1) as u("streetId" text, id uuid, version int)
         where d.street_id = u."streetId" and d.id = u.id`,
        [JSON.stringify(unchanged)],
      );
    } catch (error) {
      logger.warn({ error }, 'provisional clocks could not be counted anew; it is tried again');
    }
  }

  private startAlarms(): void {
    const { service, redisUrl, logger } = this.options;
    const prefix = `wufang-${service}`;
    this.redis = new Redis(redisUrl, {
      maxRetriesPerRequest: null,
      enableOfflineQueue: false,
      socketTimeout: 30_000,
      keepAlive: 10_000,
      lazyConnect: false,
      retryStrategy: (n) => Math.min(200 * n, 2_000),
    });
    this.redis.on('error', () => (this.alarmsUp = false));
    this.redis.on('ready', () => {
      this.alarmsUp = true;
      void this.refill();
    });
    this.queue = new Queue('clocks', { connection: this.redis, prefix, skipVersionCheck: true });
    this.queue.on('error', () => undefined);
    this.worker = new Worker('clocks', async () => this.wake(), {
      connection: {
        ...redisOptions(redisUrl),
        maxRetriesPerRequest: null,
        socketTimeout: 30_000,
        retryStrategy: (n: number) => Math.min(200 * n, 2_000),
      },
      prefix,
      concurrency: 16,
      skipVersionCheck: true,
    });
    this.worker.on('error', (error) => logger.debug({ error }, 'alarm worker'));
  }

  /** Puts back the alarms of the next minutes; those that are there already are not doubled. */
  private async refill(): Promise<void> {
    if (!this.alarmsUp) return;
    // Redis may have lost them: what was set before counts no more.
    this.alarmed.clear();
    try {
      const soon = await this.options.pool.query<{ id: string; stage: number; version: number; fires_at: Date }>(
        `select id, stage, version, fires_at from deadlines where state = 'armed' and fires_at > (select app_now()) and fires_at < (select app_now()) + interval '${HORIZON_MS} milliseconds' order by fires_at limit 20000`,
      );
      await this.addAlarms(soon.rows.map(({ fires_at: firesAt, ...clock }) => ({ ...clock, firesAt })));
    } catch (error) {
      this.options.logger.debug({ error }, 'alarms could not be put back');
    }
  }

  private async addAlarms(clocks: { id: string; stage: number; version: number; firesAt: Date }[]): Promise<void> {
    if (!this.queue || !this.alarmsUp) return;
    const now = Date.now();
    const jobs = clocks.flatMap(({ id, stage, version, firesAt }) => {
      const slot = Math.floor(firesAt.getTime() / ALARM_MS);
      if (this.alarmed.has(slot)) return [];
      this.alarmed.add(slot);
      const opts = {
        jobId: `${id}-${stage}-${version}`,
        delay: Math.max(0, (slot + 1) * ALARM_MS - now),
        removeOnComplete: true,
        removeOnFail: true,
      };
      return [{ name: 'alarm', data: { id }, opts }];
    });
    try {
      for (let i = 0; i < jobs.length; i += 1_000) await this.queue.addBulk(jobs.slice(i, i + 1_000));
    } catch {
      this.alarmsUp = this.redis?.status === 'ready';
    }
  }
}

/** Where a clock stands, as text: two that stand alike are due, warn and are provisional alike. */
function positionOf({ dueAt, firesAt, stages, provisional }: Pick<Clock, 'dueAt' | 'firesAt' | 'stages' | 'provisional'>): string {
  return JSON.stringify([dueAt, firesAt, provisional, stagesWithDates(stages).map(({ kind, at, tell }) => [kind, at, tell])]);
}

function redisOptions(url: string) {
  const { hostname, port, username, password, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}
