import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { systemCtx } from '@wufang/contracts';
import { Db, type Logger } from '@wufang/service';
import { eraseIfOver } from '../app/erase-person.js';
import { demands } from '../db/demands.store.js';
import type { IntakeDb } from '../db/schema.js';

const LOOK_MS = 60_000;

/** Erases what was restricted, once the matter has ended. A person waits days for it; a look each minute is soon enough. */
@Injectable()
export class ErasureJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly db: Db<IntakeDb>,
    @Inject('LOGGER') private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Looks once; who comes while it looks waits for the same look. */
  look(): Promise<void> {
    return (this.looking ??= this.sweep()
      .catch((error: unknown) => this.logger.warn({ error }, 'what is restricted could not be erased; it is tried again'))
      .finally(() => (this.looking = undefined)));
  }

  private async sweep(): Promise<void> {
    const waiting = await this.db.read(systemCtx('*', 'intake.person.erase'), (sql) =>
      sql.selectFrom('demands').select(['streetId', 'id']).where('erasure', '=', 'RESTRICTED').orderBy('streetId').orderBy('id').execute(),
    );
    for (const { streetId, id } of waiting)
      await this.db.run(systemCtx(streetId, 'intake.person.erase'), async (tx) => {
        const row = await tx.lock(demands, id);
        if (row?.erasure === 'RESTRICTED') await eraseIfOver(tx, row, { basis: null, identityCheck: null });
      });
  }
}
