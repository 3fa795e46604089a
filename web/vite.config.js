import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Each text beside itself compressed, so that the gateway serves it without work. */
function compressed() {
  return {
    name: 'compressed',
    apply: 'build',
    // After everything is written: until then other plugins still change what is in the files.
    writeBundle({ dir }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (!/\.(js|css|svg|html)$/.test(fileName)) continue;
        const file = join(dir, fileName);
        const source = readFileSync(file);
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: source.length > 400_000 ? 6 : 11 } };
        writeFileSync(`${file}.br`, brotliCompressSync(source, quality));
        writeFileSync(`${file}.gz`, gzipSync(source));
      }
    },
  };
}

/**
 * What a first visit loads at most, script and style as gzip sends them, which every old phone takes. `page` is the module of a page that the entry
 * loads by itself as soon as it knows the address.
 */
const limits = [
  { name: 'residents’ first page', entry: 'resident', limitKb: 80 },
  { name: 'a handler’s jobs', entry: 'desk', page: 'features/jobs/jobs.tsx', limitKb: 260 },
];

/** What somebody loads who has never been here: the entry with all it imports, and the page, if it is one that the entry loads by itself. */
function firstVisits(bundle) {
  const chunks = Object.values(bundle);
  const bytes = new Map();
  const bytesOf = (fileName) => {
    if (!bytes.has(fileName)) bytes.set(fileName, gzipSync(bundle[fileName].code ?? bundle[fileName].source).length);
    return bytes.get(fileName);
  };
  return (entry, page) => {
    const loaded = new Set();
    const load = (fileName) => {
      if (loaded.has(fileName)) return;
      loaded.add(fileName);
      const { imports = [], viteMetadata } = bundle[fileName];
      for (const other of [...imports, ...(viteMetadata?.importedCss ?? [])]) load(other);
    };
    load(chunks.find((chunk) => chunk.isEntry && chunk.name === entry).fileName);
    if (page !== undefined) load(chunks.find((chunk) => chunk.facadeModuleId?.endsWith(`/${page}`)).fileName);
    return { loaded, kb: [...loaded].reduce((sum, fileName) => sum + bytesOf(fileName), 0) / 1024 };
  };
}

/** Says what first visits weigh, writes what each page does (weights.json, for `page-table.mjs`), and builds nothing that is too heavy for an old phone. */
function light() {
  return {
    name: 'light',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      const visit = firstVisits(bundle);
      const pages = Object.values(bundle).flatMap(({ isDynamicEntry, facadeModuleId }) => {
        const [, entry, page] = /\/src\/(desk|resident)\/(.+)$/.exec((isDynamicEntry && facadeModuleId) || '') ?? [];
        return entry === undefined ? [] : [[`${entry}/${page}`, visit(entry, page).kb]];
      });
      const weights = { resident: visit('resident').kb, ...Object.fromEntries(pages.sort()) };
      writeFileSync(join(dir, '../weights.json'), JSON.stringify(weights, undefined, 1));
      for (const { name, entry, page, limitKb } of limits) {
        const { loaded, kb } = visit(entry, page);
        if (![...loaded].some((fileName) => fileName.endsWith('.css'))) throw new Error(`${name}: the style is lost`);
        const said = `${name}: ${kb.toFixed(1)} KB of ${limitKb} KB (gzip, ${loaded.size} files)`;
        if (kb > limitKb) throw new Error(`${said}: too heavy for an old phone`);
        console.log(said);
      }
    },
  };
}

/** Two entries: the desks in React, and the residents' light pages that share nothing heavy with them. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/pages/',
  plugins: [react(), compressed(), light()],
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    target: ['es2020', 'chrome80', 'safari14'],
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    rollupOptions: {
      input: { desk: join(import.meta.dirname, 'desk.html'), resident: join(import.meta.dirname, 'resident.html') },
    },
  },
  server: { proxy: { '/api': process.env.WUFANG_URL ?? 'http://127.0.0.1:8080' } },
});
