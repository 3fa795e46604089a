/**
 * A refusal: a stable code (`work-order.already-closed`) and the facts of this one instance.
 * The facts stay out of the message, so that a log line of the message alone carries nothing personal.
 * Example: `new DomainError('time.impossible', { text: '2026-02-30' })`.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly facts: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
