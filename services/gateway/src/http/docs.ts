import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files = ['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png'];

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>五方 · 接口</title>
<link rel="stylesheet" href="swagger-ui.css"><link rel="icon" href="favicon-32x32.png">
<div id="page"></div>
<script src="swagger-ui-bundle.js"></script><script src="start.js"></script>
</html>`;
const script = `SwaggerUIBundle({ url: '../openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null });`;

/** swagger-ui sets styles from its script; everything else comes from this host as files. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Pages beside the operations; the list says all there are. */
export const docsPaths = ['/api/docs', '/api/docs/', '/api/docs/start.js', ...files.map((file) => `/api/docs${file}`)];

/** The OpenAPI page. Its assets are served from here, so it works without the internet. */
export function serveDocs(server: FastifyInstance): void {
  server.get('/api/docs', (_, reply) => reply.redirect('/api/docs/'));
  server.get('/api/docs/', (_, reply) =>
    reply.header('content-security-policy', policy).header('content-type', 'text/html; charset=utf-8').send(page),
  );
  server.get('/api/docs/start.js', (_, reply) => reply.header('content-type', 'text/javascript; charset=utf-8').send(script));
  void server.register(fastifyStatic, { root: folder, serve: false });
  for (const file of files)
    server.get(`/api/docs${file}`, (_, reply) => reply.header('cache-control', 'public, max-age=3600').sendFile(file.slice(1)));
}
