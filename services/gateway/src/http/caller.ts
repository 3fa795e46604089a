import { Injectable } from '@nestjs/common';
import { streetFieldOf, type Actor, type Ctx, type Operation } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { FastifyRequest } from 'fastify';
import { hashOfSecret } from '../app/secrets.js';
import { GatewaySettings } from '../config.js';
import { Sessions, type KnownCaller } from '../db/sessions.store.js';
import { standingFor, type Standing } from '../domain/standing.js';
import { isOwnRequest } from './origin.js';

export const cookieName = '__Host-wufang';
const cookiePattern = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{43})(?:;|$)`);
const bearerPattern = /^Bearer (wf_[\w-]{43})$/i;
const streetPattern = /^[a-z][a-z0-9-]{1,30}$/;

/** Who calls one operation, found before anything of the body is read. */
export interface Caller extends Standing {
  /** Absent for what is public. */
  known?: KnownCaller;
  /** Hash of the session cookie that came along. */
  cookie?: Buffer;
}

/** Finds out who calls and whether they may; deny by default. */
@Injectable()
export class Callers {
  constructor(
    private readonly sessions: Sessions,
    private readonly settings: GatewaySettings,
  ) {}

  async of(request: FastifyRequest, operation: Operation): Promise<Caller> {
    const { headers, method } = request;
    const secret = headers.cookie === undefined ? undefined : cookiePattern.exec(headers.cookie)?.[1];
    const cookie = secret === undefined ? {} : { cookie: hashOfSecret(secret) };
    const bearer = headers.authorization;
    if (bearer === undefined) {
      const sent = {
        method,
        origin: headers.origin,
        fetchSite: headers['sec-fetch-site'] as string | undefined,
        hasCookie: secret !== undefined,
      };
      if (!isOwnRequest(sent, this.ownOrigins(request))) throw new DomainError('request.foreign-origin', {});
    }
    if (operation.access === 'public') return { scope: 'public', roles: [], unitIds: [], ...cookie };
    const known = await this.known(bearer, cookie.cookie);
    if (!known) throw new DomainError('account.sign-in-needed', {});
    const standing = standingFor(operation.access, known.mandates, known.now);
    if (!standing) throw new DomainError('access.denied', {});
    return { ...standing, known, ...cookie };
  }

  private async known(bearer: string | undefined, cookie: Buffer | undefined): Promise<KnownCaller | undefined> {
    if (bearer !== undefined) {
      const token = bearerPattern.exec(bearer)?.[1];
      const found = token === undefined ? undefined : await this.sessions.find(hashOfSecret(token));
      return found?.kind === 'token' ? found : undefined;
    }
    const found = cookie && (await this.sessions.find(cookie));
    return found?.kind === 'session' ? found : undefined;
  }

  private ownOrigins(request: FastifyRequest): string[] {
    return [`${this.settings.isSecure ? 'https' : 'http'}://${request.host}`, ...this.settings.origins];
  }

  /**
   * The street a call is about. An account of one street stays in it; one of all streets names the street in `X-Wufang-Street`, or in the
   * operation's own field. `*` never leaves the gateway: for a service it would mean every street.
   */
  streetOf(request: FastifyRequest, operation: Operation, caller: Caller, input: Record<string, unknown>): string {
    const field = streetFieldOf(operation);
    const named = field === undefined ? request.headers['x-wufang-street'] : input[field];
    const own = caller.known?.streetId ?? '*';
    if (named === undefined) {
      if (own === '*' && !operation.name.startsWith('gateway.')) throw new DomainError('street.needed', {});
      return own;
    }
    if (typeof named !== 'string' || !streetPattern.test(named))
      throw new DomainError('street.unknown', { streetId: String(named).slice(0, 40) });
    if (own !== '*' && named !== own) throw new DomainError('access.denied', {});
    return named;
  }

  ctxOf(request: FastifyRequest, operation: Operation, caller: Caller, streetId: string): Ctx {
    const { roles, unitIds, otherUnitIds } = caller;
    const actor: Actor = { accountId: caller.known?.accountId ?? 'public', roles, unitIds, ...(otherUnitIds && { otherUnitIds }) };
    return { requestId: request.id, operation: operation.name, streetId, actor, scope: caller.scope };
  }
}
