import { z } from 'zod';
import { event, type EventType } from './event.js';
import { serviceNames, type ServiceName } from './service-names.js';

/** A day of one service's history, closed: `head` is one hash over the ends of all chains that grew on it, linked to the day before. */
export const DayClosed = z.object({
  day: z.iso.date(),
  chains: z.number().int(),
  events: z.number().int(),
  head: z.string(),
  prevHead: z.string().nullable(),
});
export type DayClosed = z.infer<typeof DayClosed>;

/** Every service closes its days itself. */
export const dayEvents = Object.fromEntries(
  serviceNames.map((service) => [service, event(`${service}.day.closed.v1`, '一日留痕封存，摘要交各方见证', DayClosed)]),
) as unknown as Record<ServiceName, EventType<typeof DayClosed>>;

/** A day head somebody outside kept, to be held against the record. */
export const WitnessedHead = z
  .object({ streetId: z.string(), service: z.enum(serviceNames), day: z.iso.date(), head: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'WitnessedHead' });
export type WitnessedHead = z.infer<typeof WitnessedHead>;
