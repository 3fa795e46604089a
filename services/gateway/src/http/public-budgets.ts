import { Inject, Injectable } from '@nestjs/common';
import type { Operation } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { within, type Logger } from '@wufang/service';
import { GatewaySettings } from '../config.js';
import { Budgets } from '../db/budgets.store.js';
import { trackingOfNumber, type Budget } from '../domain/limits.js';

/** Photos go with a demand, several to one. */
const photosPerDemand = 9;
/** Longer than this nobody waits to be counted. */
const COUNT_MS = 2_000;

/**
 * How often one source may use what needs no account. Handing in a demand goes on when counting fails, with a warning, since it may be an
 * emergency; everything else stops.
 */
@Injectable()
export class PublicBudgets {
  constructor(
    private readonly budgets: Budgets,
    private readonly settings: GatewaySettings,
    @Inject('LOGGER') private readonly logger: Logger,
  ) {}

  async spend(operation: Operation, input: Record<string, unknown>, source: string): Promise<void> {
    try {
      for (const [budget, who] of this.wanted(operation, input, source)) {
        const { used, secondsLeft } = await within(this.budgets.spend(budget, who), COUNT_MS, () => new Error('not counted in time'));
        if (used > budget.times) throw new DomainError('request.too-many', { retryAfter: secondsLeft });
      }
    } catch (error) {
      if (error instanceof DomainError) throw error;
      if (operation.name !== 'intake.demand.receive-public') throw new DomainError('service.unavailable', {});
      this.logger.warn({ error, operation: operation.name }, 'public demands are not counted: the limit for a source does not hold');
    }
  }

  private wanted(operation: Operation, input: Record<string, unknown>, source: string): [Budget, string][] {
    const { publicSubmits, publicLooks } = this.settings;
    if (operation.upload) return [[{ ...publicSubmits, kind: 'public-photo', times: publicSubmits.times * photosPerDemand }, source]];
    // What is answered by a number and four digits must not be tried through by turns.
    const isByNumber = 'phoneTail' in input;
    const ofNumber: [Budget, string][] = isByNumber ? [[trackingOfNumber, `${String(input['streetId'])}\0${String(input['no'])}`]] : [];
    if (operation.success === 201) {
      // An emergency still gets through when neighbours behind the same address have used up the ordinary budget.
      return [[input['isEmergency'] === true ? { ...publicSubmits, kind: 'public-emergency' } : publicSubmits, source], ...ofNumber];
    }
    return [[publicLooks, source], ...ofNumber];
  }
}
