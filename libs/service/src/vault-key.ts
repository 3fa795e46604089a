import type { ServiceName } from '@wufang/contracts';
import { hkdfSync } from 'node:crypto';

/**
 * The key under which this service seals personal data: made from the house's root secret for its name, so that who takes one service over
 * opens that service's records alone. In and out 32 bytes as base64; the same for the same name, ever.
 */
export function vaultKeyFor(rootKey: string, service: ServiceName): string {
  return Buffer.from(hkdfSync('sha256', Buffer.from(rootKey, 'base64'), '', `wufang vault ${service} v1`, 32)).toString('base64');
}
