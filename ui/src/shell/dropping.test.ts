// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { importFiles } from '$lib/state/importing';
import { History } from '$lib/state/history.svelte';

import { takeDropped } from './dropping';

vi.mock('$lib/state/importing', () => ({ importFiles: vi.fn(() => Promise.resolve()) }));

const picture = new File(['x'], 'door.png', { type: 'image/png' });
const text = new File(['x'], 'sleep.md');
const sheet = new File(['x'], 'prices.xlsx');
let history: History;
let stop: () => void;
let pictures: ReturnType<typeof vi.fn<(files: File[]) => void>> | null;

// Only its history is asked for: the importing is another's.
const around = () => ({ history }) as unknown as Parameters<typeof takeDropped>[0];

beforeEach(() => {
  vi.clearAllMocks();
  document.body.innerHTML = '<main></main>';
  history = new History();
  pictures = vi.fn<(files: File[]) => void>();
  stop = takeDropped(around(), () => pictures);
});

afterEach(() => stop());

/** Says whether the window would have opened the file by itself. */
async function drop(...files: File[]): Promise<boolean> {
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { files },
  });
  document.querySelector('main')?.dispatchEvent(event);
  await Promise.resolve();
  await Promise.resolve();
  return !event.defaultPrevented;
}

const imported = () =>
  vi.mocked(importFiles).mock.calls.flatMap(([, files]) => files.map(({ name }) => name));

it.each([
  ['pictures go where they are taken', [picture], ['door.png'], [], false],
  ['texts become articles', [text], [], ['sleep.md'], false],
  ['both at once go both ways', [text, picture], ['door.png'], ['sleep.md'], false],
  ['what is neither is refused in words', [sheet], [], [], true],
])('%s', async (_, files, taken, articles, refused) => {
  expect(await drop(...files)).toBe(false);
  expect(pictures?.mock.calls.flatMap(([all]) => all.map(({ name }) => name))).toEqual(taken);
  expect(imported()).toEqual(articles);
  expect(history.notice?.kind === 'failed').toBe(refused);
});

it('says where a picture belongs when nothing takes it', async () => {
  pictures = null;
  expect(await drop(picture)).toBe(false);
  expect(history.notice).toMatchObject({ kind: 'failed' });
});

it('takes nothing while a dialog asks for something else', async () => {
  document.body.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
  expect(await drop(picture, text)).toBe(false);
  expect(pictures).not.toHaveBeenCalled();
  expect(imported()).toEqual([]);
  expect(history.notice).toBeNull();
});

it('leaves alone what a place took by itself', async () => {
  document.querySelector('main')?.addEventListener('drop', (event) => event.preventDefault());
  await drop(picture);
  expect(pictures).not.toHaveBeenCalled();
});
