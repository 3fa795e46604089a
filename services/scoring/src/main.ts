import { startService } from '@wufang/service';
import { scoringParts } from './parts.js';

await startService(scoringParts);
