import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where the built pages are, beside the package that builds them. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@wufang/web/package.json')), 'dist/pages');

/** Scripts and pictures come from this host alone; the desks' component library sets its styles from its script. */
const policies = {
  desk: "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  resident:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/** Pages beside the operations; the list says all there are. */
export const pagesPaths = ['/', '/desk', '/desk/', '/desk/worker.js', '/desk/*', '/r/', '/r/*', '/pages/*'];

/**
 * The pages: `/desk/…` the desks, `/r/{street}/…` the residents' light entry; the browser finds its page by the address. Files carry a hash of their
 * content in their names and may be kept for ever; the two entries are asked for each time. Without built pages the operations stand alone.
 */
export function servePages(server: FastifyInstance): boolean {
  if (!existsSync(join(folder, 'desk.html'))) return false;
  // Not waited for: waiting would start the server before everything is in place.
  void server.register(serveStatic, {
    root: folder,
    prefix: '/pages/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
  const entry = (name: keyof typeof policies) => (_: unknown, reply: FastifyReply) =>
    reply.header('content-security-policy', policies[name]).sendFile(`${name}.html`, { cacheControl: false, immutable: false, maxAge: 0 });
  server.get('/', (_, reply) => reply.redirect('/desk/'));
  // Served where the desks are, because a worker reaches no further than its own folder.
  // What a worker may ask for is said beside its own script.
  server.get('/desk/worker.js', (_, reply) =>
    reply
      .header('content-security-policy', "default-src 'none'; connect-src 'self'")
      .sendFile('worker.js', { cacheControl: false, immutable: false, maxAge: 0 }),
  );
  for (const path of ['/desk', '/desk/', '/desk/*']) server.get(path, entry('desk'));
  for (const path of ['/r/', '/r/*']) server.get(path, entry('resident'));
  return true;
}
