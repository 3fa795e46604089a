import { register } from './0001_register.js';

export const migrations = { '0001_register': register };
