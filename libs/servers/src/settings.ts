/**
 * The settings floor: what a server must be told so that nothing that was answered is lost and no personal data reach a log.
 * The private servers are started with it, servers given by URL and the compose file are checked against it.
 */
export const postgresFloor = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
} as const;

export const postgresSettings: Record<string, string> = {
  ...postgresFloor,
  password_encryption: 'scram-sha-256',
  shared_buffers: '256MB',
  max_connections: '200',
  jit: 'off',
  // The outbox fills and empties all day: what is dead in it is cleared soon, and new tables get their statistics.
  autovacuum_naptime: '5s',
  // A slow statement is named, its values are not; DETAIL lines would quote the row that broke a constraint.
  log_min_duration_statement: '1000',
  log_error_verbosity: 'terse',
  log_lock_waits: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export const redisFloor = { appendonly: 'yes', appendfsync: 'everysec', 'maxmemory-policy': 'noeviction' } as const;

/** `hz 100`: with the default of 10 an idle alarm rings up to 100 ms late. */
export const redisSettings: Record<string, string> = { ...redisFloor, save: '""', hz: '100' };

/** What a service may do in Redis. INFO is the one dangerous command BullMQ needs; the CLIENT words are dangerous only before Redis 7. */
export const redisServiceRights = '~* &* +@all -@dangerous +info +client|setname +client|getname +client|id';

/**
 * How every service is run: what a batch of commands leaves behind is forgotten cheaply if the young generation is large enough to hold it; with Node's
 * default a fifth of the work under load is moving it to the old one.
 */
export const nodeOptions = ['--max-semi-space-size=32'];

/** The largest message NATS takes: an event is small, an answer with a long list may not be. */
export const natsMaxPayload = 8 * 1024 * 1024;
export const natsSyncInterval = 'always';

/** Each thing wrong with a PostgreSQL, in words; empty when it may serve. */
export function judgePostgresSettings(settings: Record<string, string>): string[] {
  const wrong = Object.entries(postgresFloor)
    .filter(([name, value]) => settings[name] !== value)
    .map(([name, value]) => `PostgreSQL: ${name} must be ${value}, is ${settings[name] ?? 'unknown'}`);
  if (settings['data_checksums'] !== 'on') wrong.push('PostgreSQL: data checksums must be on (initdb -k)');
  return wrong;
}

/** `info` is the answer to INFO: the service's own user may not ask CONFIG. */
export function judgeRedisInfo(info: string): string[] {
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const wrong = [];
  if (value('aof_enabled') !== '1') wrong.push('Redis: appendonly must be yes');
  if (value('maxmemory_policy') !== 'noeviction')
    wrong.push(`Redis: maxmemory-policy must be noeviction, is ${value('maxmemory_policy') ?? 'unknown'}`);
  return wrong;
}
