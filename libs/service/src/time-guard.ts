/** How far the database's clock may move against this process's own before nothing is believed to be due (reliability I-16). */
const MAX_SHIFT_MS = 2_000;
/** Clocks kept in step by the network are moved this slowly; such a shift is followed. */
const DRIFT_MS_PER_S = 1;
/**
 * So long a standstill of this machine is told from a clock that was set: moving a virtual machine, or a snapshot of it, takes seconds. A longer one a person
 * confirms. Where house and database share one machine and its clock is set wrong by less, a breach may be told this much too early, and never more.
 */
const MAX_STANDSTILL_MS = 60_000;

/** One look at three clocks, in milliseconds. */
export interface Look {
  /** The database's time. */
  databaseMs: number;
  /** This process's own monotonic time when the database was asked, and when the answer came. */
  askedMs: number;
  answeredMs: number;
  /** The time of day of this machine when the answer came. */
  wallMs: number;
}

/**
 * Watches the database's clock against the monotonic clock of this process, which nobody can set. Each service guards its own duties. While
 * the database's clock stands more than 2 s from where it should, no clock fires: late can be mended, a breach told falsely cannot.
 * Example: set forward by an hour -> held; set back again -> fires on; left there -> held until a person confirms the new time.
 *
 * The monotonic clock itself stands still while the machine does (a virtual machine is moved, or a snapshot is taken). Then the database's clock and this
 * machine's time of day have both gone ahead of it, by the same seconds: up to a minute of that is followed, since no clock was set.
 */
export class TimeGuard {
  private offset: number | undefined;
  /** How far this machine's time of day stands from the database's, when both were last believed. */
  private apart: number | undefined;
  private lookedAt = 0;
  /** How far the database's clock has moved, in milliseconds. */
  shiftMs = 0;

  get isHeld(): boolean {
    return Math.abs(this.shiftMs) > MAX_SHIFT_MS;
  }

  look({ databaseMs, askedMs, answeredMs, wallMs }: Look): void {
    // The answer was made at some moment between the two; within that, nothing has moved.
    const [low, high] = [databaseMs - answeredMs, databaseMs - askedMs];
    this.offset ??= (low + high) / 2;
    this.apart ??= databaseMs - wallMs;
    let shift = this.outside(low, high);
    const shiftApart = databaseMs - wallMs - this.apart;
    if (shift > MAX_SHIFT_MS && shift <= MAX_STANDSTILL_MS && Math.abs(shiftApart) <= MAX_SHIFT_MS) {
      this.offset += shift;
      shift = 0;
    }
    const mayFollow = ((answeredMs - (this.lookedAt || answeredMs)) / 1_000) * DRIFT_MS_PER_S;
    const follow = (ms: number) => Math.max(-mayFollow, Math.min(mayFollow, ms));
    this.lookedAt = answeredMs;
    if (Math.abs(shift) <= MAX_SHIFT_MS) {
      this.offset += follow(shift);
      this.apart += follow(shiftApart);
    }
    this.shiftMs = Math.round(shift);
  }

  /** A person says that the database's time is right as it is. */
  confirm(): void {
    this.offset = undefined;
    this.apart = undefined;
    this.shiftMs = 0;
  }

  /** How far the offset lies outside these two; 0 between them. */
  private outside(low: number, high: number): number {
    const offset = this.offset!;
    return offset < low ? low - offset : offset > high ? high - offset : 0;
  }
}
