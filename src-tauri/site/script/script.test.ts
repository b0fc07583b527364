import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { build, type Rolldown } from 'vite';

test('the script in the crate is made of these files: `npm run build:script`', async () => {
  const made = await build({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    build: { write: false },
  });
  const [{ output }] = made as [Rolldown.RolldownOutput];
  const kept = readFileSync(new URL('../src/search/search.js', import.meta.url), 'utf8');
  expect(output[0].code).toBe(kept);
});
