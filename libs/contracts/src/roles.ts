/**
 * Roles and relations. A role says what a person is for; the relation beside it in an operation's access
 * table says how near an object must be before that role may touch it.
 */
export const roles = [
  'resident',
  'phone_desk',
  'community_worker',
  'firm_handler',
  'firm_manager',
  'rights_unit_rep',
  'owners_body_rep',
  'counting_group',
  'department_handler',
  'section_chief',
  'street_leader',
  'callback_desk',
  'inspector',
  'citizen_supervisor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** From far to near: the whole street; an object my unit takes part in; one my unit leads; my own. */
export const relations = ['street', 'concerned', 'lead', 'own'] as const;
export type Relation = (typeof relations)[number];

/** Who may call an operation: nobody but those named, each within one relation. `public` needs no account. */
export type Access = 'public' | Partial<Record<Role, Relation>>;

/** Those who act on an order for the unit that leads it. */
export const orderLeads = {
  community_worker: 'lead',
  firm_handler: 'lead',
  firm_manager: 'lead',
  department_handler: 'lead',
  section_chief: 'lead',
} as const satisfies Access;

/** Those who answer whether their unit takes over an order that another one still leads (接收转办). */
export const orderReceivers = {
  community_worker: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  department_handler: 'concerned',
  section_chief: 'concerned',
} as const satisfies Access;

/** Those who may read an order: units what concerns them, people of the street all of it. */
export const orderReaders = {
  community_worker: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  department_handler: 'concerned',
  phone_desk: 'street',
  callback_desk: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
} as const satisfies Access;

/** Everyone who works on orders for a unit. */
export const handlerRoles = [
  'community_worker',
  'firm_handler',
  'firm_manager',
  'department_handler',
  'section_chief',
] as const satisfies readonly Role[];

/** The farthest relation these roles reach in this access table, or null when none of them is named. */
export function relationFor(access: Access, held: readonly Role[]): Relation | 'public' | null {
  if (access === 'public') return 'public';
  for (const relation of relations) {
    if (held.some((role) => access[role] === relation)) return relation;
  }
  return null;
}
