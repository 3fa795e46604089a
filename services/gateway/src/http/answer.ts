import type { Ctx, Operation } from '@wufang/contracts';
import type { z } from 'zod';
import type { Caller } from './caller.js';

/** What a local answer may know of its call besides who asks. */
export interface Call {
  caller: Caller;
  /** Address the request came from. */
  source: string;
}

/** An answer with something beside its body. */
export class Reply {
  constructor(
    readonly body: unknown,
    readonly besides: { status?: number; cookie?: string } = {},
  ) {}
}

/** An operation the gateway answers itself. */
export interface LocalAnswer {
  operation: Operation;
  answer: (input: unknown, ctx: Ctx, call: Call) => Promise<unknown>;
}

export function local<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  answer: (input: z.output<I>, ctx: Ctx, call: Call) => Promise<z.input<O> | Reply>,
): LocalAnswer {
  return { operation, answer: answer as LocalAnswer['answer'] };
}
