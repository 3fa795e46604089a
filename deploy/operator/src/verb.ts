import type { ParseArgsConfig } from 'node:util';
import type { Session } from './client.js';

/** Given wrongly; the answer is how it is given rightly. */
export class WrongUsage extends Error {}

/** What was named is not there; the message says what and where. */
export class NotThere extends Error {}

export interface Asked {
  /** Speaks to the running system; a verb that is used wrongly says so before it comes to that. */
  connect: () => Promise<Session>;
  /** The street the verb is about. */
  street: string;
  /** What stands behind the verb, options taken out. */
  words: string[];
  options: Record<string, string | boolean | undefined>;
  /** Whether the answer goes to programs: one JSON object on standard output and nothing else there. */
  isJson: boolean;
}

/** What a verb found out: for programs, and for people. */
export interface Told {
  json: unknown;
  text: string;
  /** Said as told, but not what should be: exit code 1. */
  hasFailed?: boolean;
}

export interface Verb {
  name: string;
  /** What stands behind the name. Example: `FILE [--profile ID]`. */
  usage: string;
  summary: string;
  options?: NonNullable<ParseArgsConfig['options']>;
  run(asked: Asked): Promise<Told>;
}

/** The words a verb needs, or how it is used. */
export function wordsOf(asked: Asked, names: readonly string[]): string[] {
  if (asked.words.length !== names.length)
    throw new WrongUsage(`需要 ${names.join(' ') || '不带参数'} (expected: ${names.join(' ') || 'no arguments'})`);
  return asked.words;
}

export function textOption(asked: Asked, name: string): string | undefined {
  const value = asked.options[name];
  return typeof value === 'string' ? value : undefined;
}
