import { Module } from '@nestjs/common';
import { RegisterImportJob } from './jobs/register-import.job.js';
import { PoliciesHandler } from './rpc/policies.handler.js';
import { PeopleHandler } from './rpc/people.handler.js';
import { RegisterHandler } from './rpc/register.handler.js';
import { ResourcesHandler } from './rpc/resources.handler.js';
import { StreetsHandler } from './rpc/streets.handler.js';

@Module({
  controllers: [StreetsHandler, RegisterHandler, ResourcesHandler, PoliciesHandler, PeopleHandler],
  providers: [RegisterImportJob],
})
export class RegistryModule {}
