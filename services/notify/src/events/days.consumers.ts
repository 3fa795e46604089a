import { Injectable } from '@nestjs/common';
import { dayEvents, type ServiceName } from '@wufang/contracts';
import { on, type EventConsumer, type On } from '@wufang/service';
import { handHeads } from '../app/hand-heads.js';

/** What to do with the head of a day: the witnesses get it. */
export const dayClosedBy = (service: ServiceName): On => on(dayEvents[service], (tx, event) => handHeads(tx, event, service));

/** Services of which notify hears nothing else yet. */
@Injectable()
export class GatewayDays implements EventConsumer {
  readonly source = 'gateway';
  readonly handlers = [dayClosedBy('gateway')];
}

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
