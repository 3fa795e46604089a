import { Injectable } from '@nestjs/common';
import { registryEvents } from '@wufang/contracts';
import { keepCalendar, on, ruleBookHandlers, type EventConsumer } from '@wufang/service';
import { scheduleLeaderLists } from '../app/make-leader-list.js';
import { lookAtPlans } from '../app/plan-duty.js';
import { estates, points, units } from '../db/directories.store.js';
import { buildingKeepers } from '../db/building-keepers.store.js';
import { buildingHomes, buildings } from '../db/incidents.store.js';

/** Keeps what decisions need of the registry: units, estates, buildings with their homes, points, time limits, calendars. */
@Injectable()
export class RegistryConsumer implements EventConsumer {
  readonly source = 'registry';

  readonly handlers = [
    ...ruleBookHandlers.filter(({ type }) => type.type !== registryEvents.calendarPublished.type),
    on(registryEvents.calendarPublished, async (tx, event) => {
      keepCalendar(tx, event.payload);
      await lookAtPlans(tx);
    }),
    on(registryEvents.streetOpened, (tx) => scheduleLeaderLists(tx)),
    on(registryEvents.unitRegistered, (tx, { version, payload: { id, name, kind, parentName } }) => {
      tx.put(units, { id, version, name, kind, parentName });
    }),
    on(registryEvents.estateRegistered, (tx, { version, payload: { id, name, communityId, type, builtYear, firmId, rightsUnitId } }) => {
      tx.put(estates, { id, version, name, communityId, type, builtYear, firmId, rightsUnitId });
    }),
    on(registryEvents.buildingRegistered, (tx, { version, payload: { id, estateId, name, stairwells, floors } }) => {
      tx.put(buildings, { id, version, estateId, name, stairwells, floors });
    }),
    on(registryEvents.keeperSet, (tx, { payload: { buildingId, accountId } }) => tx.put(buildingKeepers, { buildingId, accountId })),
    on(registryEvents.placeRegistered, (tx, { payload: { code, name } }) => tx.put(points, { code, name })),
    on(registryEvents.homesListed, (tx, { payload: { estateId, buildingId, stairwells } }) => {
      for (const { stairwell, homeIds } of stairwells) tx.put(buildingHomes, { estateId, buildingId, stairwell, homeIds });
    }),
  ];
}
