// @vitest-environment happy-dom
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it, vi } from 'vitest';

import { words } from '../../words';
import { markdownSupport } from '../language';
import { articlesFrom, askAgain, type LeadsTo, linkedAddress } from './linkedArticles';
import { live } from './live';

let view: EditorView | undefined;

afterEach(() => view?.destroy());

function open(doc: string, find: (address: string) => Promise<LeadsTo>): void {
  const opened = new EditorView({ doc, extensions: [markdownSupport(), live, articlesFrom(find)] });
  document.body.append(opened.dom);
  ensureSyntaxTree(opened.state, doc.length, 10_000);
  opened.dispatch({});
  view = opened;
}

const lost = () => [...document.querySelectorAll<HTMLElement>('.cm-link-lost')];

it.each([
  ['article:better-sleep', 'better-sleep'],
  ['article:better-sleep#food', 'better-sleep'],
  ['article:', null],
  ['https://a.example/article:b', null],
])('%s leads to the article at %s', (destination, expected) => {
  expect(linkedAddress(destination)).toBe(expected);
});

it('shows which links will be words only, and why', async () => {
  const places: Partial<Record<string, LeadsTo>> = { a: 'site', b: 'draft', c: 'bin' };
  const find = vi.fn((address: string) => Promise.resolve(places[address] ?? 'gone'));
  open('[A](article:a) [B](article:b) [C](article:c#d) [D](article:d) [B](article:b) [E](#e)', find);
  await vi.waitFor(() => expect(lost().map((link) => link.textContent)).toEqual(['B', 'C', 'D', 'B']));
  expect(lost().map(({ title }) => title)).toEqual([
    words.link.lost.draft,
    words.link.lost.bin,
    words.link.lost.gone,
    words.link.lost.draft,
  ]);
  expect(find.mock.calls.flat()).toEqual(['a', 'b', 'c', 'd']);
});

it('asks again when something may have changed', async () => {
  let place: LeadsTo = 'draft';
  open('[A](article:a)', () => Promise.resolve(place));
  await vi.waitFor(() => expect(lost()).toHaveLength(1));
  place = 'site';
  if (view) askAgain(view);
  await vi.waitFor(() => expect(lost()).toHaveLength(0));
});

it('does not believe what was asked before something changed', async () => {
  const answer: ((leadsTo: LeadsTo) => void)[] = [];
  open('[A](article:a)', () => new Promise((resolve) => answer.push(resolve)));
  if (view) askAgain(view);
  await vi.waitFor(() => expect(answer).toHaveLength(2));
  answer[1]?.('draft');
  await vi.waitFor(() => expect(lost()).toHaveLength(1));
  answer[0]?.('site');
  await Promise.resolve();
  await Promise.resolve();
  expect(lost()).toHaveLength(1);
});

it('says nothing of a link where nobody answers', async () => {
  const find = vi.fn(() => Promise.reject(new Error('no answer')));
  open('[A](article:a)', find);
  await vi.waitFor(() => expect(find).toHaveBeenCalled());
  expect(lost()).toEqual([]);
});
