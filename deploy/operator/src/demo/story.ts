import { pad } from '../print.js';

/** A step did not come out as the story tells it. */
export class StoryBroke extends Error {}

/** One thing that happened, as it is printed. */
export interface Scene {
  /** Milliseconds since the story began. */
  at: number;
  who: string;
  text: string;
}

/** Tells a story step by step and keeps it to print or to hand to programs. */
export class Story {
  readonly scenes: Scene[] = [];
  private readonly since = Date.now();

  constructor(
    readonly title: string,
    private readonly say: (line: string) => void,
  ) {
    say(title);
  }

  tell(who: string, text: string): void {
    const scene = { at: Date.now() - this.since, who, text };
    this.scenes.push(scene);
    this.say(sceneLine(scene));
  }

  /** What must be so for the story to go on. */
  hold(isSo: boolean, expected: string): asserts isSo {
    if (!isSo) throw new StoryBroke(`故事没有照讲的发展：${expected} (the story broke here)`);
  }

  /** Looks again and again until there is something; what never comes breaks the story. */
  async until<T>(expected: string, look: () => Promise<T | undefined>, withinMs = 30_000): Promise<T> {
    const end = Date.now() + withinMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      this.hold(Date.now() < end, expected);
      await new Promise((done) => setTimeout(done, 150));
    }
  }
}

/** Example: `  +12.3 s  科长              收到“已超时：紧急反馈”`. */
export function sceneLine({ at, who, text }: Scene): string {
  return `  +${(at / 1000).toFixed(1).padStart(4)} s  ${pad(who, 16)}  ${text}`;
}
