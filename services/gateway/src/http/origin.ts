/** What a browser tells about where a request comes from. */
export interface Sent {
  method: string;
  origin: string | undefined;
  fetchSite: string | undefined;
  hasCookie: boolean;
}

const safe = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change something, judged by where it was started (against requests forged from other pages). With a session cookie it
 * must prove that it comes from our own pages; without one it is enough that nothing shows it comes from others.
 * Example: a POST with the cookie and `Origin: https://elsewhere.example` may not; nor may one that tells no origin at all.
 */
export function isOwnRequest(sent: Sent, own: readonly string[]): boolean {
  if (safe.includes(sent.method)) return true;
  if (sent.origin !== undefined) return own.includes(sent.origin);
  if (sent.fetchSite !== undefined) return sent.fetchSite === 'same-origin' || sent.fetchSite === 'none';
  return !sent.hasCookie;
}
