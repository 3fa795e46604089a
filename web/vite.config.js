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

/** What a resident's first page loads, at most: script and style as gzip sends them, which every old phone takes. */
const RESIDENT_LIMIT_BYTES = 80 * 1024;

/** Says what the residents' first page weighs, and builds nothing that is too heavy for an old phone. */
function lightResident() {
  return {
    name: 'light-resident',
    apply: 'build',
    writeBundle(_, bundle) {
      const entry = Object.values(bundle).find(({ isEntry, name }) => isEntry && name === 'resident');
      const loaded = new Set();
      const load = (fileName) => {
        if (loaded.has(fileName)) return;
        loaded.add(fileName);
        const { imports = [], viteMetadata } = bundle[fileName];
        for (const other of [...imports, ...(viteMetadata?.importedCss ?? [])]) load(other);
      };
      load(entry.fileName);
      if (![...loaded].some((fileName) => fileName.endsWith('.css'))) throw new Error('the residents’ page has lost its style');
      const bytesOf = (file) => gzipSync(file.code ?? file.source).length;
      const bytes = [...loaded].reduce((sum, fileName) => sum + bytesOf(bundle[fileName]), 0);
      const said = `residents' first page: ${(bytes / 1024).toFixed(1)} KB of ${RESIDENT_LIMIT_BYTES / 1024} KB (gzip, ${loaded.size} files)`;
      if (bytes > RESIDENT_LIMIT_BYTES) throw new Error(`${said}: too heavy for an old phone`);
      console.log(said);
    },
  };
}

/** Two entries: the desks in React, and the residents' light pages that share nothing heavy with them. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/pages/',
  plugins: [react(), compressed(), lightResident()],
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
