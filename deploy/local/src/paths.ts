import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import type { ServiceName } from '@wufang/servers';

/** The repository; this file runs from deploy/local/dist/src. */
export const root = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/, '');

/** WUFANG_DATA: everything this house keeps on the machine. */
export const home = (): string => resolve(process.env.WUFANG_DATA ?? join(root, '.wufang'));

/** Fetched programs do not belong to one house's data. */
export const cacheDir = (): string => join(root, '.wufang', 'cache');

export const mainOf = (service: ServiceName): string => join(root, 'services', service, 'dist/src/main.js');
