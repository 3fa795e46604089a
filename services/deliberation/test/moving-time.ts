import type { ServiceUnderTest } from '@wufang/testing';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

const times = new WeakMap<ServiceUnderTest, MovingTime>();

/** The database's clock of one service, set forward by the test; it never goes back. */
export class MovingTime {
  private aheadMs = 0;

  private constructor(private readonly sut: ServiceUnderTest) {}

  /** The one clock of a service: whoever asks moves the same. */
  static of(sut: ServiceUnderTest): MovingTime {
    const time = times.get(sut) ?? new MovingTime(sut);
    times.set(sut, time);
    return time;
  }

  get now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** An instant so far from now, as texts travel. */
  in(ms: number): string {
    return new Date(this.now.getTime() + ms).toISOString();
  }

  async to(at: Date | string): Promise<void> {
    this.aheadMs += Math.max(0, new Date(at).getTime() - this.now.getTime());
    await this.sut.admin.query(
      `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${this.aheadMs} milliseconds'''`,
    );
  }
}
