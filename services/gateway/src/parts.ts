import { Db, type ServiceParts } from '@wufang/service';
import { createFirstAccount } from './app/first-account.js';
import { Passwords } from './app/passwords.js';
import { GatewaySettings } from './config.js';
import { GatewayModule } from './gateway.module.js';
import { HttpDoor } from './http/http-door.js';
import { migrations } from './db/migrations/index.js';

export const gatewayParts: ServiceParts = {
  name: 'gateway',
  module: GatewayModule,
  migrations,
  aggregates: ['accounts'],
  async onReady(app) {
    const { firstAccount } = app.get(GatewaySettings);
    if (firstAccount) await createFirstAccount(app.get(Db), app.get(Passwords), firstAccount);
    await app.get(HttpDoor).open();
  },
  onStop: (app) => app.get(HttpDoor).close(),
};

export { HttpDoor };
