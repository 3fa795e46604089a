import { Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Db, ENV, POOL, readSettings, Vault, type PgPool } from '@wufang/service';
import { Approvals } from './app/approvals.js';
import { Passwords } from './app/passwords.js';
import { SignIns } from './app/sign-in.js';
import { GatewaySettings, gatewaySettings } from './config.js';
import { Budgets } from './db/budgets.store.js';
import type { GatewayDb } from './db/schema.js';
import { Sessions } from './db/sessions.store.js';
import { AccountAnswers } from './http/account.answers.js';
import { Callers } from './http/caller.js';
import { HttpDoor } from './http/http-door.js';
import { OperationDoor } from './http/operation-door.js';
import { OperatorAnswers } from './http/operator.answers.js';
import { PublicBudgets } from './http/public-budgets.js';
import { SessionAnswers } from './http/session.answers.js';

const SWEEP_MS = 300_000;

/** Forgets sessions and budgets that are over; they count for nothing any more, they only take room. */
@Injectable()
export class Sweeper implements OnApplicationShutdown {
  private readonly timer: NodeJS.Timeout;

  constructor(@Inject(Sessions) sessions: Sessions, @Inject(Budgets) budgets: Budgets) {
    this.timer = setInterval(() => void Promise.allSettled([sessions.sweep(), budgets.sweep()]), SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

@Module({
  providers: [
    {
      provide: GatewaySettings,
      useFactory: (env: NodeJS.ProcessEnv) => new GatewaySettings(readSettings(gatewaySettings, env)),
      inject: [ENV],
    },
    {
      provide: Sessions,
      useFactory: (pool: PgPool, settings: GatewaySettings) =>
        new Sessions(pool, { idleSeconds: settings.sessionIdleSeconds, seconds: settings.sessionSeconds }),
      inject: [POOL, GatewaySettings],
    },
    { provide: Budgets, useFactory: (pool: PgPool) => new Budgets(pool), inject: [POOL] },
    Passwords,
    {
      provide: SignIns,
      useFactory: (db: Db<GatewayDb>, budgets: Budgets, sessions: Sessions, passwords: Passwords) =>
        new SignIns(db, budgets, sessions, passwords),
      inject: [Db, Budgets, Sessions, Passwords],
    },
    {
      provide: Approvals,
      useFactory: (db: Db<GatewayDb>, vault: Vault, signIns: SignIns) => new Approvals(db, vault, signIns),
      inject: [Db, Vault, SignIns],
    },
    Callers,
    PublicBudgets,
    SessionAnswers,
    AccountAnswers,
    OperatorAnswers,
    OperationDoor,
    HttpDoor,
    Sweeper,
  ],
})
export class GatewayModule {}
