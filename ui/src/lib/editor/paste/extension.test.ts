// @vitest-environment happy-dom
import { history, redo, undo } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { acceptPaste } from './extension';
import { finishPaste } from './large';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
const pictures = vi.fn<(files: File[], at: number) => void>();
const picturesLeftOut = vi.fn<(count: number) => void>();
let view: EditorView;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  const extensions = [history(), acceptPaste({ pictures, picturesLeftOut })];
  view = new EditorView({ parent: document.body, extensions });
});

afterEach(() => {
  view.destroy();
  vi.useRealTimers();
});

function paste(held: { html?: string; plain?: string; files?: File[] }): boolean {
  const clipboardData = {
    types: [],
    files: held.files ?? [],
    getData: (type: string) => (type === 'text/html' ? held.html : held.plain) ?? '',
  };
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
  view.contentDOM.dispatchEvent(event);
  return event.defaultPrevented;
}

const text = () => view.state.doc.toString();
const picture = new File(['x'], 'x.png', { type: 'image/png' });

it('takes the words, not the picture of them', () => {
  paste({ html: '<p><b>Hours</b></p>', plain: 'Hours', files: [picture] });
  expect(text()).toBe('**Hours**');
  expect(pictures).not.toHaveBeenCalled();
});

it('hands over a picture that came without words', () => {
  expect(paste({ html: '<img src="https://a.example/x.png">', files: [picture] })).toBe(true);
  expect(pictures).toHaveBeenCalledWith([picture], 0);
  expect(picturesLeftOut).not.toHaveBeenCalled();
});

it('hands over the pictures inside the text after it, and counts those that are only addresses', () => {
  paste({
    html: `<p>See</p><img src="${PNG}"><img src="file:///x.png"><img src="${PNG}"><img src="https://a.example">`,
  });
  expect(text()).toBe('See');
  expect(pictures.mock.calls[0]?.[0].map(({ name, type }) => [name, type])).toEqual([
    ['picture-1.png', 'image/png'],
    ['picture-2.png', 'image/png'],
  ]);
  expect(pictures.mock.calls[0]?.[1]).toBe(3);
  expect(picturesLeftOut).toHaveBeenCalledWith(2);
});

it('falls back to the plain text, and leaves an empty clipboard alone', () => {
  paste({ html: '<meta charset="utf-8">', plain: 'One\nTwo' });
  expect(text()).toBe('One\n\nTwo');
  paste({ html: '<p></p>' });
  expect(text()).toBe('One\n\nTwo');
});

it('brings back as it was what was copied in the editor', () => {
  for (const copied of view.state.facet(EditorView.clipboardOutputFilter)) copied('• a\nb', view.state);
  paste({ plain: '• a\r\nb' });
  expect(text()).toBe('• a\nb');
});

describe('a large text', () => {
  const words = 'and so on '.repeat(60).trim();
  const paragraphs = Array.from({ length: 200 }, (_, number) => `Words of paragraph ${number} ${words}`);
  const html = paragraphs.map((words) => `<p class="MsoNormal">${words}</p>`).join('\n');
  const whole = ['Before', ...paragraphs, 'after'].join('\n\n');

  beforeEach(() => {
    // A millisecond for each look at the clock: the first slice is over long before the text.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
    view.dispatch({ changes: { from: 0, insert: 'Before after' }, selection: { anchor: 6 } });
    paste({ html, plain: 'Words' });
  });

  afterEach(() => vi.restoreAllMocks());

  it('is there with its beginning at once, and then all of it', () => {
    expect(text()).toMatch(/^Before\n\nWords of paragraph 0 [^]*\n\nafter$/);
    expect(text().length).toBeLessThan(whole.length / 3);
    vi.runAllTimers();
    expect(text()).toBe(whole);
    expect(view.state.selection.main.head).toBe(whole.length - '\n\nafter'.length);
  });

  it('is all there before a key is answered', () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control' }));
    expect(text()).not.toBe(whole);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));
    expect(text()).toBe(whole);
    vi.runAllTimers();
    expect(text()).toBe(whole);
  });

  it('is all there when the text is left, and nothing is added to it after that', () => {
    finishPaste(view);
    expect(text()).toBe(whole);
    vi.runAllTimers();
    finishPaste(view);
    expect(text()).toBe(whole);
  });

  it('is one step of undo, and what is typed next another', () => {
    vi.runAllTimers();
    view.dispatch({ changes: { from: 0, insert: 'x' }, userEvent: 'input.type' });
    undo(view);
    expect(text()).toBe(whole);
    undo(view);
    expect(text()).toBe('Before after');
    redo(view);
    expect(text()).toBe(whole);
  });
});

const key = { key: 'V', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true };

it('pastes the words alone when the key asks for them', () => {
  view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', key));
  paste({ html: '<p><b>Hours</b></p>', plain: 'Hours *as typed*' });
  expect(text()).toBe('Hours *as typed*');
  paste({ html: '<p><b> again</b></p>', plain: ' again' });
  expect(text()).toBe('Hours *as typed* **again**');
});

it('leaves what is selected where the clipboard has no words to paste', () => {
  view.dispatch({ changes: { from: 0, insert: 'Hours' }, selection: { anchor: 0, head: 5 } });
  view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', key));
  expect(paste({ files: [picture] })).toBe(true);
  expect(text()).toBe('Hours');
});

it('asks the clipboard where the key brings no paste', async () => {
  const readText = vi.spyOn(navigator.clipboard, 'readText').mockResolvedValue('Hours');
  view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', key));
  await vi.runAllTimersAsync();
  expect(text()).toBe('Hours');
  view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', key));
  paste({ plain: ' on Friday' });
  await vi.runAllTimersAsync();
  expect(readText).toHaveBeenCalledOnce();
});
