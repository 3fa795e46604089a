import type { InfiniteData } from '@tanstack/react-query';
import type { Entry } from './filter.js';

export const PAGE = 200;

export type Cursor = string | undefined;
export type Walls = InfiniteData<Entry[], Cursor>;

/** Where an entry stands, and what the ledger is asked with for those behind it. Both parts sort as texts. */
export const placeOf = ({ next, orderId }: Pick<Entry, 'next' | 'orderId'>): string => `${next.dueAt},${orderId}`;

/**
 * The pages with one of them as it is now. A page is what lies between its own place and that of the page behind it, so an order that moved out of it is
 * gone from it, and one that moved in is there; when more lie between than a page holds, the next one begins where this one ends.
 */
export function placed({ pages, pageParams }: Walls, at: number, answer: Entry[]): Walls {
  const end = pageParams[at + 1];
  const within = end === undefined ? answer : answer.filter((entry) => placeOf(entry) <= end);
  const last = answer.at(-1);
  const isFull = answer.length === PAGE && last !== undefined && end !== undefined && placeOf(last) < end;
  return {
    pages: pages.map((page, i) => (i === at ? within : page)),
    pageParams: pageParams.map((param, i) => (i === at + 1 && isFull ? placeOf(last) : param)),
  };
}
