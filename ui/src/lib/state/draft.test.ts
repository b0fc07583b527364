import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Refusal } from '../api';
import { Draft } from './draft.svelte';
import type { FieldEdit } from './edits';
import { article, FakeDoor, refusal } from './testing';

let door: FakeDoor;
let draft: Draft;
const stored = () => door.articles.get('a1');

beforeEach(() => {
  door = new FakeDoor();
  door.articles.set('a1', article());
  draft = new Draft(door, article(), () => undefined);
});

it('keeps what was changed, and tells those who watch', async () => {
  const watcher = vi.fn();
  const stop = draft.watch(watcher);
  draft.change({ text: 'One. Two.' });
  draft.change({ title: 'Sleep well' });
  stop();
  draft.change({ summary: 'Short.' });
  expect(watcher).toHaveBeenCalledTimes(2);
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()).toMatchObject({ text: 'One. Two.', title: 'Sleep well', summary: 'Short.', revision: 2 });
});

it('saves again on top of what it saved', async () => {
  draft.change({ text: 'One. Two.' });
  await draft.saver.flush();
  draft.change({ text: 'One. Two. Three.' });
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()?.revision).toBe(3);
});

it('keeps an author when the name is complete, not its first letters', async () => {
  draft.typeAuthor('Da');
  draft.change({ text: 'One. Two.' });
  await vi.waitFor(() => expect(stored()?.text).toBe('One. Two.'));
  expect(stored()?.author).toBeNull();
  expect(draft.page().author).toBe('Da');
  draft.typeAuthor('Dana Whitlock, NP ');
  draft.settleAuthor();
  expect(draft.author).toBe('Dana Whitlock, NP');
  await draft.saver.flush();
  expect(stored()?.author).toBe('Dana Whitlock, NP');
});

it('keeps a half-typed author when the article is left', async () => {
  draft.typeAuthor('Dana');
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()?.author).toBe('Dana');
});

it('takes over the date that a ready article is given', async () => {
  draft.change({ status: 'ready' });
  await draft.saver.flush();
  expect(draft.published).toBe('2026-06-15');
});

it('lets both changes stand when somebody changed other fields', async () => {
  door.changeElsewhere('a1', { summary: 'From elsewhere.' });
  draft.change({ text: 'From here.' });
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()).toMatchObject({ text: 'From here.', summary: 'From elsewhere.' });
  expect(draft.summary).toBe('From elsewhere.');
});

it('a save that changes nothing does not bring back what somebody changed elsewhere', async () => {
  door.changeElsewhere('a1', { text: 'From elsewhere.' });
  draft.change({ summary: draft.summary });
  expect(await draft.saver.flush()).toBe(true);
  expect(draft.text).toBe('From elsewhere.');
  draft.change({ title: 'From here' });
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()).toMatchObject({ title: 'From here', text: 'From elsewhere.' });
});

it('two who write the same are of one mind', async () => {
  door.changeElsewhere('a1', { text: 'The same.', summary: 'From elsewhere.' });
  draft.change({ text: 'The same.' });
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()).toMatchObject({ text: 'The same.', summary: 'From elsewhere.' });
});

it.each([
  [{ topics: [' sleep ', ''] }, { topics: ['Sleep'] }],
  [{ author: 'ana ruiz ' }, { author: 'Ana Ruiz' }],
])('names whose answer was lost may be written otherwise there: %j', async (sent, kept) => {
  door.loseAnswers = true;
  draft.change(sent);
  await draft.saver.flush();
  door.loseAnswers = false;
  door.changeElsewhere('a1', kept);
  draft.change({ title: 'From here' });
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()?.title).toBe('From here');
});

describe('when the answer to a save is lost', () => {
  beforeEach(async () => {
    door.loseAnswers = true;
    draft.change({ text: 'From here.', topics: ['Sleep'] });
    expect(await draft.saver.flush()).toBe(false);
    expect(stored()).toMatchObject({ text: 'From here.', revision: 2 });
    door.loseAnswers = false;
  });

  it('what was typed since is no conflict with it', async () => {
    draft.change({ text: 'From here. More.' });
    expect(await draft.saver.flush()).toBe(true);
    expect(stored()).toMatchObject({ text: 'From here. More.', topics: ['Sleep'], revision: 3 });
    expect(draft.saver.status.kind).toBe('saved');
  });

  it('what somebody else wrote since is one', async () => {
    door.changeElsewhere('a1', { text: 'From elsewhere.' });
    draft.change({ text: 'From here. More.' });
    expect(await draft.saver.flush()).toBe(false);
    expect(draft.saver.status).toMatchObject({ kind: 'failed', problem: { code: 'stale' } });
    expect(stored()?.text).toBe('From elsewhere.');
  });

  it('the same once written elsewhere is one after it was kept', async () => {
    draft.change({ text: 'From here. More.' });
    await draft.saver.flush();
    door.changeElsewhere('a1', { text: 'From here.' });
    draft.change({ text: 'From here. And more.' });
    expect(await draft.saver.flush()).toBe(false);
  });
});

it('leaves it to the person when somebody changed the same words', async () => {
  door.changeElsewhere('a1', { text: 'From elsewhere.' });
  draft.change({ text: 'From here.' });
  expect(await draft.saver.flush()).toBe(false);
  expect(draft.saver.status).toMatchObject({ kind: 'failed', problem: { code: 'stale' } });
  expect(draft.text).toBe('From here.');
  expect(stored()?.text).toBe('From elsewhere.');

  expect(await draft.keepMine()).toBe(true);
  expect(stored()?.text).toBe('From here.');
  expect(door.aside).toEqual(['From elsewhere.']);
  expect(draft.saver.status.kind).toBe('saved');
});

it('can take the words of the other', async () => {
  const watcher = vi.fn();
  draft.watch(watcher);
  door.changeElsewhere('a1', { text: 'From elsewhere.' });
  draft.change({ text: 'From here.' });
  await draft.saver.flush();
  expect(await draft.takeOther()).toBe(true);
  expect(door.aside).toEqual(['From here.']);
  expect(draft.text).toBe('From elsewhere.');
  expect(draft.replaced).toBe(1);
  expect(draft.saver.status.kind).toBe('saved');
  expect(watcher).toHaveBeenCalledTimes(2);
});

describe('where two changed the same', () => {
  beforeEach(async () => {
    door.changeElsewhere('a1', { text: 'From elsewhere.', summary: 'From elsewhere, too.' });
    draft.change({ text: 'From here.' });
    await draft.saver.flush();
  });

  it('what stands here wins, and all else is as the other left it', async () => {
    await draft.keepMine();
    expect(draft).toMatchObject({ text: 'From here.', summary: 'From elsewhere, too.' });
    expect(stored()).toMatchObject({ text: 'From here.', summary: 'From elsewhere, too.' });
  });

  it('what is typed while it is decided is kept', async () => {
    const arrive = door.late('article_get');
    const decided = draft.keepMine();
    draft.change({ text: 'From here. And more.' });
    arrive();
    await decided;
    expect(stored()?.text).toBe('From here. And more.');
    expect(draft.text).toBe('From here. And more.');
  });

  it('also what is typed while the other one is taken becomes a version', async () => {
    const arrive = door.late('version_set_aside');
    const decided = draft.takeOther();
    await vi.waitFor(() => expect(door.aside).toEqual(['From here.']));
    draft.change({ text: 'From here. And more.' });
    arrive();
    await decided;
    expect(door.aside).toEqual(['From here.', 'From here. And more.']);
    expect(draft.text).toBe('From elsewhere.');
  });

  it('nothing is taken while the words of here can not be kept', async () => {
    door.failing = refusal('disk');
    await expect(draft.takeOther()).rejects.toMatchObject({ code: 'disk' });
    expect(draft.text).toBe('From here.');
    expect(draft.saver.unsaved).toBe(true);
  });

  it('a save that was on its way does not go over what was taken', async () => {
    const arrive = door.late('article_get');
    const saved = draft.saver.flush();
    await vi.waitFor(() => expect(door.calls.at(-1)).toBe('article_get'));
    const taken = draft.takeOther();
    arrive();
    await Promise.all([saved, taken]);
    expect(await draft.saver.flush()).toBe(true);
    expect(stored()?.text).toBe('From elsewhere.');
    expect(draft.text).toBe('From elsewhere.');
  });
});

it('stays a draft without a title or a text, and says so until something changes', async () => {
  draft.change({ text: ' ' });
  draft.change({ status: 'ready' });
  expect(draft).toMatchObject({ status: 'draft', notReady: true });
  draft.change({ text: 'Words.' });
  expect(draft.notReady).toBe(false);
  draft.change({ status: 'ready' });
  await draft.saver.flush();
  expect(stored()).toMatchObject({ status: 'ready', text: 'Words.' });
});

it('goes back to a draft when the host refuses it, and keeps the rest', async () => {
  door.answers.article_save = ({ id, baseRevision, patch }) => {
    if (patch.status === 'ready') {
      throw new Refusal({ code: 'invalid', message: 'No.', hint: '', field: 'status' });
    }
    delete door.answers.article_save;
    return door.call('article_save', { id, baseRevision, patch });
  };
  draft.change({ title: 'Sleep well' });
  draft.change({ status: 'ready' });
  expect(await draft.saver.flush()).toBe(true);
  expect(draft).toMatchObject({ status: 'draft', notReady: true });
  expect(stored()).toMatchObject({ status: 'draft', title: 'Sleep well' });
});

it('tells what was done outside the text, and the way back', () => {
  const edits: FieldEdit[] = [];
  draft = new Draft(
    door,
    article(),
    () => undefined,
    (edit) => edits.push(edit),
  );
  const hero = { picture: 'ab12', alt: '' };
  draft.change({ text: 'The editor has an undo of its own.' });
  draft.change({ title: 'Sleep well' });
  draft.change({ topics: ['Rest', 'Night'] });
  draft.change({ topics: ['Rest'] });
  draft.change({ hero });
  draft.change({ hero: { ...hero, alt: 'A room' } });
  draft.change({ hero: { picture: 'cd34', alt: '' } });
  draft.change({ hero: null });
  draft.change({ status: 'ready' });
  draft.typeAuthor('Da');
  draft.typeAuthor('Dana ');
  draft.settleAuthor();
  draft.settleAuthor();
  expect(edits.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['change title', { title: 'Sleep' }, { title: 'Sleep well' }],
    ['add topic “Rest”', { topics: [] }, { topics: ['Rest', 'Night'] }],
    ['remove topic “Night”', { topics: ['Rest', 'Night'] }, { topics: ['Rest'] }],
    ['choose picture', { hero: null }, { hero }],
    ['describe picture', { hero }, { hero: { ...hero, alt: 'A room' } }],
    ['change picture', { hero: { ...hero, alt: 'A room' } }, { hero: { picture: 'cd34', alt: '' } }],
    ['remove picture', { hero: { picture: 'cd34', alt: '' } }, { hero: null }],
    ['mark as ready', { status: 'draft', published: null }, { status: 'ready' }],
    ['change author', { author: null }, { author: 'Dana' }],
  ]);
});

it('tells nothing of what was not taken', () => {
  const edited = vi.fn();
  draft = new Draft(door, article({ text: '' }), () => undefined, edited);
  draft.change({ status: 'ready' });
  expect(edited).not.toHaveBeenCalled();
});

it('keeps the words when the disk does not', async () => {
  door.failing = refusal('disk');
  draft.change({ text: 'Precious.' });
  expect(await draft.saver.flush()).toBe(false);
  door.failing = null;
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()?.text).toBe('Precious.');
});

it('takes over what the library made of it, and goes on from there', async () => {
  draft.change({ text: 'One. Two.' });
  const replaced = await draft.replace((baseRevision) => {
    expect(stored()).toMatchObject({ text: 'One. Two.', revision: baseRevision });
    door.changeElsewhere('a1', { text: 'As it was.', title: 'Sleep, before' });
    return Promise.resolve(stored() ?? article());
  });
  expect(replaced).toMatchObject({ text: 'As it was.' });
  // Also without a preview that watches, the editor has to show it.
  expect(draft).toMatchObject({ text: 'As it was.', title: 'Sleep, before', replaced: 1 });
  draft.change({ text: 'As it was. And more.' });
  expect(await draft.saver.flush()).toBe(true);
  expect(stored()?.text).toBe('As it was. And more.');
});

it('is not replaced while its last words are not kept', async () => {
  door.failing = refusal('disk');
  draft.change({ text: 'Precious.' });
  const ask = vi.fn();
  expect(await draft.replace(ask)).toBeNull();
  expect(ask).not.toHaveBeenCalled();
  expect(draft.text).toBe('Precious.');
});

describe('an answer', () => {
  const bringBack = (changes: { text?: string; summary?: string }) => {
    door.changeElsewhere('a1', changes);
    return Promise.resolve(stored() ?? article());
  };

  it('takes the place of nothing that was typed while it was on its way', async () => {
    const replaced = draft.replace(async () => {
      const answer = await bringBack({ text: 'As it was.', summary: 'Before.' });
      draft.change({ text: 'Precious.' });
      return answer;
    });
    expect(await replaced).toMatchObject({ text: 'As it was.' });
    expect(draft).toMatchObject({ text: 'Precious.', replaced: 0 });
    // Both changed the same words: the person decides.
    expect(draft.saver.status).toMatchObject({ kind: 'failed', waiting: 'decision' });
    expect(stored()?.text).toBe('As it was.');
  });

  it('and what was typed meanwhile in other fields both stand', async () => {
    await draft.replace(async () => {
      const answer = await bringBack({ text: 'As it was.' });
      draft.change({ title: 'Sleep well' });
      return answer;
    });
    expect(draft).toMatchObject({ text: 'As it was.', title: 'Sleep well', replaced: 1 });
    expect(stored()).toMatchObject({ text: 'As it was.', title: 'Sleep well' });
  });

  it('about a change of the library leaves alone what is being typed', async () => {
    const watcher = vi.fn();
    door.changeElsewhere('a1', { summary: 'From elsewhere.' });
    const arrive = door.late('article_get');
    const followed = draft.follow();
    draft.change({ text: 'Precious.' });
    arrive();
    await followed;
    expect(draft.text).toBe('Precious.');
    draft.watch(watcher);
    expect(await draft.saver.flush()).toBe(true);
    expect(stored()).toMatchObject({ text: 'Precious.', summary: 'From elsewhere.' });
    expect(draft.summary).toBe('From elsewhere.');
    expect(watcher).toHaveBeenCalled();
  });

  it('that is older than what stands here changes nothing', async () => {
    const arrive = door.late('article_get');
    const followed = draft.follow();
    draft.change({ text: 'Newer.' });
    await draft.saver.flush();
    arrive();
    await followed;
    expect(draft.text).toBe('Newer.');
  });

  it('does not let what is typed now go over what another wrote', async () => {
    door.changeElsewhere('a1', { text: 'From elsewhere.' });
    const arrive = door.late('article_get');
    draft.change({ title: 'Sleep well' });
    const kept = draft.saver.flush();
    await vi.waitFor(() => expect(door.calls).toContain('article_get'));
    draft.change({ text: 'From here.' });
    arrive();
    expect(await kept).toBe(false);
    expect(draft.text).toBe('From here.');
    expect(stored()?.text).toBe('From elsewhere.');
  });
});
