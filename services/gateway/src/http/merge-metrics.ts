/**
 * Metrics of several processes as one text. Prometheus wants all lines of a metric together under one heading, and every process brings the
 * headings of its own. Example: `# TYPE up gauge` of two services is written once, with both samples under it.
 */
export function mergeMetrics(texts: readonly string[]): string {
  const families = new Map<string, { heading: string[]; samples: string[] }>();
  for (const text of texts) {
    let family: { heading: string[]; samples: string[] } | undefined;
    let isNew = false;
    for (const line of text.split('\n')) {
      const heading = /^# (HELP|TYPE) (\S+)/.exec(line);
      if (heading?.[1] === 'HELP') {
        const name = heading[2]!;
        isNew = !families.has(name);
        if (isNew) families.set(name, { heading: [], samples: [] });
        family = families.get(name);
      }
      if (heading) {
        if (isNew) family?.heading.push(line);
      } else if (line.trim() !== '') family?.samples.push(line);
    }
  }
  return [...families.values()].map(({ heading, samples }) => [...heading, ...samples, ''].join('\n')).join('\n');
}
