import { sql, type Migration } from 'kysely';

/** The code of a home's share may be exchanged for another with the same mark, once a stranger has held it; what the home pays stays frozen. */
export const renewedCodesMigration: Migration = {
  async up(db) {
    const statements = [
      `create function frozen_home_share() returns trigger language plpgsql as $$
       begin
         if tg_op = 'UPDATE' and to_jsonb(new) - 'lookup_code' = to_jsonb(old) - 'lookup_code' and right(new.lookup_code, 3) = right(old.lookup_code, 3) then
           return new;
         end if;
         raise exception 'shares of a plan do not change';
       end $$`,
      'drop trigger plan_home_shares_frozen on plan_home_shares',
      'create trigger plan_home_shares_frozen before update or delete on plan_home_shares for each row execute function frozen_home_share()',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down(db) {
    const statements = [
      'drop trigger plan_home_shares_frozen on plan_home_shares',
      'create trigger plan_home_shares_frozen before update or delete on plan_home_shares for each row execute function frozen_share()',
      'drop function frozen_home_share()',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
