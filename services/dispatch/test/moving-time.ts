import { dispatch } from '@wufang/contracts';
import type { ServiceUnderTest } from '@wufang/testing';
import { forward, leadOf } from './street.js';

/** The database's clock of one service, set forward by the test; it never goes back. */
export class MovingTime {
  private aheadMs = 0;

  constructor(private readonly sut: ServiceUnderTest) {}

  get now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  async forward(ms: number): Promise<void> {
    this.aheadMs += ms;
    await this.sut.admin.query(
      `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${this.aheadMs} milliseconds'''`,
    );
  }

  async to(at: Date | string): Promise<void> {
    await this.forward(Math.max(0, new Date(at).getTime() - this.now.getTime()));
  }
}

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** The Beijing date so many days from an instant. */
export function dayAfter(at: Date | string, days: number): string {
  return new Date(new Date(at).getTime() + days * DAY + 8 * HOUR).toISOString().slice(0, 10);
}

/** An order that its lead is handling, by the unit that leads it. */
export async function handled(sut: ServiceUnderTest, part: Parameters<typeof forward>[1] = {}, streetId = 'qingyun') {
  const demand = await forward(sut, part, streetId);
  const [row] = await sut.rows<{ name: string; lead: string }>(
    'select u.name, o.lead_unit_id as lead from work_orders o join units u on u.id = o.lead_unit_id and u.street_id = o.street_id where o.id = $1',
    [demand.orderId],
  );
  const lead = { ...leadOf(row!.name), streetId };
  await sut.ok(dispatch.accept, { id: demand.orderId }, lead);
  const order = await sut.ok(dispatch.recordFirstContact, { id: demand.orderId }, lead);
  return { ...demand, lead, order };
}
