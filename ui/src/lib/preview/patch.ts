// Changes what the preview shows, in place: nothing that stayed the same is touched.

import morphdom from 'morphdom';

import type { PreviewBlock } from '../api';
import { diffBlocks } from './diff';

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

export function patchBlocks(
  body: Element,
  before: readonly PreviewBlock[],
  after: readonly PreviewBlock[],
): void {
  // Whatever else touched the body, afterwards it holds the blocks again.
  const known = body.childElementCount === before.length ? before : [];
  if (known.length === 0) body.replaceChildren();
  const change = diffBlocks(known, after);
  if (change === null) return;
  const old = [...body.children].slice(change.from, change.from + change.removed);
  const next = body.children[change.from + change.removed] ?? null;
  change.added.forEach((block, index) => {
    const element = elementOf(body.ownerDocument, block.html);
    const present = old[index];
    if (present) morph(present, element);
    else body.insertBefore(element, next);
  });
  for (const superfluous of old.slice(change.added.length)) superfluous.remove();
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
