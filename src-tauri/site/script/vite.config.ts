import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('.'),
  build: {
    // What is checked in: the crate has it inside, and builds without Node.
    outDir: folder('../src/search'),
    emptyOutDir: false,
    // Five years of browsers; what is older finds the links of the page.
    target: ['safari14', 'chrome90', 'firefox90'],
    // No module: a page opened from the disk may not load one.
    lib: { entry: folder('main.ts'), formats: ['iife'], name: 'search', fileName: () => 'search.js' },
  },
  test: {
    environment: 'node',
    include: ['*.test.ts'],
    testTimeout: 60_000,
  },
});
