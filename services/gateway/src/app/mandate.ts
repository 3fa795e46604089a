import type { Role } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { GatewayTx } from '../db/schema.js';
import { mayHoldInAllStreets, type Mandate } from '../domain/standing.js';

export interface WantedMandate {
  role: Role;
  unitId?: string | undefined;
  until?: string | undefined;
  limitFen?: string | undefined;
}

export function mandateFrom({ role, unitId, until, limitFen }: WantedMandate, tx: GatewayTx): Mandate {
  if (tx.streetId === '*' && !mayHoldInAllStreets(role))
    throw new DomainError('request.invalid', {
      issues: 'role：管理全部街道的账号只能是管理员或督查员；其他岗位请在请求头 X-Wufang-Street 指明街道后开设',
    });
  return { id: tx.newId(), role, unitId: unitId ?? null, until: until ?? null, limitFen: limitFen ?? null };
}
