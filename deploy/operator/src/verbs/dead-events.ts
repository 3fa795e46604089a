import { gateway } from '@wufang/contracts';
import { table } from '../print.js';
import { textOption, WrongUsage, type Asked, type Told, type Verb } from '../verb.js';

async function list(asked: Asked): Promise<Told> {
  const session = await asked.connect();
  const answer = await session.call(gateway.listDeadEvents, {});
  const rows = answer.events.map(({ service, id, type, reason, tries }) => [service, id, type, tries, reason]);
  return { json: answer, text: rows.length === 0 ? '没有处理不了的事件' : table(['服务', '编号', '事件', '次数', '原因'], rows) };
}

/** Of one service, or of every service that has some. */
async function replay(asked: Asked): Promise<Told> {
  const { words } = asked;
  const session = await asked.connect();
  const named = textOption(asked, 'service');
  const ids = words.slice(1);
  const { events } = await session.call(gateway.listDeadEvents, {});
  const wanted = events.filter((event) => (!named || event.service === named) && (ids.length === 0 || ids.includes(event.id)));
  let replayed = 0;
  for (const service of new Set(wanted.map((event) => event.service))) {
    const ofService = wanted.filter((event) => event.service === service).map((event) => event.id);
    replayed += (await session.call(gateway.replayDeadEvents, { service, ids: ofService })).replayed;
  }
  const left = wanted.length - replayed;
  return {
    json: { asked: wanted.length, replayed },
    text: `重放 ${replayed} 件${left > 0 ? `，${left} 件仍处理不了` : ''}`,
    hasFailed: left > 0,
  };
}

export const deadEventsVerb: Verb = {
  name: 'dead-events',
  usage: 'list | replay [--service NAME] [ID …]',
  summary: '处理不了的事件：查看、重放 (events that could not be applied)',
  options: { service: { type: 'string' } },
  async run(asked) {
    if (asked.words[0] === 'list' && asked.words.length === 1) return list(asked);
    if (asked.words[0] === 'replay') return replay(asked);
    throw new WrongUsage('dead-events 后面是 list 或 replay (expected: list, or replay)');
  },
};
