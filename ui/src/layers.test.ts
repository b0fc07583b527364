// Who may know whom in the window, as `tests/suite/architecture.rs` holds it for the crates.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Rooms of `lib`, and the other rooms whose code each may name. What lies in `lib` itself is everyone's. */
const MAY_KNOW: Record<string, string[]> = {
  'lib/words': [],
  'lib/api': ['lib/words'],
  'lib/preview': ['lib/api'],
  'lib/parts': ['lib/words', 'lib/api'],
  'lib/editor': ['lib/words'],
  'lib/state': ['lib/words', 'lib/api'],
};

/** The same for the rooms of the editor. What lies in `lib/editor` itself puts them together, or is small and everyone's. */
const IN_EDITOR: Record<string, string[]> = {
  notation: [],
  table: ['notation'],
  commands: ['notation', 'table'],
  paste: ['notation', 'table', 'commands'],
  live: ['notation', 'table'],
  find: [],
};

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|svelte)$/.test(file) && !/(?:\.test|\/testing)\.ts$/.test(file));

/** What a file imports of ours, from the folder of the window's sources. */
function imports(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const named = [...source.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
  return named
    .filter((name) => /^(?:\.|\$lib\/)/.test(name))
    .map((name) => (name.startsWith('.') ? join(dirname(file), name) : name.replace('$lib', 'lib')))
    .map((path) => normalize(path).replaceAll('\\', '/'));
}

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

function forbidden(rooms: Record<string, string[]>): string[] {
  const names = Object.keys(rooms);
  return Object.entries(rooms).flatMap(([room, known]) =>
    files
      .filter((file) => within(file, room))
      .flatMap((file) => imports(file).map((imported) => [file, imported] as const))
      .filter(([, imported]) =>
        names.some((other) => other !== room && within(imported, other) && !known.includes(other)),
      )
      .map(([file, imported]) => `${file} imports ${imported}`),
  );
}

it('finds the files and what they import', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(imports('lib/state/app.svelte.ts')).toContain('lib/api');
  expect(imports('editor/Desk.svelte')).toContain('preview/PreviewPane.svelte');
});

it('keeps what all screens share apart from any of them', () => {
  const shared = files.filter((file) => within(file, 'lib'));
  const upwards = shared.flatMap((file) =>
    imports(file)
      .filter((imported) => !within(imported, 'lib'))
      .map((imported) => `${file} imports ${imported}`),
  );
  expect(upwards).toEqual([]);
});

it('keeps the rooms of lib apart', () => {
  expect(forbidden(MAY_KNOW)).toEqual([]);
});

it('keeps the rooms of the editor one above the other', () => {
  const rooms = Object.entries(IN_EDITOR).map(
    ([room, known]) => [`lib/editor/${room}`, known.map((other) => `lib/editor/${other}`)] as const,
  );
  expect(forbidden(Object.fromEntries(rooms))).toEqual([]);
});
