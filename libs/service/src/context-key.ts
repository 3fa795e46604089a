import { hkdfSync } from 'node:crypto';
import type { ServiceName } from '@wufang/contracts';

/**
 * The key under which the gateway tells one service who acts, in base64. Each service knows its own and cannot get from it to the gateway's, so a service
 * that is taken over can speak as somebody to itself alone. (A signature would do the same for a hundred times the work on each question.)
 */
export function contextKeyFor(gatewayKey: string, service: ServiceName): string {
  return Buffer.from(hkdfSync('sha256', Buffer.from(gatewayKey, 'base64'), '', `wufang context v1 ${service}`, 32)).toString('base64');
}
