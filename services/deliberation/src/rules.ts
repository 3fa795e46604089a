/** The pure rules of the table, for programs that compute without servers: the operator's command and the benches. */
export * from './domain/cost-share-split.js';
