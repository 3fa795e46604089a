import { Injectable } from '@nestjs/common';
import { gatewayEvents } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { accountMandates, disabledAccounts, endedMandates } from '../db/tables.store.js';

/** Keeps who may act for which unit, until when and up to what amount. */
@Injectable()
export class GatewayConsumer implements EventConsumer {
  readonly source = 'gateway';

  readonly handlers = [
    on(gatewayEvents.mandateGranted, (tx, { aggregateId: accountId, payload: { mandateId, role, unitId, until, limitFen } }) => {
      tx.put(accountMandates, { mandateId, accountId, role, unitId, until, limitFen: limitFen ?? null });
    }),
    on(gatewayEvents.mandateEnded, (tx, { payload: { mandateId } }) => {
      tx.put(endedMandates, { mandateId });
    }),
    on(gatewayEvents.accountDisabled, (tx, { aggregateId: accountId }) => {
      tx.put(disabledAccounts, { accountId });
    }),
  ];
}
