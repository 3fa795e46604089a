import { z } from 'zod';
import { Level } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

export const codeColours = ['RED', 'ORANGE', 'YELLOW', 'BLUE', 'GREEN'] as const;
export const CodeColour = z.enum(codeColours).meta({ id: 'CodeColour' });
export type CodeColour = z.infer<typeof CodeColour>;

/** Which orders have a colour: those of a level, of a word of the category, or of both. */
export const ColourRule = z
  .object({
    level: Level.nullable().describe('级别；空为任何级别'),
    word: z.string().trim().min(1).max(40).nullable().describe('问题分类里的词，任一级；空为任何分类'),
    colour: CodeColour,
  })
  .meta({ id: 'ColourRule' });
export type ColourRule = z.infer<typeof ColourRule>;

/** The colours of the street's codes (民情码 分类定级) from a day on; the whole of them each time. No source gives levels: the street writes its own (domain rules part 1, row 59). */
export const CodeList = z
  .object({
    from: z.iso.date().describe('自此日起'),
    rules: z.array(ColourRule).max(100).describe('自上而下，先合的为准；空表示自该日起不分颜色'),
    source: z.string().trim().min(2).max(200).describe('依据'),
  })
  .meta({ id: 'CodeList' });
export type CodeList = z.infer<typeof CodeList>;

/** The code of an order (民情码): category, level and place in words, and its colour where the street has given it one. */
export const LivelihoodCode = z
  .object({ text: z.string().describe('分类-级别-社区'), colour: CodeColour.nullable() })
  .meta({ id: 'LivelihoodCode' });
export type LivelihoodCode = z.infer<typeof LivelihoodCode>;

const readers: Access = { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' };

export const livelihoodCodes = {
  listCodes: operation({
    name: 'dispatch.code-list.list',
    method: 'GET',
    path: '/api/code-lists',
    summary: '民情码的分级颜色：各次发布，什么样的工单是什么颜色',
    access: readers,
    input: z.object({}),
    output: z.object({
      lists: z.array(CodeList.extend({ version: z.number().int() })),
      inForce: z.number().int().nullable().describe('今日施行的是哪一次'),
    }),
  }),
  publishCodes: operation({
    name: 'dispatch.code-list.publish',
    method: 'PUT',
    path: '/api/code-lists',
    summary: '发布民情码的分级颜色，自某日起施行；不改变级别、时限和由谁办',
    access: { administrator: 'street' },
    input: CodeList,
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['codes.invalid'],
  }),
};

export const livelihoodCodeEvents = {
  codesPublished: event(
    'dispatch.code-list.published.v1',
    '民情码分级颜色发布',
    z.object({ listVersion: z.number().int(), from: z.string(), rules: z.array(ColourRule) }),
  ),
};
