import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** States in which few of a street's open orders are. */
const uncommon = ['DISPUTED', 'JOINT', 'DELIBERATING', 'SUSPENDED', 'REWORK'].map((state) => `'${state}'`).join(', ');

/**
 * Which open orders concern a unit, so that a list for a unit, or for a community, need not walk those of the whole street. Kept by triggers that wake at
 * the dispatch, when other units come to be concerned, and at the end: a step of handling changes neither, and writes nothing here. An index over the array
 * would cost less, but behind row-level security no condition on an array is asked of an index. The index by level holds what is
 * not ordinary. Uncommon states have a table too, for an index over them would make every step of every order write all indexes anew.
 *
 * While it is filled orders are read and not written: seconds for a street's open orders.
 */
export const openOrderUnitsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table open_order_units (street_id text not null, unit_id uuid not null, order_id uuid not null, primary key (street_id, unit_id, order_id))`,
      `insert into open_order_units select distinct street_id, unnest(concerned_unit_ids), id from work_orders where is_open`,
      `create function keep_open_order_units() returns trigger language plpgsql set search_path from current as $$
       begin
         if tg_op = 'UPDATE' then
           delete from open_order_units where street_id = old.street_id and unit_id = any(old.concerned_unit_ids) and order_id = old.id;
         end if;
         if new.is_open then
           insert into open_order_units select distinct new.street_id, unnest(new.concerned_unit_ids), new.id;
         end if;
         return null;
       end $$`,
      `create trigger open_order_units_new after insert on work_orders for each row when (new.is_open) execute function keep_open_order_units()`,
      `create trigger open_order_units_change after update of is_open, concerned_unit_ids on work_orders for each row
         when (old.is_open <> new.is_open or (new.is_open and old.concerned_unit_ids is distinct from new.concerned_unit_ids)) execute function keep_open_order_units()`,
      `create table uncommon_order_states (street_id text not null, state text not null, order_id uuid not null, primary key (street_id, state, order_id))`,
      `insert into uncommon_order_states select street_id, state, id from work_orders where is_open and state in (${uncommon})`,
      `create function keep_uncommon_order_states() returns trigger language plpgsql set search_path from current as $$
       begin
         if tg_op = 'UPDATE' then
           delete from uncommon_order_states where street_id = old.street_id and state = old.state and order_id = old.id;
         end if;
         if new.is_open and new.state in (${uncommon}) then
           insert into uncommon_order_states values (new.street_id, new.state, new.id);
         end if;
         return null;
       end $$`,
      `create trigger uncommon_order_states_new after insert on work_orders for each row
         when (new.is_open and new.state in (${uncommon})) execute function keep_uncommon_order_states()`,
      `create trigger uncommon_order_states_change after update of is_open, state on work_orders for each row
         when ((old.state, old.is_open) <> (new.state, new.is_open) and (old.state in (${uncommon}) or new.state in (${uncommon}))) execute function keep_uncommon_order_states()`,
      `create index work_orders_uncommon on work_orders (street_id, level, due_at, id) where is_open and level <> 'N'`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'open_order_units', ['unit_id']);
    await secureRows(db, 'uncommon_order_states');
  },
  async down(db) {
    const statements = [
      `drop index work_orders_uncommon`,
      `drop trigger uncommon_order_states_change on work_orders`,
      `drop trigger uncommon_order_states_new on work_orders`,
      `drop function keep_uncommon_order_states`,
      `drop table uncommon_order_states`,
      `drop trigger open_order_units_change on work_orders`,
      `drop trigger open_order_units_new on work_orders`,
      `drop function keep_open_order_units`,
      `drop table open_order_units`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
