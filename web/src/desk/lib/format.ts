import { dueTime } from '../../lib/due-time.js';
import { say } from './words.js';

const beijing = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false, ...options });
const minute = beijing({ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const full = beijing({ year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const day = beijing({ year: 'numeric', month: 'numeric', day: 'numeric' });

/** Example: 2026-11-29T02:05:00Z -> '11/29 10:05'. */
export const clockText = (iso: string | null): string => (iso === null ? '—' : minute.format(new Date(iso)));
export const fullText = (iso: string | null): string => (iso === null ? '—' : full.format(new Date(iso)));
/** Until when; the end of a day is its 24:00. Example: 2026-12-08T16:00:00Z -> '12/8 24:00'. */
export const dueText = (iso: string | null): string => (iso === null ? '—' : dueTime(iso, minute));
export const fullDueText = (iso: string | null): string => (iso === null ? '—' : dueTime(iso, full));
/** The day of an instant, or a day as it is kept. Examples: '2026-11-29T17:00:00Z' -> '2026/11/30'; '2026-12-10' -> '2026/12/10'. */
export const dateText = (iso: string | null): string => (iso === null ? '—' : day.format(new Date(iso)));
/** The last day on which what is due by an instant is in time: due at 24:00 of a day is due on that day. Example: 2026-12-10T16:00:00Z -> '2026/12/10'. */
export const lastDayText = (iso: string | null): string => (iso === null ? '—' : day.format(new Date(Date.parse(iso) - 1)));

/** Money in yuan without the unit, as a field takes it. Example: '1234567' fen -> '12,345.67'. */
export function amountText(fen: string | bigint): string {
  const amount = BigInt(fen);
  const sign = amount < 0n ? '-' : '';
  const abs = amount < 0n ? -amount : amount;
  const yuan = (abs / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${yuan}.${(abs % 100n).toString().padStart(2, '0')}`;
}

/** Money as Chinese readers write it. Example: '1234567' fen -> '12,345.67 元'. */
export const yuanText = (fen: string | bigint): string => `${amountText(fen)} ${say('元', 'yuan')}`;

/** Example: 6527158 -> '65,271.58 m²'. */
export const areaText = (hundredths: number): string => `${(hundredths / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} m²`;

/** How long until, or since. Example: 95 minutes ahead -> '还有 1 小时 35 分', 'in 1 h 35 min'; 3 days ago -> '超时 3 天', '3 d overdue'. */
export function untilText(iso: string, now: number): string {
  const ms = Date.parse(iso) - now;
  const span = spanText(ms);
  return ms >= 0 ? say(`还有 ${span}`, `in ${span}`) : say(`超时 ${span}`, `${span} overdue`);
}

/** A span of time. Example: 95 minutes -> '1 小时 35 分', '1 h 35 min'. */
export function spanText(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 0) return `${days} ${say('天', 'd')}${hours > 0 ? ` ${hours} ${say('小时', 'h')}` : ''}`;
  if (hours > 0) return `${hours} ${say('小时', 'h')} ${minutes % 60} ${say('分', 'min')}`;
  return minutes > 0 ? `${minutes} ${say('分', 'min')}` : say('不到 1 分', 'less than 1 min');
}

/** A day of Beijing some days later, as a date field takes it. Example: 2026-11-29T17:00:00Z and 1 -> '2026-12-01'. */
export const dayAfter = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** Fen of an amount in yuan as people write it, or null. Examples: '12,345.67' -> '1234567'; '18,640' -> '1864000'; '1.234' -> null. */
export function fenOf(yuan: string): string | null {
  const found = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(yuan.replace(/[,，\s元]/g, ''));
  if (!found) return null;
  return BigInt(`${found[1]}${(found[2] ?? '').padEnd(2, '0')}`).toString();
}

/** Today in Beijing, as a date field writes it. */
export const todayOf = (now: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(now));
