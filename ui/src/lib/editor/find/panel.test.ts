// @vitest-environment happy-dom
import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { finding, openReplace } from './find';

let view: EditorView;
let place: HTMLElement;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  view = new EditorView({
    parent: document.body,
    doc: 'Sleep well. sleep long. Sleep.',
    extensions: finding(place),
  });
});

afterEach(() => {
  view.destroy();
  document.body.replaceChildren();
});

function named(name: string): HTMLElement {
  const labelled = place.querySelector<HTMLElement>(`[aria-label="${name}"]`);
  const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  const found = labelled ?? button;
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const count = () => place.querySelector('[role=status]')?.textContent;
const selected = () => view.state.selection.main.from;

function type(name: string, text: string): void {
  const field = named(name) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

it('finds as it is typed, and goes from one to the next and back', () => {
  openSearchPanel(view);
  type('Find', 'sleep');
  expect([count(), selected()]).toEqual(['1 of 3', 0]);
  named('Next').click();
  expect([count(), selected()]).toEqual(['2 of 3', 12]);
  named('Previous').click();
  named('Previous').click();
  expect([count(), selected()]).toEqual(['3 of 3', 24]);
  type('Find', 'sleep well');
  expect([count(), selected()]).toEqual(['1 of 1', 0]);
  type('Find', 'wake');
  expect(count()).toBe('Not found');
  type('Find', '');
  expect(count()).toBe('');
});

it('says how many it replaced, until something else is done', () => {
  openReplace(view);
  type('Find', 'sleep');
  type('Replace with', 'sleeping');
  named('Replace all').click();
  expect(count()).toBe('3 replaced');
  type('Find', 'sleepi');
  expect(count()).toBe('1 of 3');
  type('Find', 'sleep');
  type('Replace with', 'rest');
  named('Replace all').click();
  expect(count()).toBe('3 replaced');
  expect(place.querySelector('.cm-find-none')).toBeNull();
  view.dispatch({ selection: { anchor: 1 } });
  expect(count()).toBe('Not found');
});

it('says of the last one that it was replaced, not that nothing was found', () => {
  openReplace(view);
  type('Find', 'well');
  type('Replace with', 'deep');
  named('Replace').click();
  expect(count()).toBe('Replaced, no more');
});

it('finds whole words only, if that is asked for', () => {
  openReplace(view);
  view.dispatch({ changes: { from: 0, insert: 'Asleep, **sleep** and sleepless, _sleep_. ' } });
  type('Find', 'sleep');
  const whole = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === 'Whole words');
  whole?.querySelector('input')?.click();
  expect(count()).toBe('1 of 5');
  type('Replace with', 'rest');
  named('Replace all').click();
  expect(view.state.doc.toString()).toBe(
    'Asleep, **rest** and sleepless, _rest_. rest well. rest long. rest.',
  );
});

it('can mind capitals', () => {
  openSearchPanel(view);
  const box = place.querySelector<HTMLInputElement>('[type=checkbox]');
  expect(box?.parentElement?.textContent).toBe('Match case');
  type('Find', 'sleep');
  box?.click();
  expect(count()).toBe('1 of 1');
});

it('takes what is typed as it is', () => {
  openSearchPanel(view);
  type('Find', '\\n');
  expect(count()).toBe('Not found');
});

it('replaces one, and then all the others', () => {
  openReplace(view);
  type('Find', 'sleep');
  type('Replace with', 'rest');
  named('Replace').click();
  expect(view.state.doc.toString()).toBe('rest well. sleep long. Sleep.');
  expect(count()).toBe('1 of 2');
  named('Replace all').click();
  expect(view.state.doc.toString()).toBe('rest well. rest long. rest.');
});

it('has room for replacing only when it is asked for', () => {
  openSearchPanel(view);
  expect(named('Replace with').parentElement?.hidden).toBe(true);
  named('Replace words').click();
  expect(named('Replace with').parentElement?.hidden).toBe(false);
});

it('closes, and gives the focus back', () => {
  openSearchPanel(view);
  named('Find').focus();
  const escape = new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true });
  named('Find').dispatchEvent(escape);
  expect(place.querySelector('.cm-find')).toBeNull();
  expect(document.activeElement).toBe(view.contentDOM);
});
