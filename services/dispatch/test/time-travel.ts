import type { ServiceUnderTest } from '@wufang/testing';

/** From now on the database's clock shows this instant, and goes on from there. The only clock that decides anything. */
export async function travelTo(sut: ServiceUnderTest, at: string): Promise<void> {
  await sut.admin.query(
    `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${Date.parse(at) - Date.now()} milliseconds'''`,
  );
}
