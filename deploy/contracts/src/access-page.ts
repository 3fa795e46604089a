import { operations, roles, type Operation, type Relation, type Role } from '@wufang/contracts';

const letters: Record<Relation, string> = { street: 'S', concerned: 'C', lead: 'L', own: 'O' };

/** Operation × role, as the gateway enforces it. */
export function accessPage(): string {
  const header = ['Operation', '', ...roles.map((role) => role.replaceAll('_', ' '))];
  return [
    '# Who may do what',
    '',
    '<!-- Printed by `npm run contracts` from libs/contracts. Do not edit. -->',
    '',
    'Nobody may do anything that is not in this table. The letter is the relation an object must have to the caller: **S** anything of the street,',
    '**C** what concerns one of their units, **L** what one of their units leads, **O** their own. An object farther away answers 404. **public** needs no account.',
    '',
    `| ${header.join(' | ')} |`,
    `|${header.map(() => '---').join('|')}|`,
    ...operations.map(
      (operation) =>
        `| ${[`\`${operation.name}\``, `${operation.method} \`${operation.path}\` ${operation.summary}`, ...roles.map((role) => cell(operation, role))].join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

function cell({ access }: Operation, role: Role): string {
  if (access === 'public') return 'public';
  const relation = access[role];
  return relation === undefined ? '' : letters[relation];
}
