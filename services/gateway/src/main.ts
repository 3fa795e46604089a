import { startService } from '@wufang/service';
import { gatewayParts } from './parts.js';

await startService(gatewayParts);
