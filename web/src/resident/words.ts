import { dueTime } from '../lib/due-time.js';

type Language = 'zh' | 'en';

/** The desks keep their language under the same name. */
const key = 'wufang.language';

function stored(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh';
  } catch {
    // A browser that keeps nothing speaks Chinese.
    return 'zh';
  }
}

let language = stored();

export const spoken = (): Language => language;

/** Words of a page, Chinese and English side by side where they are used. What the street has written stays as it was written. */
export const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);

export function speak(next: Language): void {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(key, next);
  } catch {
    // Then it is for this visit.
  }
}

const minute = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
});
const day = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric' });

/** Example: 2026-11-29T02:05:00Z -> '11/29 10:05'. */
export const timeText = (iso: string): string => minute.format(new Date(iso));
/** Until when; the end of a day is its 24:00. */
export const dueText = (iso: string): string => dueTime(iso, minute);
export const dayText = (iso: string): string => day.format(new Date(iso));

/** Money as Chinese readers write it. Example: '1234567' fen -> '12,345.67 元'. */
export function yuanText(fen: string): string {
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)} ${say('元', 'yuan')}`;
}
