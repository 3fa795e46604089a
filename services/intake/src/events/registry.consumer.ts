import { Injectable } from '@nestjs/common';
import { registryEvents } from '@wufang/contracts';
import { on, ruleBookHandlers, type EventConsumer } from '@wufang/service';
import { buildings, estates, places, units } from '../db/places.store.js';

/** Time limits and calendars, and the names of units and places. */
@Injectable()
export class RegistryConsumer implements EventConsumer {
  readonly source = 'registry';
  readonly handlers = [
    ...ruleBookHandlers,
    on(registryEvents.unitRegistered, (tx, { payload: { id, name, kind } }) => tx.put(units, { id, name, kind })),
    on(registryEvents.estateRegistered, (tx, { payload: { id, name, communityId, type, firmId, rightsUnitId } }) =>
      tx.put(estates, { id, name, communityId, type, firmId, rightsUnitId }),
    ),
    on(registryEvents.buildingRegistered, (tx, { payload: { id, estateId, name } }) => tx.put(buildings, { id, estateId, name })),
    on(registryEvents.placeRegistered, (tx, { payload: { code, name, communityId, estateId, buildingId } }) =>
      tx.put(places, { code, name, communityId, estateId, buildingId }),
    ),
  ];
}
