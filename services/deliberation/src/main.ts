import { startService } from '@wufang/service';
import { deliberationParts } from './parts.js';

await startService(deliberationParts);
