export { callers } from './callers.generated.js';
export { eventNames } from './event-names.generated.js';
export {
  ApiProblem,
  createClient,
  type CallOptions,
  type Client,
  type ClientOptions,
  type Input,
  type OperationName,
  type Output,
  type Problem,
} from './client.js';
export { routes, type Route } from './routes.generated.js';
export type { components, operations, paths } from './schema.generated.js';
