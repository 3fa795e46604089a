import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

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
export const docsPaths = ['/api/docs', '/api/docs/', '/api/docs/start.js', ...Object.keys(files).map((file) => `/api/docs/${file}`)];

/** The OpenAPI page. Its assets are served from here, so it works without the internet. */
export async function serveDocs(server: FastifyInstance): Promise<void> {
  const serve = (path: string, type: string, content: string | Buffer, headers: Record<string, string> = {}) =>
    server.get(path, (_, reply) => reply.headers(headers).header('content-type', type).send(content));
  server.get('/api/docs', (_, reply) => reply.redirect('/api/docs/'));
  serve('/api/docs/', 'text/html; charset=utf-8', page, { 'content-security-policy': policy });
  serve('/api/docs/start.js', 'text/javascript; charset=utf-8', script);
  for (const [file, type] of Object.entries(files))
    serve(`/api/docs/${file}`, type, await readFile(join(folder, file)), { 'cache-control': 'public, max-age=3600' });
}
