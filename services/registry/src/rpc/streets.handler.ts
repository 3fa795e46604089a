import { registry, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { openStreet } from '../app/open-street.js';
import { publishCalendar } from '../app/publish-calendar.js';
import { publishTimeLimits } from '../app/publish-time-limits.js';
import { listCalendars, listTimeLimits } from '../db/register.view.js';
import type { RegistrySchema } from '../db/schema.js';
import { holidayYears } from '../holiday-years.js';

type Input<O extends { input: z.ZodType }> = z.output<O['input']>;

@Answerer()
export class StreetsHandler {
  constructor(private readonly db: Db<RegistrySchema>) {}

  @Answers(registry.openStreet)
  open(input: Input<typeof registry.openStreet>, ctx: Ctx) {
    // The new street is its own place: its rows, its chain and the key of this call belong to it and not to the street the caller comes from.
    return this.db.run({ ...ctx, streetId: input.id }, (tx) => openStreet(tx, input, holidayYears));
  }

  @Answers(registry.listTimeLimits)
  listTimeLimits(_: Input<typeof registry.listTimeLimits>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listTimeLimits(sql, ctx));
  }

  @Answers(registry.publishTimeLimits)
  publishTimeLimits(input: Input<typeof registry.publishTimeLimits>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => publishTimeLimits(tx, input));
  }

  @Answers(registry.listCalendars)
  listCalendars(_: Input<typeof registry.listCalendars>, ctx: Ctx) {
    return this.db.read(ctx, listCalendars);
  }

  @Answers(registry.publishCalendar)
  publishCalendar(input: Input<typeof registry.publishCalendar>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => publishCalendar(tx, input));
  }
}
