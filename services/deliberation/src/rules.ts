/** The pure rules of the table, for programs that compute without servers: the operator's command and the benches. */
export * from './domain/ballots.js';
export * from './domain/cost-share-gates.js';
export * from './domain/cost-share-plan.js';
export * from './domain/cost-share-problems.js';
export * from './domain/cost-share-settlement.js';
export * from './domain/cost-share-split.js';
export * from './domain/cost-share-statement.js';
export * from './domain/cost-share.js';
export * from './domain/owner-roll.js';
export * from './domain/posted-result.js';
export * from './domain/vote-rule-pack.js';
export * from './domain/vote-rules.js';
export * from './domain/vote-statement.js';
