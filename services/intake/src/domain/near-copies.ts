const HASHES = 12;
const BAND = 3;

/**
 * Which texts are near copies of each other, as places in one list: those with the same number belong together, and a copy of a copy too. Texts
 * that share four fifths of their features nearly always meet, those that share a third hardly ever (MinHash, four bands of three), at a cost that grows with the
 * number of texts and not with its square. The same texts in any order fall into the same groups.
 */
export function nearCopies(texts: readonly (readonly string[])[]): number[] {
  const groups = texts.map((_, i) => i);
  const root = (i: number): number => {
    while (groups[i] !== i) i = groups[i] = groups[groups[i]!]!;
    return i;
  };
  const met = new Map<string, number>();
  texts.forEach((features, i) => {
    if (features.length === 0) return;
    const least = new Array<number>(HASHES).fill(0xffffffff);
    for (const feature of features) {
      const hash = hashOf(feature);
      for (let n = 0; n < HASHES; n++) least[n] = Math.min(least[n]!, mix(hash ^ Math.imul(n + 1, 0x9e3779b1)));
    }
    for (let from = 0; from < HASHES; from += BAND) {
      const band = `${from}:${least.slice(from, from + BAND).join()}`;
      const other = met.get(band);
      if (other === undefined) met.set(band, i);
      else groups[root(i)] = root(other);
    }
  });
  return texts.map((_, i) => root(i));
}

/** A number for a text, well spread: FNV-1a and a mix of its bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

function mix(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
