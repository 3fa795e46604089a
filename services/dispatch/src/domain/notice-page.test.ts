import { expect, test } from '@jest/globals';
import { noticePage, orderNoticePage } from './notice-page.js';

const notice = {
  title: '供热主管线漏水停暖',
  estate: '南岗里一区',
  building: '3号楼',
  publicText: '正在抢修\n预计明早恢复',
  toldAt: new Date('2026-11-20T02:05:30Z'),
  nextAt: new Date('2026-11-20T03:05:30Z'),
  leadUnit: '热力集团',
  community: '南岗里社区',
};

test('a notice says to whom, what, who is at work and when there is more, in Beijing time', () => {
  const page = noticePage(notice);
  const text = page.replace(/<style>[^]*<\/style>/, '').replace(/<[^>]+>/g, '');
  for (const words of ['南岗里一区3号楼的居民', '正在抢修', '预计明早恢复', '牵头单位：热力集团', '南岗里社区', '2026年11月20日 10:05'])
    expect(text).toContain(words);
  expect(text).toContain('下一次通报不晚于 2026年11月20日 11:05');
  expect(text).not.toContain('已恢复正常');
});

test('once restored it promises no further status and says whom to tell if it is not so', () => {
  const page = noticePage({ ...notice, nextAt: null });
  expect(page).not.toContain('下一次通报');
  expect(page).toContain('已恢复正常。如您家中仍有问题');
});

test('nothing written into it becomes markup', () => {
  const hostile = `<img src=x onerror="alert('1')">&`;
  const page = noticePage({
    ...notice,
    title: hostile,
    estate: hostile,
    building: hostile,
    publicText: hostile,
    leadUnit: hostile,
    community: hostile,
  });
  expect(page).not.toContain('<img');
  expect(page.split('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;')).toHaveLength(9);
});

test('the notice of an order says who has it done by when, and nobody’s name or home', () => {
  const page = orderNoticePage({ ...notice, title: '电梯故障', leadUnit: '远征物业', doneBy: new Date('2026-11-20T03:05:30Z') });
  const text = page.replace(/<style>[^]*<\/style>/, '').replace(/<[^>]+>/g, '');
  for (const words of ['告知单', '电梯故障', '南岗里一区3号楼的居民', '由远征物业处理，最迟 2026年11月20日 11:05 前办好。'])
    expect(text).toContain(words);
  const byMidnight = orderNoticePage({ ...notice, doneBy: new Date('2026-11-20T16:00:00Z') });
  expect(byMidnight).toContain('最迟 2026年11月20日 24:00 前办好');
  expect(orderNoticePage({ ...notice, doneBy: null })).toContain('由热力集团处理。');
});
