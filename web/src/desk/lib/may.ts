import { callers } from '@wufang/api-client';
import { useRoles } from './me.js';

export type Guarded = keyof typeof callers;

/** Whether one's roles are among those an operation lets in. Whether one may touch this very object the server says. */
export function useMay(): (name: Guarded) => boolean {
  const roles = useRoles();
  return (name) => (callers[name] as readonly string[]).some((role) => roles.includes(role as never));
}
