import { useUnitIds } from './me.js';
import { useCommunities } from './names.js';

/** The communities one works for; none for people of the street. */
export function useMyCommunities() {
  const mine = useUnitIds();
  return useCommunities().filter(({ id }) => mine.includes(id));
}
