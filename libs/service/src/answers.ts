import { applyDecorators, Controller } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { errorTexts, problemFor, type Ctx, type Operation, type Problem } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { z } from 'zod';
import { readCtx, type Answer, type Question } from './ask.js';
import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';

/** What handlers lean on; set once at start, before the first question can arrive. */
interface Door {
  key: Buffer;
  logger: Logger;
  metrics: Metrics;
}
let door: Door | undefined;
export function openDoor(opened: Door): void {
  door = opened;
}

/** A class whose methods answer questions. */
export const Answerer = (): ClassDecorator => Controller();

const answered = new Set<string>();
/** Operations that some handler in this process answers. */
export function answeredOperations(): ReadonlySet<string> {
  return answered;
}

/**
 * Answers one operation: checks the gateway's signature, then the input by the operation's schema, calls the method with `(input, ctx)`,
 * and turns a refusal into its problem answer. Handlers do not catch.
 */
export function Answers<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>) {
  return function <M extends (input: z.output<I>, ctx: Ctx) => Promise<z.input<O>> | z.input<O>>(
    target: object,
    name: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void {
    const method = descriptor.value!;
    answered.add(operation.name);
    descriptor.value = async function (this: unknown, question: Partial<Question>): Promise<Answer> {
      return answer(operation, question, (input, ctx) => method.call(this, input as z.output<I>, ctx) as Promise<unknown>);
    } as unknown as M;
    applyDecorators(MessagePattern(`rpc.${operation.name}`) as MethodDecorator)(target, name, descriptor as PropertyDescriptor);
  };
}

async function answer(
  operation: Operation,
  question: Partial<Question>,
  work: (input: unknown, ctx: Ctx) => Promise<unknown>,
): Promise<Answer> {
  const { key, metrics } = door!;
  const since = performance.now();
  const done = (code: string) => metrics.answered(operation.name, code, (performance.now() - since) / 1_000);
  let requestId: string | undefined;
  try {
    const ctx = readCtx(key, operation.name, question);
    requestId = ctx.requestId;
    const input = parseInput(operation.input, question.input);
    const ok = await work(input, ctx);
    done('ok');
    return { ok };
  } catch (error) {
    const problem = refusalOf(error, { operation: operation.name, requestId });
    done(problem.code);
    return { problem };
  }
}

/** What a caller is told of an error: of a refusal its own words; of a failing that it is one, while the log keeps what happened. */
export function refusalOf(error: unknown, { operation, requestId }: { operation: string; requestId?: string | undefined }): Problem {
  const isRefusal = error instanceof DomainError && error.code in errorTexts;
  if (!isRefusal) door!.logger.error({ error, operation, requestId }, 'operation failed');
  return problemFor(isRefusal ? error.code : 'service.failed', error instanceof DomainError ? error.facts : {}, requestId);
}

/** Input by its schema, or a refusal that names every wrong field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const issues = read.error.issues.map((issue) => `${issue.path.join('.') || '内容'}：${issue.message}`);
  throw new DomainError('request.invalid', { issues: issues.slice(0, 10).join('；') });
}
z.config(z.locales.zhCN());
