import { startService } from '@wufang/service';
import { intakeParts } from './parts.js';

await startService(intakeParts);
