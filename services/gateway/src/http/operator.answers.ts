import { Injectable } from '@nestjs/common';
import { gateway, serviceNames, type ServiceName } from '@wufang/contracts';
import { openApiOf } from '@wufang/contracts/open-api';
import { DomainError } from '@wufang/kernel';
import { Asker, type AuditReport, type DeadEvent, type Health } from '@wufang/service';
import { local, Reply } from './answer.js';
import { mergeMetrics } from './merge-metrics.js';

/** A service asks its servers for 3 s before it says what is missing. */
const HEALTH_TIMEOUT_MS = 4_000;
const HEALTH_FRESH_MS = 1_000;
const VERIFY_TIMEOUT_MS = 300_000;
const TIMEOUT_MS = 10_000;

interface HouseHealth {
  ready: boolean;
  services: Health[];
}

/** What the person on duty asks of all services. */
@Injectable()
export class OperatorAnswers {
  private readonly openApi = openApiOf();
  private health: { askedAt: number; answer: Promise<HouseHealth> } | undefined;

  constructor(private readonly asker: Asker) {}

  readonly answers = [
    local(gateway.health, async () => {
      const now = performance.now();
      if (!this.health || now - this.health.askedAt > HEALTH_FRESH_MS) this.health = { askedAt: now, answer: this.askHealth() };
      const health = await this.health.answer;
      return new Reply(health, { status: health.ready ? 200 : 503 });
    }),
    local(gateway.metrics, async () => {
      const texts = await Promise.allSettled(
        serviceNames.map((service) => this.asker.askOperator<string>(service, 'metrics', {}, HEALTH_TIMEOUT_MS)),
      );
      // A service that is down has no figures; that it is down is told by the others' absence and by health.
      return mergeMetrics(texts.flatMap((text) => (text.status === 'fulfilled' ? [text.value] : [])));
    }),
    local(gateway.verifyAudit, async ({ witness }) => {
      const services = await this.askAll<AuditReport>('verify-audit', VERIFY_TIMEOUT_MS, (service) => ({
        witness: witness.filter((kept) => kept.service === service),
      }));
      return { services: services.map(({ service, answer }) => ({ service, ...answer })) };
    }),
    local(gateway.confirmTime, async () => ({
      services: (await this.askAll<null>('confirm-time', TIMEOUT_MS)).map(({ service }) => service),
    })),
    local(gateway.listDeadEvents, async () => {
      const services = await this.askAll<DeadEvent[]>('dead-events', TIMEOUT_MS);
      return { events: services.flatMap(({ service, answer }) => answer.map((dead) => ({ service, ...dead }))) };
    }),
    local(gateway.replayDeadEvents, async ({ service, ids }) => {
      return {
        replayed: await this.asker.askOperator<number>(knownService(service), 'replay-dead', ids ? { ids } : {}, VERIFY_TIMEOUT_MS),
      };
    }),
    local(gateway.retell, async ({ service, ...since }) => {
      const names = service === undefined ? serviceNames : [knownService(service)];
      // One after another: what is told again is heard by all others.
      const services: { service: string; events: number }[] = [];
      for (const name of names)
        services.push({ service: name, events: await this.asker.askOperator<number>(name, 'retell', since, VERIFY_TIMEOUT_MS) });
      return { services };
    }),
    local(gateway.openApi, () => Promise.resolve(this.openApi)),
  ];

  /** All or nothing: a report without one of the services would look better than things are. */
  private async askAll<T>(
    verb: string,
    timeoutMs: number,
    inputFor: (service: string) => object = () => ({}),
  ): Promise<{ service: string; answer: T }[]> {
    return Promise.all(
      serviceNames.map(async (service) => ({
        service,
        answer: await this.asker.askOperator<T>(service, verb, inputFor(service), timeoutMs),
      })),
    );
  }

  private async askHealth(): Promise<HouseHealth> {
    const services = await Promise.all(
      serviceNames.map((service) =>
        this.asker
          .askOperator<Health>(service, 'health', {}, HEALTH_TIMEOUT_MS)
          .catch((): Health => ({ service, ready: false, reasons: [`does not answer within ${HEALTH_TIMEOUT_MS / 1000} s`], version: '' })),
      ),
    );
    return { ready: services.every(({ ready }) => ready), services };
  }
}

function knownService(name: string): ServiceName {
  const known = serviceNames.find((service) => service === name);
  if (!known) throw new DomainError('request.invalid', { issues: `service：没有“${name.slice(0, 40)}”` });
  return known;
}
