/** The plumbing serves every schema; which one it is only the service knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnySchema = any;
