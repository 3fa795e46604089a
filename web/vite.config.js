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

/** Two entries: the desks in React, and the residents' light pages that share nothing heavy with them. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/pages/',
  plugins: [react(), compressed()],
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
