// Changes what the preview shows, in place: nothing that stayed the same is touched.

import morphdom from 'morphdom';

import type { PreviewBlock } from '../api';
import type { PartOfChange } from './blocks';

/** The element that holds exactly the blocks, one child for each. `BODY_ID` in src-tauri/site. */
export const BODY_ID = 'article-body';

const STOPS =
  'a[href], area[href], button, input, select, textarea, summary, iframe, audio, video, [tabindex]';

/** The page is looked at beside the text: Tab is not to walk through each of its links, scrolling it away. */
function withoutTabStops<Root extends ParentNode>(root: Root): Root {
  for (const stop of root.querySelectorAll(STOPS)) stop.setAttribute('tabindex', '-1');
  return root;
}

function read(html: string): Document {
  return withoutTabStops(new DOMParser().parseFromString(html, 'text/html'));
}

/** `html` as the frame is to show it first. */
export function pageToShow(html: string): string {
  return `<!doctype html>${read(html).documentElement.outerHTML}`;
}

/** Changes the elements of a body that shows the blocks of which these are the change. */
export function patchBlocks(body: Element, change: PartOfChange): void {
  const present = [...body.children];
  const { from, removed, added } = change;
  const old = present.slice(from, from + removed);
  const next = present[from + removed] ?? null;
  added.forEach((block, index) => {
    const element = elementOf(body.ownerDocument, block.html);
    const before = old[index];
    if (before) morph(before, element);
    else body.insertBefore(element, next);
  });
  for (const superfluous of old.slice(added.length)) superfluous.remove();
}

/** Makes the body anew. */
export function fillBody(body: Element, blocks: readonly PreviewBlock[]): void {
  body.replaceChildren(...blocks.map(({ html }) => elementOf(body.ownerDocument, html)));
}

/** Makes `document` what `html` says, but for the children of the article's body. */
export function patchDocument(document: Document, html: string): void {
  const wanted = read(html);
  morphdom(document.documentElement, wanted.documentElement, {
    onBeforeElUpdated: (present, element) => !present.isEqualNode(element),
    onBeforeElChildrenUpdated: (present) => present.id !== BODY_ID,
  });
}

function morph(present: Element, element: Element): void {
  morphdom(present, element, { onBeforeElUpdated: (a, b) => !a.isEqualNode(b) });
}

function elementOf(document: Document, html: string): Element {
  const template = document.createElement('template');
  template.innerHTML = html;
  return withoutTabStops(template.content).firstElementChild ?? document.createElement('div');
}
