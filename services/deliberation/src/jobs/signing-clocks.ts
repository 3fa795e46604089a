import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordMissingSignatures } from '../app/record-missing-signatures.js';
import { resolutions } from '../db/resolutions.store.js';

/** The clock of a resolution that waits for signatures (签约时限). */
@Injectable()
export class SigningClocks {
  readonly effects: ClockEffect[] = [clockEffect(resolutions, ['SIGNING'], recordMissingSignatures)];
}
