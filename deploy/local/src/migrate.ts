import { contextKeyFor, migrateService, vaultKeyFor, vaultKeys } from '@wufang/service';
import type { MigrateOptions } from '@wufang/service';
import { seconds, StartError } from '@wufang/servers';
import type { Progress, Secrets, ServiceName } from '@wufang/servers';

/** Brings the schema and role of each service to head; the migrations come from the services themselves. */
export async function migrateAll(adminUrl: string, services: readonly ServiceName[], secrets: Secrets, progress: Progress): Promise<void> {
  const since = Date.now();
  for (const service of services) {
    try {
      const { migrations } = (await import(`@wufang/${service}/migrations`)) as Pick<MigrateOptions, 'migrations'>;
      await migrateService({ adminUrl, service, password: secrets.postgres.roles[service], migrations });
    } catch (error) {
      throw new StartError(`migrating ${service} did not work: ${(error as Error).message}`, { cause: error });
    }
  }
  progress(`schemas at head: ${services.join(', ')} (${seconds(since)})`);
}

/** The admin URL with the service's own role in it. */
export function databaseUrlFor(service: ServiceName, adminUrl: string, secrets: Secrets): string {
  const url = new URL(adminUrl);
  url.username = `wufang_${service}`;
  url.password = secrets.postgres.roles[service];
  return url.href;
}

/** What a service is given to know who acts; the gateway, who says it, has the key that all others come from. */
export function contextKeyOf(service: ServiceName, secrets: Secrets): string {
  return service === 'gateway' ? secrets.contextKey : contextKeyFor(secrets.contextKey, service);
}

/** Services that hold a vault; in a house from before each had a key of its own they alone get the key that all had then. */
const vaultHolders: readonly ServiceName[] = ['gateway', 'registry', 'intake', 'deliberation'];

/** Under which a service seals personal data, and after it the keys its older records need. The root may be a list too, the newest first: so it is changed. */
export function vaultKeyOf(service: ServiceName, { vaultKey, isVaultShared }: Secrets): string {
  const roots = vaultKeys(vaultKey);
  const own = roots.map((root) => vaultKeyFor(root, service));
  return [...own, ...(isVaultShared && vaultHolders.includes(service) ? roots.slice(-1) : [])].join(' ');
}
