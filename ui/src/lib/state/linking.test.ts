import { expect, it } from 'vitest';

import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { rowOf } from './draft.svelte';
import { History } from './history.svelte';
import { Several } from './several.svelte';
import { article, FakeDoor, refusal } from './testing';

const linking = (...titles: string[]) => ({
  articles: titles.map((title, index) => rowOf(article({ id: `l${index}`, title }))),
});

function open(...titles: string[]) {
  const door = new FakeDoor();
  door.articles.set('a1', article({ status: 'ready' }));
  door.answers.articles_linking = () => linking(...titles);
  const history = new History();
  const articles = new Articles(door, () => undefined, history);
  const bin = new Bin(door, articles, () => undefined, history);
  const several = new Several(door, articles, bin, history);
  const text = () => (history.notice?.kind === 'done' ? history.notice.text : null);
  return { door, history, articles, bin, several, text };
}

it.each([
  [['Naps'], 'Naps”', 'links to it'],
  [['Naps', ''], '“Naps” and “Untitled” link', 'to it'],
  [['a', 'b', 'c'], '“a”, “b”, and “c” link', 'to it'],
  [['a', 'b', 'c', 'd', 'e'], '“a”, “b”, and 3 more articles link', 'to it'],
])('says that %j link to an article that is deleted', async (titles, ...expected) => {
  const { bin, text } = open(...titles);
  await bin.delete({ id: 'a1', title: 'Sleep' });
  for (const part of expected) expect(text()).toContain(part);
});

it('says nothing of links where there are none, or nobody can tell', async () => {
  const { door, bin, text } = open();
  await bin.delete({ id: 'a1', title: 'Sleep' });
  expect(text()).not.toContain('link');
  await bin.putBack({ id: 'a1', title: 'Sleep' });
  door.answers.articles_linking = () => Promise.reject(refusal('internal'));
  expect(await bin.delete({ id: 'a1', title: 'Sleep' })).toBe(true);
  expect(text()).not.toContain('link');
});

it('says it of several that are deleted', async () => {
  const { door, several, text } = open('Naps');
  door.articles.set('a2', article({ id: 'a2' }));
  await several.delete(['a1', 'a2']);
  expect(text()).toContain('“Naps” links to them');
});

it('says it of an article that becomes a draft, which can be undone', async () => {
  const { articles, history, text } = open('Naps');
  const draft = await articles.open('a1');
  draft.change({ status: 'draft' });
  await articles.flush();
  expect(text()).toContain('“Naps” links to it');
  await history.undo();
  expect(draft.status).toBe('ready');
});

it('says nothing any more once somebody went on', async () => {
  const { door, articles, text } = open('Naps');
  const draft = await articles.open('a1');
  const arrive = door.late('articles_linking');
  draft.change({ status: 'draft' });
  draft.change({ topics: ['Rest'] });
  arrive();
  await articles.flush();
  expect(text()).toBeNull();
});
