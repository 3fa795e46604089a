import { startService } from '@wufang/service';
import { notifyParts } from './parts.js';

await startService(notifyParts);
