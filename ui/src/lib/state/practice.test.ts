import { beforeEach, expect, it } from 'vitest';

import type { Practice } from '../api';
import { Refusal } from '../api';
import { History } from './history.svelte';
import { PracticeFacts } from './practice.svelte';
import { facts, FakeDoor } from './testing';

let door: FakeDoor;
let practice: PracticeFacts;
let stored: Practice;
let history: History;

const invalid = (field: string) =>
  new Refusal({ code: 'invalid', message: 'Wrong.', hint: 'Mend it.', field });

beforeEach(async () => {
  door = new FakeDoor();
  stored = { ...facts, email: 'desk@alder.example' };
  door.answers = {
    practice_get: () => stored,
    practice_save: ({ practice: form }) => {
      if (form.email !== '' && !form.email.includes('@')) throw invalid('email');
      if (form.hours.mon === '17:00-09:00') throw invalid('hours.mon');
      const siteUrl = form.siteUrl.startsWith('www.') ? `https://${form.siteUrl}` : form.siteUrl;
      stored = { ...form, siteUrl };
      return { practice: stored };
    },
  };
  history = new History();
  practice = new PracticeFacts(door, () => undefined, history);
  await practice.load();
});

it('keeps all other fields while one is wrong', async () => {
  practice.change({ email: 'desk', hours: { ...facts.hours, mon: '17:00-09:00' } });
  practice.change({ phone: '555-0142' });
  expect(await practice.saver.flush()).toBe(false);
  expect(stored).toMatchObject({ phone: '555-0142', email: 'desk@alder.example' });
  expect(stored.hours.mon).toBeNull();
  expect(practice.facts?.email).toBe('desk');
  expect(practice.notSaved.map(({ what }) => what)).toEqual([
    'The practice’s email address is not saved',
    'The practice’s opening time on Monday is not saved',
  ]);

  practice.change({ email: 'desk@alder.test', hours: facts.hours });
  expect(await practice.saver.flush()).toBe(true);
  expect(stored.email).toBe('desk@alder.test');
  expect(practice.notSaved).toEqual([]);
});

it('complains of a field when it was left, not while it is typed', async () => {
  practice.change({ email: 'desk' });
  await practice.saver.flush();
  expect(practice.complaint('email')).toBeNull();
  expect(practice.status.kind).toBe('saving');
  practice.left();
  expect(practice.complaint('email')).toBe('Wrong.');
  expect(practice.status).toMatchObject({ kind: 'failed', problem: { message: 'email address.' } });
  practice.change({ email: 'desk@' });
  expect(practice.complaint('email')).toBeNull();
});

it('shows what was stored when the field was left, not under the cursor', async () => {
  practice.change({ siteUrl: 'www.alder.example' });
  await practice.saver.flush();
  expect(practice.facts?.siteUrl).toBe('www.alder.example');
  practice.left();
  expect(practice.facts?.siteUrl).toBe('https://www.alder.example');

  practice.change({ siteUrl: 'www.birch.example' });
  practice.left();
  await practice.saver.flush();
  expect(practice.facts?.siteUrl).toBe('https://www.birch.example');
});

it('takes back what was changed, field by field', async () => {
  practice.change({ phone: '5' });
  practice.change({ phone: '555-0142' });
  practice.change({ address: { ...facts.address, city: 'Larkmere' } });
  practice.change({ hours: { ...facts.hours, mon: '09:00-17:00' } });
  expect(history.undoName).toBe('change the practice’s opening time on Monday');
  await history.undo();
  await history.undo();
  expect(practice.facts).toMatchObject({ phone: '555-0142', address: facts.address, hours: facts.hours });
  await history.undo();
  expect(history.undoName).toBeNull();
  await history.redo();
  expect(await practice.saver.flush()).toBe(true);
  expect(stored).toMatchObject({ phone: '555-0142', address: facts.address });
});
