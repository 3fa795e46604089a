import { Injectable } from '@nestjs/common';
import { classificationEvents, intakeEvents } from '@wufang/contracts';
import { on, RuleBook, type EventConsumer } from '@wufang/service';
import { confirmDanger } from '../app/confirm-danger.js';
import { correctOrderCategory } from '../app/correct-order-category.js';
import { dispatchDemand } from '../app/dispatch-demand.js';
import { importOrder } from '../app/import-order.js';
import { lowerLevel } from '../app/lower-level.js';
import { seePhoto } from '../app/name-photos.js';
import { settleCallback } from '../app/settle-callback.js';
import { StreetBook } from '../db/street-book.js';

@Injectable()
export class IntakeConsumer implements EventConsumer {
  readonly source = 'intake';

  constructor(
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  readonly handlers = [
    on(intakeEvents.demandForwarded, (tx, event) => dispatchDemand(tx, event, this.rules, this.streets)),
    on(intakeEvents.demandImported, (tx, event) => importOrder(tx, event, this.rules, this.streets)),
    on(intakeEvents.photoAdded, (tx, { aggregateId, payload }) => seePhoto(tx, aggregateId, payload.photoId, this.rules)),
    on(intakeEvents.photosListed, async (tx, { aggregateId, payload }) => {
      for (const photoId of payload.photoIds) await seePhoto(tx, aggregateId, photoId, this.rules);
    }),
    on(classificationEvents.levelConfirmed, (tx, event) => confirmDanger(tx, event, this.rules)),
    on(classificationEvents.categoryChanged, (tx, event) => correctOrderCategory(tx, event, this.rules, this.streets)),
    on(classificationEvents.levelLowered, (tx, event) => lowerLevel(tx, event, this.rules, this.streets)),
    on(intakeEvents.callbackRecorded, (tx, event) => settleCallback(tx, event, this.rules, this.streets)),
  ];
}
