// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it, vi } from 'vitest';

import { words } from '../../words';
import { markdownSupport } from '../language';
import { setFocused } from './attention';
import { live } from './live';
import { type FindPicture, picturesFrom } from './pictures';

let view: EditorView;

function open(doc: string, find: FindPicture = () => Promise.resolve(null)): void {
  view = new EditorView({
    parent: document.body,
    doc,
    extensions: [markdownSupport(), live, picturesFrom(find)],
  });
}

const shown = () => [...view.contentDOM.querySelectorAll('.cm-line')].map(({ textContent }) => textContent);
const images = () => [...view.dom.querySelectorAll<HTMLImageElement>('.cm-picture img')];
const picture = '![A room](picture:0123456789abcdef "Ours")';

afterEach(() => {
  vi.useRealTimers();
  view.destroy();
});

it('shows a picture with room for it, and asks for it only once', async () => {
  const find = vi.fn(() => Promise.resolve({ address: 'https://a.example/1', width: 400, height: 300 }));
  open(`one\n\n${picture}`, find);
  await vi.waitFor(() => expect(images()[0]?.width).toBe(400));
  expect(find).toHaveBeenCalledWith('picture:0123456789abcdef');
  expect(shown()[2]).toBe(`Ours${words.editor.describedAs} A room`);
  view.dispatch({ changes: { from: view.state.doc.length, insert: `\n\n${picture}` } });
  expect(images()).toHaveLength(2);
  expect(find).toHaveBeenCalledTimes(1);
});

it('says where a link leads', () => {
  open('[words](https://a.example)');
  expect(view.dom.querySelector('[title="https://a.example"]')?.textContent).toBe('words');
});

it('says so where a picture is missing', async () => {
  open(picture);
  await vi.waitFor(() => expect(view.dom.querySelector('.cm-picture-missing')).not.toBeNull());
});

it('asks again for a picture that nobody answered for', async () => {
  const find = vi.fn(() => Promise.reject(new Error('away')));
  open(picture, find);
  await vi.waitFor(() => expect(view.dom.querySelector('.cm-picture-missing')).not.toBeNull());
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: 'none' } });
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: picture } });
  expect(find).toHaveBeenCalledTimes(2);
});

it('leaves the text alone while an input method is composing', () => {
  vi.useFakeTimers();
  open('one **bold** two');
  view.dispatch({ effects: setFocused.of(true), selection: { anchor: 16 } });
  expect(shown()).toEqual(['one bold two']);
  view.contentDOM.dispatchEvent(new Event('compositionstart'));
  view.dispatch({ selection: { anchor: 6 } });
  expect(shown()).toEqual(['one bold two']);
  view.contentDOM.dispatchEvent(new Event('compositionend'));
  vi.advanceTimersByTime(100);
  expect(shown()).toEqual(['one **bold** two']);
});
