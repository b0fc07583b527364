import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('.'),
  // Relative addresses work in the app's own scheme and on any loopback port.
  base: './',
  plugins: [svelte()],
  resolve: {
    alias: { $lib: folder('./src/lib') },
    // Svelte for a window, also where tests run without one.
    ...(process.env['VITEST'] ? { conditions: ['browser'] } : {}),
  },
  build: {
    outDir: folder('./dist'),
    emptyOutDir: true,
    // The oldest webview that the app meets: macOS 13 with its updates. WebView2 and WebKitGTK are newer.
    target: ['safari16.4', 'chrome120'],
    // A data: address for a small asset would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { port: 1420, strictPort: true },
  test: {
    // Tests that need a document say so in their first line: it costs a second a file.
    environment: 'node',
    include: ['src/**/*.test.ts'],
    // No test is about time: a busy computer is no reason to fail.
    testTimeout: 60_000,
  },
});
