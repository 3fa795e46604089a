import { sql, type Migration } from 'kysely';

/**
 * A look again (回看) is the community's of the place, not of who repaired, who must not pass its own work. Looks that were asked for before that rule and
 * are still open go to the community as well; where no community is known they stay.
 */
export const looksOfCommunitiesMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `update watch_checks set unit_id = (place ->> 'communityId')::uuid
         where state in ('OPEN', 'WAITING') and place ->> 'communityId' is not null and unit_id <> (place ->> 'communityId')::uuid`,
      )
      .execute(db);
  },
  /** Whose they were is in the log; who looks is not asked back. */
  down: () => Promise.resolve(),
};
