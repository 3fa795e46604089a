import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export type { Logger };

/** Names of fields that may hold personal data or secrets; their values never reach a log line. */
const censored = ['callerName', 'callerPhone', 'room', 'phone', 'password', 'token', 'content', 'cells', 'file', 'authorization', 'cookie'];

/** One JSON line an entry, to standard output. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: censored.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
    serializers: { error: describeError },
  });
}

/**
 * What may be said of an error: its kind, code and where it was thrown. Database errors quote the values of a row in
 * `detail`, so only their code and constraint are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an Error' };
  const { code, constraint, table, routine } = error as Error & Record<string, unknown>;
  // A parser quotes what it could not read, which may be a sealed record or an answer.
  if (error instanceof SyntaxError) return { name: error.name, message: 'a text could not be parsed', stack: stackOf(error) };
  const isDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && routine !== undefined;
  return {
    name: error.name,
    // Class 42 speaks of our SQL, not of anybody's values.
    message: isDatabase && !code.startsWith('42') ? `database error ${code}` : error.message,
    ...(typeof code === 'string' && { code }),
    ...(isDatabase && { constraint, table }),
    stack: stackOf(error),
  };
}

/** Where it was thrown, without the message, which may run over several lines. */
function stackOf({ stack }: Error): string | undefined {
  const lines = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return lines?.slice(0, 5).join('\n');
}

/** Nest's own lines through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, context?: string) {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]) {
    this.logger.error(
      { error: message instanceof Error ? describeError(message) : undefined, context: rest.at(-1) },
      message instanceof Error ? message.name : String(message),
    );
  }
  warn(message: unknown, context?: string) {
    this.logger.warn({ context }, String(message));
  }
}
