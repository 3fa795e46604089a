import { sql, type Migration } from 'kysely';

/**
 * An order that was part of an incident and was sent back for rework is a job of its own again, which its row did not say at first. The log does: a rework
 * after it was attached. An order taken out and attached anew has the time of the last one. Few orders of few incidents: seconds.
 */
export const endedIncidentsMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `update work_orders o
         set before_incident = jsonb_set(o.before_incident, '{endedAt}', to_jsonb(to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
         from (select w.street_id, w.id, max(e.recorded_at) as at
               from work_orders w join events e on e.street_id = w.street_id and e.aggregate_id = w.id and e.type = 'dispatch.work-order.reworked.v1'
               where w.incident_id is not null and w.before_incident is not null and w.before_incident ->> 'endedAt' is null
                 and e.recorded_at >= (w.before_incident ->> 'attachedAt')::timestamptz
               group by w.street_id, w.id) r
         where o.street_id = r.street_id and o.id = r.id`,
      )
      .execute(db);
  },
  /** What the row says now was true before. */
  down: () => Promise.resolve(),
};
