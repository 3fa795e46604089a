import type { DryRun } from '@wufang/contracts';
import type { SentOrder } from '../db/directories.view.js';
import { decide, type Dispatched, type Street } from '../domain/decide.js';

const MAX_MOVES = 500;
const MAX_EXAMPLES = 5;

/**
 * Where a directory would send past demands, each as of the instant it was dispatched, beside where they went or where another directory would
 * have sent them; and which of them are a pilot's matter (有事您找我), which no table sends elsewhere. Changes nothing.
 */
export async function dryRunDirectory(
  pages: AsyncIterable<SentOrder[]>,
  street: Street,
  against: Street | 'SENT',
  nameOf: (id: string) => string,
): Promise<DryRun> {
  const result: DryRun = {
    orders: 0,
    same: 0,
    elsewhere: 0,
    levelChanged: 0,
    piloted: { orders: 0, units: [], ruleIds: [] },
    moves: [],
    units: [],
  };
  const moves = new Map<string, DryRun['moves'][number]>();
  const units = new Map<string, DryRun['units'][number]>();
  const firsts = new Map<string, DryRun['piloted']['units'][number]>();
  const besides = new Set<string>();
  const count = (unitId: string, side: 'before' | 'after') => {
    const known = units.get(unitId) ?? { unitId, name: nameOf(unitId), before: 0, after: 0 };
    known[side] += 1;
    units.set(unitId, known);
  };
  for await (const orders of pages) {
    for (const order of orders) {
      const by = (table: Street) => asSent(order, decide(table, factsAtDispatch(order)));
      const would = by(street);
      if (order.contactUnitId !== null) {
        const first = firsts.get(order.contactUnitId) ?? { unitId: order.contactUnitId, name: nameOf(order.contactUnitId), orders: 0 };
        first.orders += 1;
        firsts.set(first.unitId, first);
        for (const id of would.decision.ruleIds) if (!isCodeRule(id)) besides.add(id);
      }
      // What the desk lowered later was sent out as the emergency it came as.
      const level = order.givenLevel === 'E' ? order.givenLevel : order.level;
      const went = against === 'SENT' ? { leadUnitId: order.sentToUnitId, level } : by(against);
      result.orders += 1;
      if (would.level !== went.level) result.levelChanged += 1;
      count(went.leadUnitId, 'before');
      count(would.leadUnitId, 'after');
      if (would.leadUnitId === went.leadUnitId) {
        result.same += 1;
        continue;
      }
      result.elsewhere += 1;
      const key = `${went.leadUnitId} ${would.leadUnitId}`;
      let move = moves.get(key);
      if (!move) {
        const [fromUnitId, toUnitId] = [went.leadUnitId, would.leadUnitId];
        move = { fromUnitId, from: nameOf(fromUnitId), toUnitId, to: nameOf(toUnitId), orders: 0, examples: [], ruleIds: [] };
        moves.set(key, move);
      }
      move.orders += 1;
      if (move.examples.length < MAX_EXAMPLES) move.examples.push(order.no);
      const [ruleId] = would.decision.ruleIds;
      if (ruleId !== undefined && !move.ruleIds.includes(ruleId) && move.ruleIds.length < MAX_EXAMPLES) move.ruleIds.push(ruleId);
    }
  }
  result.moves = [...moves.values()].sort((a, b) => b.orders - a.orders).slice(0, MAX_MOVES);
  const piloted = [...firsts.values()].sort((a, b) => b.orders - a.orders);
  result.piloted = { orders: piloted.reduce((sum, { orders }) => sum + orders, 0), units: piloted, ruleIds: [...besides].sort() };
  result.units = [...units.values()].filter(({ before, after }) => before !== after).sort((a, b) => b.before - a.before);
  return result;
}

/** What the dispatch was decided from: a unit that the order was sent to has been named as complained about since. */
function factsAtDispatch(order: SentOrder) {
  return { ...order, level: order.givenLevel, aboutUnitId: order.aboutUnitId === order.sentToUnitId ? null : order.aboutUnitId };
}

const isCodeRule = (id: string) => id.startsWith('code:');

/** In a pilot of 有事您找我 who answers first is the pilot's matter, whatever the table says. */
function asSent({ contactUnitId }: SentOrder, decided: Dispatched): Dispatched {
  return contactUnitId === null ? decided : { ...decided, leadUnitId: contactUnitId };
}
