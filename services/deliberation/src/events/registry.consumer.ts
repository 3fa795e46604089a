import { Injectable } from '@nestjs/common';
import { registryEvents } from '@wufang/contracts';
import { on, RuleBook, ruleBookHandlers, type EventConsumer } from '@wufang/service';
import { openSlot } from '../app/monthly-slots.js';
import { listedHomes } from '../db/plan-place.store.js';
import { buildings, estates, units } from '../db/tables.store.js';
import { estateHomes } from '../db/votes.store.js';
import { custodianInRegister } from '../domain/fund-custodian.js';
import { monthOf } from '../domain/month.js';

/** Keeps what decisions need of the registry: units, estates, buildings, homes with their measures, time limits, calendars. */
@Injectable()
export class RegistryConsumer implements EventConsumer {
  readonly source = 'registry';

  constructor(private readonly rules: RuleBook) {}

  readonly handlers = [
    ...ruleBookHandlers,
    on(registryEvents.unitRegistered, async (tx, { version, payload: { id, name, kind } }) => {
      tx.put(units, { id, version, name, kind });
      if (kind === 'COMMUNITY') await openSlot(tx, id, monthOf(tx.now), this.rules);
    }),
    on(
      registryEvents.estateRegistered,
      (tx, { version, payload: { id, name, communityId, firmId, rightsUnitId, ownersBody, fundCustodian } }) => {
        const custodian = custodianInRegister(fundCustodian);
        tx.put(estates, { id, version, name, communityId, firmId, rightsUnitId, ownersBody, fundCustodian: custodian });
      },
    ),
    on(registryEvents.buildingRegistered, (tx, { version, payload: { id, estateId, name } }) => {
      tx.put(buildings, { id, version, estateId, name });
    }),
    on(registryEvents.homesListed, (tx, { payload: { estateId, buildingId, stairwells } }) => {
      for (const { stairwell, homeIds } of stairwells) tx.put(listedHomes, { estateId, buildingId, stairwell, homeIds });
    }),
    on(registryEvents.homesMeasured, (tx, { payload: { estateId, buildingId, homes } }) => {
      for (const { ownerDepositFen, sellerDepositFen, ...home } of homes)
        tx.put(estateHomes, {
          ...home,
          estateId,
          buildingId,
          ownerDepositFen: BigInt(ownerDepositFen),
          sellerDepositFen: BigInt(sellerDepositFen),
        });
    }),
  ];
}
