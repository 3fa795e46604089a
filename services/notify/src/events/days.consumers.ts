import { Injectable } from '@nestjs/common';
import { dayEvents, gatewayEvents, type ServiceName } from '@wufang/contracts';
import { on, type EventConsumer, type On } from '@wufang/service';
import { handHeads } from '../app/hand-heads.js';
import { disabledAccounts } from '../db/messages.store.js';

/** What to do with the head of a day: the witnesses get it. */
export const dayClosedBy = (service: ServiceName): On => on(dayEvents[service], (tx, event) => handHeads(tx, event, service));

/** Which accounts are no more: a seat that only such a one holds, or is on duty for, is everyone's in the role again. */
@Injectable()
export class GatewayConsumer implements EventConsumer {
  readonly source = 'gateway';
  readonly handlers = [
    dayClosedBy('gateway'),
    on(gatewayEvents.accountDisabled, (tx, { aggregateId: accountId }) => tx.put(disabledAccounts, { accountId })),
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
