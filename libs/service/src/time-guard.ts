/** How far the database's clock may move against this process's own before nothing is believed to be due (reliability I-16). */
const MAX_SHIFT_MS = 2_000;
/** Clocks kept in step by the network are moved this slowly; such a shift is followed. */
const DRIFT_MS_PER_S = 1;

/**
 * Watches the database's clock against the monotonic clock of this process, which nobody can set. Each service guards its own duties. While
 * the database's clock stands more than 2 s from where it should, no clock fires: late can be mended, a breach told falsely cannot.
 * Example: set forward by an hour -> held; set back again -> fires on; left there -> held until a person confirms the new time.
 */
export class TimeGuard {
  private offset: number | undefined;
  private lookedAt = 0;
  /** How far the database's clock has moved, in milliseconds. */
  shiftMs = 0;

  get isHeld(): boolean {
    return Math.abs(this.shiftMs) > MAX_SHIFT_MS;
  }

  /** One look: the database's time, and this process's own when it was asked and when the answer came, in milliseconds. */
  look(databaseMs: number, askedMs: number, answeredMs: number): void {
    // The answer was made at some moment between the two; within that, nothing has moved.
    const [low, high] = [databaseMs - answeredMs, databaseMs - askedMs];
    this.offset ??= (low + high) / 2;
    const shift = this.offset < low ? low - this.offset : this.offset > high ? high - this.offset : 0;
    const follow = ((answeredMs - (this.lookedAt || answeredMs)) / 1_000) * DRIFT_MS_PER_S;
    this.lookedAt = answeredMs;
    if (Math.abs(shift) <= MAX_SHIFT_MS) this.offset += Math.max(-follow, Math.min(follow, shift));
    this.shiftMs = Math.round(shift);
  }

  /** A person says that the database's time is right as it is. */
  confirm(): void {
    this.offset = undefined;
    this.shiftMs = 0;
  }
}
