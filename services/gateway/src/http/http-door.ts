import type { AddressInfo } from 'node:net';
import multipart from '@fastify/multipart';
import { Inject, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { gateway, operations, type Operation } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { Metrics, newId, type Logger } from '@wufang/service';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { GatewaySettings } from '../config.js';
import type { Caller } from './caller.js';
import { serveDocs } from './docs.js';
import { fileLimit, jsonLimit } from './input.js';
import { OperationDoor } from './operation-door.js';
import { servePages } from './pages.js';
import { ProblemFilter, sendProblem } from './problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation;
    limitText?: string;
  }
  interface FastifyRequest {
    caller: Caller | undefined;
    startedAt: number;
  }
}

/** More than this many at once would all be answered too late; the rest are asked to come back. */
const MAX_IN_FLIGHT = 1_000;
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
const requestIdPattern = /^[\w-]{8,64}$/;
const methods: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

@Module({})
class Pages {}

/** The one public door: HTTP in front of everything. Each operation is one route; there is no route without an operation but those in `docs.ts` and `pages.ts`. */
@Injectable()
export class HttpDoor {
  private app: NestFastifyApplication | undefined;
  private inFlight = 0;
  /** Where it listens. */
  url = '';
  /** `METHOD /path` of every operation that is mounted. */
  readonly routes: string[] = [];

  constructor(
    private readonly settings: GatewaySettings,
    private readonly door: OperationDoor,
    private readonly metrics: Metrics,
    @Inject('LOGGER') private readonly logger: Logger,
  ) {}

  async open(): Promise<void> {
    const { tls, host, port, isSecure } = this.settings;
    const filter = new ProblemFilter(this.logger);
    const adapter = new FastifyAdapter({
      ...(tls && { https: tls }),
      trustProxy: this.settings.trustProxy,
      bodyLimit: jsonLimit.bytes,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: 65_000,
      http: { headersTimeout: HEADERS_TIMEOUT_MS },
      genReqId: ({ headers }) => {
        const given = headers['x-request-id'];
        return typeof given === 'string' && requestIdPattern.test(given) ? given : newId(new Date());
      },
      frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
        void sendProblem(reply, filter.problemOf(error, request)),
      skipMiddie: true,
    } as ConstructorParameters<typeof FastifyAdapter>[0]);
    this.app = await NestFactory.create<NestFastifyApplication>(Pages, adapter, { logger: false, bodyParser: false, abortOnError: false });
    this.app.useGlobalFilters(filter);
    const server = adapter.getInstance() as unknown as FastifyInstance;
    this.prepare(server, isSecure);
    await this.app.register(multipart as never, { throwFileSizeLimit: true });
    for (const operation of operations) this.mount(server, operation);
    await serveDocs(server);
    if (!servePages(server)) this.logger.warn('the pages are not built; the operations stand alone');
    this.refuseOtherMethods(server);
    await this.app.listen(port, host);
    const address = server.server.address() as AddressInfo;
    this.url = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
    this.logger.info({ url: this.url }, 'the door is open');
  }

  /** Takes no new requests, lets those under way finish. */
  async close(): Promise<void> {
    if (!this.app) return;
    const server = this.app.getHttpServer();
    // A connection that was busy when closing began would stay open, idle, for as long as it may be kept alive.
    const hangUp = setInterval(() => server.closeIdleConnections(), 50);
    await this.app.close();
    clearInterval(hangUp);
  }

  private prepare(server: FastifyInstance, isSecure: boolean): void {
    server.removeAllContentTypeParsers();
    const parseJson = server.getDefaultJsonParser('error', 'error');
    server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
      if (body.length === 0) done(null, {});
      else void parseJson(request, body as string, done);
    });
    server.decorateRequest('caller', undefined);
    server.decorateRequest('startedAt', 0);
    const headers: Record<string, string> = {
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      ...(isSecure && { 'strict-transport-security': 'max-age=31536000' }),
    };
    server.addHook('onRequest', (request, reply, done) => {
      this.inFlight += 1;
      request.startedAt = performance.now();
      void reply.headers(headers).header('x-request-id', request.id);
      done(this.inFlight > MAX_IN_FLIGHT ? new DomainError('service.unavailable', {}) : undefined);
    });
    server.addHook('onResponse', (request, reply, done) => {
      this.inFlight -= 1;
      const operation = request.routeOptions.config.operation?.name ?? 'none';
      this.metrics.answered(operation, String(reply.statusCode), (performance.now() - request.startedAt) / 1000);
      if ((reply.statusCode >= 500 || [401, 403, 429].includes(reply.statusCode)) && operation !== gateway.health.name) {
        const line = {
          requestId: request.id,
          operation,
          status: reply.statusCode,
          accountId: request.caller?.known?.accountId,
          source: request.ip,
        };
        this.logger.info(line, 'refused');
      }
      done();
    });
  }

  private mount(server: FastifyInstance, operation: Operation): void {
    const url = operation.path.replace(/\{(\w+)\}/g, ':$1');
    this.routes.push(`${operation.method} ${operation.path}`);
    server.route({
      method: operation.method,
      url,
      bodyLimit: operation.upload ? fileLimit.bytes + 64 * 1024 : jsonLimit.bytes,
      config: { operation, limitText: operation.upload ? fileLimit.text : jsonLimit.text },
      onRequest: async (request) => {
        request.caller = await this.door.enter(request, operation);
      },
      handler: (request, reply) => this.door.answer(request, reply, operation),
    });
  }

  /** A known path with another method is told which ones there are; OPTIONS is told the same without a complaint. No other site may ask. */
  private refuseOtherMethods(server: FastifyInstance): void {
    const known = new Map<string, Set<string>>();
    for (const { method, path } of operations) {
      // Paths that differ only in the names of their fields are one path here.
      const shape = path.replace(/\{\w+\}/g, ':field');
      const of = known.get(shape) ?? new Set<string>();
      known.set(shape, of.add(method));
      if (method === 'GET') of.add('HEAD');
    }
    for (const [url, of] of known) {
      const allow = [...of, 'OPTIONS'].join(', ');
      server.route({
        method: methods.filter((method) => !of.has(method)),
        url,
        exposeHeadRoute: false,
        onRequest: (request, reply, done) => {
          void reply.header('allow', allow);
          if (request.method === 'OPTIONS') void reply.code(204).send();
          else done(new DomainError('request.wrong-method', { allow }));
        },
        handler: () => undefined,
      });
    }
  }
}
