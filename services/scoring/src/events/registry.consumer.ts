import { Injectable } from '@nestjs/common';
import { registryEvents } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { units } from '../db/facts.store.js';

/** Names and kinds of units. */
@Injectable()
export class RegistryConsumer implements EventConsumer {
  readonly source = 'registry';
  readonly patienceMs = 500;
  readonly handlers = [
    on(registryEvents.unitRegistered, (tx, { payload }) => tx.put(units, { id: payload.id, name: payload.name, kind: payload.kind })),
  ];
}
