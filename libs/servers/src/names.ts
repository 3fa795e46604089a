/** The three servers and the services, once, in the order a person would say them. */
export const serverNames = ['postgres', 'redis', 'nats'] as const;
export type ServerName = (typeof serverNames)[number];

export const serviceNames = ['gateway', 'registry', 'intake', 'dispatch', 'deliberation', 'scoring', 'notify'] as const;
export type ServiceName = (typeof serviceNames)[number];

export const serverTitles: Record<ServerName, string> = { postgres: 'PostgreSQL', redis: 'Redis', nats: 'NATS' };

/** A start that cannot go on. The message is for the person at the terminal: what is wrong and what to do; no stack is shown. */
export class StartError extends Error {
  override name = 'StartError';
}
