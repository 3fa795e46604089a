import { Injectable } from '@nestjs/common';
import { operations, pathFieldsOf, type Ctx, type Operation } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { Asker, Db, parseInput, Vault, within } from '@wufang/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Approvals } from '../app/approvals.js';
import { peopleOf } from '../db/accounts.view.js';
import type { GatewayDb } from '../db/schema.js';
import { AccountAnswers } from './account.answers.js';
import { Reply, type LocalAnswer } from './answer.js';
import { Callers, type Caller } from './caller.js';
import { inputOf } from './input.js';
import { OperatorAnswers } from './operator.answers.js';
import { sendProblem } from './problem.js';
import { PublicBudgets } from './public-budgets.js';
import { SessionAnswers } from './session.answers.js';
import { strictly } from './strict.js';

const keyPattern = /^[\x21-\x7e]{1,200}$/;

/** One request, straight down: who calls and may they, what do they want, who answers it. */
@Injectable()
export class OperationDoor {
  private readonly local: Map<string, LocalAnswer>;
  private readonly inputs = new Map(operations.map((operation) => [operation.name, strictly(operation.input)]));

  constructor(
    private readonly callers: Callers,
    private readonly asker: Asker,
    private readonly budgets: PublicBudgets,
    private readonly vault: Vault,
    private readonly approvals: Approvals,
    private readonly db: Db<GatewayDb>,
    sessions: SessionAnswers,
    accounts: AccountAnswers,
    operator: OperatorAnswers,
  ) {
    this.local = new Map([...sessions.answers, ...accounts.answers, ...operator.answers].map((answer) => [answer.operation.name, answer]));
    const missing = operations.filter(({ name }) => name.startsWith('gateway.') && !this.local.has(name));
    if (missing.length > 0) throw new Error(`nobody answers ${missing.map(({ name }) => name).join(', ')}`);
  }

  /** Before the body is read: identity, access, origin, kind of content. */
  async enter(request: FastifyRequest, operation: Operation): Promise<Caller> {
    const caller = await this.callers.of(request, operation);
    if (operation.method === 'POST' || operation.method === 'PUT') checkContent(request, operation, caller);
    return caller;
  }

  async answer(request: FastifyRequest, reply: FastifyReply, operation: Operation): Promise<FastifyReply> {
    const caller = request.caller!;
    if (operation.upload && caller.scope === 'public') await this.budgets.spend(operation, {}, request.ip);
    const input = await inputOf(request, operation);
    const password = operation.reauthenticates ? takePassword(input) : undefined;
    const parsed = parseInput(this.inputs.get(operation.name)!, input);
    const streetId = this.callers.streetOf(request, operation, caller, input);
    const ctx = this.callers.ctxOf(request, operation, caller, streetId);
    this.addKey(request, operation, input, ctx);
    // What is signed is what came in, without the password, which goes no further.
    if (password !== undefined)
      ctx.approval = await inTime(operation, this.approvals.approve(caller.known!, password, input, ctx, request.ip));
    const mine = this.local.get(operation.name);
    if (mine) return send(reply, operation, await inTime(operation, mine.answer(parsed, ctx, { caller, source: request.ip })));
    if (caller.scope === 'public' && !operation.upload) await this.budgets.spend(operation, input, request.ip);
    if (operation.namesPeople) ctx.people = await this.db.read(ctx, (sql) => peopleOf(sql, streetId));
    // The service reads the input by the same schema, so it gets what came in, not what was made of it.
    const answer = await this.asker.ask(operation, input, ctx);
    return 'problem' in answer ? sendProblem(reply, answer.problem) : send(reply, operation, answer.ok);
  }

  /**
   * The key under which doing it twice is doing it once: the caller's own, or the id the caller chose for what it creates. The hash of the
   * input is keyed, since inputs hold passwords and phone numbers.
   */
  private addKey(request: FastifyRequest, operation: Operation, input: Record<string, unknown>, ctx: Ctx): void {
    if (operation.method === 'GET' || operation.isSecret) return;
    const given = request.headers['idempotency-key'];
    if (given !== undefined && (typeof given !== 'string' || !keyPattern.test(given)))
      throw new DomainError('request.invalid', { issues: 'Idempotency-Key：1 至 200 个可见字符' });
    const key = given ?? (isCreation(operation) ? (input['id'] as string) : undefined);
    if (key === undefined) return;
    ctx.idempotencyKey = key;
    ctx.requestHash = this.vault.index('request', JSON.stringify(input)).toString('base64url');
  }
}

/** What the gateway does itself has the end that it sets to others: a database that does not commit must not keep callers waiting. */
function inTime<T>(operation: Operation, work: Promise<T>): Promise<T> {
  return within(work, operation.timeoutMs ?? 10_000, () => new DomainError('service.timeout', {}));
}

/** The caller's password, taken out of what is passed on. */
function takePassword(input: Record<string, unknown>): string {
  const { password } = input;
  delete input['password'];
  if (typeof password !== 'string' || password === '' || password.length > 200)
    throw new DomainError('request.invalid', { issues: 'password：请再次输入本人密码' });
  return password;
}

/** Creates something under an id that the caller chose. */
function isCreation(operation: Operation): boolean {
  return operation.method === 'POST' && operation.success === 201 && 'id' in shapeOf(operation) && !pathFieldsOf(operation).includes('id');
}

function shapeOf({ input }: Operation): object {
  return (input as unknown as { shape?: object }).shape ?? {};
}

function checkContent(request: FastifyRequest, operation: Operation, caller: Caller): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const wanted = operation.upload ? 'multipart/form-data' : 'application/json';
  // Other pages can send forms and texts with our cookie, but not JSON; so even an empty body must call itself JSON then.
  const mayBeBare = !operation.upload && type === undefined && caller.cookie === undefined && !hasBody(request);
  if (type !== wanted && !mayBeBare) throw new DomainError('request.unsupported-media', {});
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function send(reply: FastifyReply, operation: Operation, answer: unknown): FastifyReply {
  const { body, besides } = answer instanceof Reply ? answer : { body: answer, besides: {} as Reply['besides'] };
  void reply.code(besides.status ?? operation.success ?? 200);
  if (besides.cookie !== undefined) void reply.header('set-cookie', besides.cookie);
  if (operation.answersText !== undefined) return reply.header('content-type', operation.answersText).send(body);
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}
