import { startService } from '@wufang/service';
import { dispatchParts } from './parts.js';

await startService(dispatchParts);
