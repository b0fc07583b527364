// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { expect, it, vi } from 'vitest';

import { words } from '../../words';
import { read } from '../commands/testing';
import { markdownSupport } from '../language';
import { live } from './live';
import { lookAgain, picturesFrom, type ShownPicture } from './pictures';

const door: ShownPicture = { address: 'media/door', width: 800, height: 600 };

it('shows a picture that came back, and no more one that went away', async () => {
  const find = vi.fn<() => Promise<ShownPicture | null>>().mockResolvedValue(null);
  const view = new EditorView({
    parent: document.body,
    doc: '![A door](picture:0123456789abcdef)',
    extensions: [markdownSupport(), live, picturesFrom(find)],
  });
  view.setState(read(view.state));
  const shown = () => view.contentDOM.querySelector('.cm-picture');
  await vi.waitFor(() => expect(shown()?.classList).toContain('cm-picture-missing'));

  find.mockResolvedValue(door);
  lookAgain(view);
  await vi.waitFor(() => expect(shown()?.querySelector('img')?.getAttribute('src')).toBe(door.address));
  expect(shown()?.classList).not.toContain('cm-picture-missing');
  const image = shown()?.querySelector('img');
  lookAgain(view);
  await vi.waitFor(() => expect(find.mock.results.length).toBeGreaterThan(2));
  expect(shown()?.querySelector('img')).toBe(image);

  find.mockResolvedValue(null);
  lookAgain(view);
  await vi.waitFor(() => expect(shown()?.classList).toContain('cm-picture-missing'));
  view.destroy();
});

it('shows the caption below the picture, and says of the description that it is one', () => {
  const state = read(
    new EditorView({
      doc: '![A door](picture:0123456789abcdef "Our door | credit: Ana")\n\nx',
      extensions: [markdownSupport(), live],
    }).state,
  );
  const view = new EditorView({ parent: document.body, state });
  const parts = [...(view.contentDOM.querySelector('.cm-picture-line')?.children ?? [])];
  const shown = parts.filter(
    ({ className }) => className.startsWith('cm-') && !className.includes('widgetBuffer'),
  );
  expect(shown.map(({ className }) => className.split(' ')[0])).toEqual([
    'cm-picture',
    'cm-caption',
    'cm-description-label',
  ]);
  expect(view.contentDOM.textContent).toContain(`${words.editor.describedAs} A door`);
  view.destroy();
});
