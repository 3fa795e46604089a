import { Module } from '@nestjs/common';

/** Takes its use cases with the five-party table; until then it runs, answers for its health and owns its schema. */
@Module({})
export class DeliberationModule {}
