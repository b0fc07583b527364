import { beforeEach, expect, it, vi } from 'vitest';

import type { Exported, ExportState } from '../api';
import { Exporting } from './exporting.svelte';
import { FakeDoor, refusal } from './testing';

const state: ExportState = {
  folder: null,
  suggested: '/home/desk/Site',
  elsewhere: false,
  changes: 2,
  ready: 1,
  drafts: 1,
};
const exported: Exported = {
  folder: '/home/desk/Site',
  index: '/home/desk/Site/index.html',
  pages: 5,
  pagesNew: 1,
  pagesChanged: 2,
  pagesRemoved: 0,
  written: 9,
  unchanged: 3,
  removed: 0,
  drafts: [],
  lostLinks: 0,
  lost: [],
};

const email = { what: 'The email address is not saved', path: '#/practice', seek: () => undefined };

let door: FakeDoor;
let exporting: Exporting;
let written = true;

beforeEach(() => {
  door = new FakeDoor();
  written = true;
  door.answers = { export_state: () => state, export_site: () => exported, export_stop: () => ({}) };
  exporting = new Exporting(
    door,
    () => Promise.resolve(written),
    () => [email],
  );
});

it('asks for the folder once', async () => {
  await exporting.start();
  expect(exporting.stage).toEqual({ name: 'folder', problem: null });
  await exporting.run('/home/desk/Site');
  expect(exporting.stage).toEqual({ name: 'finished', exported });

  door.answers.export_state = () => ({ ...state, folder: '/home/desk/Site' });
  exporting.close();
  await exporting.start();
  expect(exporting.stage.name).toBe('finished');
});

it('exports once, however often the button is pressed', async () => {
  door.answers.export_state = () => ({ ...state, folder: '/home/desk/Site' });
  const exports = () => door.calls.filter((name) => name === 'export_site').length;
  await Promise.all([exporting.start(), exporting.start()]);
  expect(exports()).toBe(1);
  await Promise.all([exporting.run(null), exporting.run(null)]);
  expect(exports()).toBe(2);
  exporting.close();
  await exporting.start();
  expect(exports()).toBe(3);
});

it('does not export while something could not be saved, and names it', async () => {
  written = false;
  await exporting.start();
  expect(exporting.stage).toMatchObject({ name: 'failed', notSaved: [email] });
  expect(door.calls).not.toContain('export_site');
});

it('shows how far it is, and stops', async () => {
  let stop: (() => void) | undefined;
  door.answers.export_site = () =>
    new Promise((_, reject) => {
      stop = () => reject(refusal('export_stopped'));
    });
  const running = exporting.run('/home/desk/Site');
  await Promise.resolve();
  exporting.progress(3, 10);
  expect(exporting.stage).toEqual({ name: 'running', done: 3, total: 10, stopping: false });
  await exporting.stop();
  expect(exporting.stage).toMatchObject({ stopping: true });
  expect(door.calls).toContain('export_stop');
  stop?.();
  await running;
  expect(exporting.stage).toEqual({ name: 'stopped' });
});

it('lets a refused folder be mended', async () => {
  door.answers.export_site = () => Promise.reject(refusal('export_folder_refused'));
  await exporting.run('/home/desk/Letters');
  expect(exporting.stage).toMatchObject({ name: 'folder', problem: { code: 'export_folder_refused' } });
  expect(exporting.attempted).toBe('/home/desk/Letters');
});

it('leads to another folder when the remembered one is gone', async () => {
  door.answers.export_state = () => ({ ...state, folder: '/media/stick/Site' });
  door.answers.export_site = () => Promise.reject(refusal('disk'));
  await exporting.start();
  expect(exporting.stage.name).toBe('failed');
  exporting.chooseFolder(null);
  expect(exporting.stage).toEqual({ name: 'folder', problem: null });
  expect(exporting.attempted ?? exporting.state?.folder).toBe('/media/stick/Site');
  door.answers.export_site = () => exported;
  await exporting.run('/home/desk/Site');
  exporting.chooseFolder(exported.folder);
  expect(exporting.attempted).toBe('/home/desk/Site');
});

it('tries the folder again that failed, not the remembered one', async () => {
  const asked: (string | null)[] = [];
  door.answers.export_state = () => ({ ...state, folder: '/home/desk/Site' });
  door.answers.export_site = ({ folder }) => {
    asked.push(folder);
    return Promise.reject(refusal('disk'));
  };
  await exporting.run('/media/stick/Site');
  await exporting.retry();
  await exporting.start();
  expect(asked).toEqual(['/media/stick/Site', '/media/stick/Site', null]);
});

it('says what went wrong', async () => {
  door.answers.export_site = () => Promise.reject(refusal('disk_full'));
  await exporting.run(null);
  expect(exporting.stage).toMatchObject({ name: 'failed', problem: { code: 'disk_full' } });
});

it('replaces the site of another practice only when told to', async () => {
  const asked: unknown[] = [];
  door.answers.export_site = (request) => {
    asked.push(request);
    return request.replaces ? exported : Promise.reject(refusal('export_folder_of_other'));
  };
  await exporting.run('/home/desk/Other');
  expect(exporting.stage).toMatchObject({ name: 'folder', problem: { code: 'export_folder_of_other' } });
  await exporting.run('/home/desk/Other', true);
  expect(exporting.stage.name).toBe('finished');
  expect(asked).toEqual([
    { folder: '/home/desk/Other', replaces: false },
    { folder: '/home/desk/Other', replaces: true },
  ]);
});

it('counts the changes at once, and the last of many', () => {
  vi.useFakeTimers();
  const counts = () => door.calls.filter((name) => name === 'export_state').length;
  exporting.changed();
  expect(counts()).toBe(1);
  exporting.changed();
  exporting.changed();
  expect(counts()).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(counts()).toBe(2);
  vi.advanceTimersByTime(5000);
  expect(counts()).toBe(2);
  exporting.changed();
  expect(counts()).toBe(3);
  exporting.changed();
  exporting.end();
  vi.advanceTimersByTime(5000);
  expect(counts()).toBe(3);
  vi.useRealTimers();
});
