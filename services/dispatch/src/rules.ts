/** The directory's rules by themselves, for benches: pure, without a service around them. */
export { decide, type DispatchFacts, type Street } from './domain/decide.js';
export { indexDirectory, type DirectoryFacts } from './domain/directory.js';
