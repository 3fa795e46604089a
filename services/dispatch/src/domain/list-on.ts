/** The list in force on a day: of those that have begun, the one that began last, of one day the one published last. Nothing before the first. */
export function listOn<L extends { from: string; version: number }>(lists: readonly L[], day: string): L | null {
  let inForce: L | null = null;
  for (const list of lists)
    if (list.from <= day && (!inForce || list.from > inForce.from || (list.from === inForce.from && list.version > inForce.version)))
      inForce = list;
  return inForce;
}
