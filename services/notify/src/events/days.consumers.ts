import { Injectable } from '@nestjs/common';
import { dayEvents, gatewayEvents, type ServiceName } from '@wufang/contracts';
import { on, type EventConsumer, type On } from '@wufang/service';
import { handHeads } from '../app/hand-heads.js';
import { disabledAccounts, unitChiefs } from '../db/messages.store.js';

/** What to do with the head of a day: the witnesses get it. */
export const dayClosedBy = (service: ServiceName): On => on(dayEvents[service], (tx, event) => handHeads(tx, event, service));

/**
 * Which accounts are no more, so that a seat that only such a one holds, or is on duty for, is everyone's in the role again; and who is chief of which unit, who
 * hears of its stages.
 */
@Injectable()
export class GatewayConsumer implements EventConsumer {
  readonly source = 'gateway';
  readonly handlers = [
    dayClosedBy('gateway'),
    on(gatewayEvents.accountDisabled, (tx, { aggregateId: accountId }) => tx.put(disabledAccounts, { accountId })),
    on(gatewayEvents.accountEnabled, (tx, { aggregateId: accountId }) => tx.remove(disabledAccounts, { accountId })),
    on(gatewayEvents.mandateGranted, (tx, { aggregateId: accountId, payload: { mandateId, role, unitId, until } }) => {
      if (role !== 'section_chief' || unitId === null) return;
      tx.put(unitChiefs, { mandateId, accountId, unitId, until: until === null ? null : new Date(until) });
    }),
    on(gatewayEvents.mandateEnded, (tx, { payload: { mandateId } }) => tx.remove(unitChiefs, { mandateId })),
  ];
}

/** Services of which notify hears nothing else yet. */

@Injectable()
export class RegistryDays implements EventConsumer {
  readonly source = 'registry';
  readonly handlers = [dayClosedBy('registry')];
}

@Injectable()
export class ScoringDays implements EventConsumer {
  readonly source = 'scoring';
  readonly handlers = [dayClosedBy('scoring')];
}

/** Its own day too, by the same way. */
@Injectable()
export class NotifyDays implements EventConsumer {
  readonly source = 'notify';
  readonly handlers = [dayClosedBy('notify')];
}
