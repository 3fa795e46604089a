import { startService } from '@wufang/service';
import { registryParts } from './parts.js';

await startService(registryParts);
