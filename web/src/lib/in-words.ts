/** An identifier in English words; the glossary has chosen them. Example: 'CLOSED_SOLVED' and 'closedSolved' -> 'Closed solved'. */
export function inWords(identifier: string): string {
  const words = identifier
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
