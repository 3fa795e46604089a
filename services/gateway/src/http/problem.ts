import { ArgumentsHost, Catch, HttpException, type ExceptionFilter } from '@nestjs/common';
import { errorTexts, problemFor, type ErrorCode, type Problem } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { refusalOfOutage, type Logger } from '@wufang/service';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Statuses that the server itself refuses with, and what they are called here. */
const codeOfStatus: Record<number, ErrorCode> = {
  400: 'request.invalid',
  404: 'request.unknown-path',
  408: 'service.timeout',
  413: 'request.too-large',
  415: 'request.unsupported-media',
  503: 'service.unavailable',
};

/** Whatever is thrown becomes one problem answer (RFC 9457). What is our own fault is logged and tells the caller nothing but its number. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = this.problemOf(error, request);
    sendProblem(http.getResponse<FastifyReply>(), problem);
  }

  problemOf(thrown: unknown, request: FastifyRequest): Problem {
    const requestId = request.id;
    const error = refusalOfOutage(thrown);
    if (error instanceof DomainError && error.code in errorTexts) return problemFor(error.code, error.facts, requestId);
    const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    const code = status === undefined ? undefined : codeOfStatus[status];
    if (code === 'request.too-large') return problemFor(code, { limit: request.routeOptions.config.limitText ?? '256 KB' }, requestId);
    if (code === 'request.invalid') return problemFor(code, { issues: '内容不是有效的 JSON 或表单' }, requestId);
    if (code) return problemFor(code, {}, requestId);
    this.logger.error({ error, requestId, operation: request.routeOptions.config.operation?.name }, 'request failed');
    return problemFor('service.failed', {}, requestId);
  }
}

/** Sends a problem. Causes within the house stay in the house. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { facts, ...rest } = problem;
  // What cannot even be read as a request has met none of the hooks.
  void reply.header('x-request-id', problem.instance);
  const retryAfter =
    facts?.['retryAfter'] ?? (problem.code === 'account.locked' ? Number(facts?.['minutes']) * 60 : problem.status === 503 ? 2 : undefined);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  if (problem.code === 'account.sign-in-needed') void reply.header('www-authenticate', 'Bearer');
  const shown = problem.status >= 500 || facts === undefined ? rest : { ...rest, facts };
  return reply.code(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(shown));
}
