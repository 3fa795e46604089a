import { burstMain } from '../demo/burst-main.js';
import { openDemoStreet, type DemoStreet } from '../demo/demo-street.js';
import { floodedCourtyard } from '../demo/flooded-courtyard.js';
import { roofLeak } from '../demo/roof-leak.js';
import { quickNotices, scaledLimits } from '../demo/scaled-limits.js';
import { Story, StoryBroke } from '../demo/story.js';
import { Refused, type Session } from '../client.js';
import { wordsOf, type Verb } from '../verb.js';

/** A minute of the burst main takes so many seconds: its two hours are 12 s. */
const SECONDS_PER_MINUTE = 0.1;

export interface Outcome {
  title: string;
  street: string;
  scenes: Story['scenes'];
  brokeAt: string | null;
}

/** Opens a street, plays a story on it and closes it. What did not come out as told is in the answer, what never should happen is thrown. */
export async function play(
  title: string,
  say: (line: string) => void,
  open: () => Promise<DemoStreet>,
  tell: (story: Story, street: DemoStreet) => Promise<void>,
): Promise<Outcome> {
  const street = await open();
  const story = new Story(`${title}（街道 ${street.id}）`, say);
  let brokeAt: string | null = null;
  try {
    await tell(story, street);
    say('  故事照讲的走完了 (played as told)');
  } catch (error) {
    if (!(error instanceof StoryBroke || error instanceof Refused)) throw error;
    brokeAt = error.message;
    say(`  ${brokeAt}`);
  } finally {
    await street.close();
  }
  return { title, street: street.id, scenes: story.scenes, brokeAt };
}

/** Plays the stories against a running system, each on a small street of its own. */
export async function playDemo(operator: Session, say: (line: string) => void): Promise<Outcome[]> {
  const id = `demo-${Date.now().toString(36)}`;
  const leak = await play('故事一：屋面漏雨，从扫码到满意的回访', say, () => openDemoStreet(operator, `${id}a`, '演示街道'), roofLeak);
  const burst = await play(
    '故事二：供暖主管爆裂，两小时反馈落空，逐级上报',
    say,
    () => openDemoStreet(operator, `${id}b`, '演示街道（以秒计）', scaledLimits(SECONDS_PER_MINUTE)),
    burstMain,
  );
  const flood = await play(
    '故事三：院内积水，五方两轮商定、公示、签署、交办',
    say,
    () => openDemoStreet(operator, `${id}c`, '演示街道（五方共议）', quickNotices()),
    floodedCourtyard,
  );
  return [leak, burst, flood];
}

export const demoVerb: Verb = {
  name: 'demo',
  usage: '',
  summary: '对运行中的系统演三个故事，打印经过 (play three stories and print their timelines)',
  async run(asked) {
    wordsOf(asked, []);
    const stories = await playDemo(await asked.connect(), asked.isJson ? () => undefined : (line) => process.stdout.write(`${line}\n`));
    const broken = stories.filter(({ brokeAt }) => brokeAt !== null).length;
    return {
      json: { stories },
      text: broken === 0 ? '三个故事都照讲的走完了 (all three stories played as told)' : `${broken} 个故事没有照讲的走完 (${broken} broke)`,
      hasFailed: broken > 0,
    };
  },
};
