import { startService } from '@wufang/service';
import { toyParts } from './toy.js';

// The toy service as a process of its own; it ends with whoever started it.
process.on('disconnect', () => process.exit(0));
await startService(toyParts);
