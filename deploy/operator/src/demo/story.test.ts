import { describe, expect, test } from '@jest/globals';
import { problemFor } from '@wufang/contracts';
import { Refused } from '../client.js';
import { play } from '../verbs/demo.js';
import type { DemoStreet } from './demo-street.js';
import { sceneLine, Story, StoryBroke } from './story.js';

test('a scene is one line, whoever speaks', () => {
  expect(sceneLine({ at: 12_340, who: '科长', text: '收到' })).toBe('  +12.3 s  科长              收到');
  expect(sceneLine({ at: 0, who: '', text: '已收到' })).toBe('  + 0.0 s                    已收到');
});

describe('a story', () => {
  const quiet = () => undefined;
  const street = { id: 'demo-x', close: () => Promise.resolve() } as unknown as DemoStreet;
  const played = (tell: (story: Story) => Promise<void>) => play('故事', quiet, () => Promise.resolve(street), tell);

  test('played as told did not break', async () => {
    const { brokeAt, scenes } = await played(async (story: Story) => {
      story.hold(true, '天亮');
      expect(await story.until('有人应门', () => Promise.resolve('来了'))).toBe('来了');
      story.tell('居民', '开门');
    });
    expect([brokeAt, scenes.map(({ text }) => text)]).toEqual([null, ['开门']]);
  });

  test.each<[string, (story: Story) => Promise<void>, string]>([
    ['at what does not hold', async (story: Story) => story.hold(false, '派给物业公司'), '派给物业公司'],
    ['at what never comes', async (story) => void (await story.until('产生回访任务', () => Promise.resolve(undefined), 0)), '产生回访任务'],
    ['at a refusal', () => Promise.reject(new Refused(problemFor('access.denied'))), '没有此项权限'],
  ])('breaks %s', async (_, tell, words) => expect((await played(tell)).brokeAt).toContain(words));

  test('does not hide what is nobody’s story', async () => {
    await expect(played(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
    expect(() => new Story('故事', quiet).hold(false, '')).toThrow(StoryBroke);
  });
});
