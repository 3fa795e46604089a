import { Module } from '@nestjs/common';
import { RegisterImportJob } from './jobs/register-import.job.js';
import { RegisterHandler } from './rpc/register.handler.js';
import { ResourcesHandler } from './rpc/resources.handler.js';
import { StreetsHandler } from './rpc/streets.handler.js';

@Module({ controllers: [StreetsHandler, RegisterHandler, ResourcesHandler], providers: [RegisterImportJob] })
export class RegistryModule {}
