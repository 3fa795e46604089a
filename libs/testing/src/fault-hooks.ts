/** What mutated code may call as `faults`, a global of processes the rig has started. */
export interface FaultHooks {
  /** Ends the process here and now, by SIGKILL, if this is the place it was told to die at and chance agrees. */
  now(name: string): void;
  /** The same some milliseconds later, when what was sent has left the process. */
  soon(name: string): Promise<void>;
  /** Waits up to so many milliseconds, so that things that are usually close together drift apart. */
  pause(ms: number): Promise<void>;
}

/** `place:oneIn`: where a process is to die, and with which chance each time it comes by. */
export const killAt = 'WUFANG_KILL_AT';
/** Milliseconds by which the wall clock of a process is wrong. */
export const clockShift = 'WUFANG_CLOCK_SHIFT_MS';
