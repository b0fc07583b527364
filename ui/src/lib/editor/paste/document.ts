// The HTML of a clipboard as a document that shows nothing, loads nothing and runs nothing.

import { type StyleOf, styles } from './styles';

export interface Foreign {
  body: Element;
  styleOf: StyleOf;
}

export function foreign(html: string): Foreign {
  const { rest, sheet } = withoutSheets(html);
  const { body } = new DOMParser().parseFromString(quiet(rest), 'text/html');
  return { body, styleOf: styles(sheet) };
}

/**
 * A document made by a parser runs nothing, but the content security policy still reports every style and every handler in
 * it: thousands in a text from Word. Under other names they are mere words. Each search goes on where the last one ended,
 * so that no text takes more than its length.
 */
function quiet(html: string): string {
  // Nearly every tag has one of these at most: the quick way first.
  const once = html.replaceAll(/(<[a-z][^<>]*?\s)(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2');
  if (!/<[a-z][^<>]*?\s(?:style|on[a-z]+)\s*=/i.test(once)) return once;
  return once.replaceAll(/<[a-z][^<>]*/gi, (tag) =>
    tag.replaceAll(/\s(style|on[a-z]+)(?=\s*=)/gi, ' data-$1'),
  );
}

function withoutSheets(html: string): { rest: string; sheet: string } {
  const opening = /<style\b[^<>]*>/gi;
  const closing = /<\/style\s*>/gi;
  const kept: string[] = [];
  const sheets: string[] = [];
  let at = 0;
  for (;;) {
    opening.lastIndex = at;
    const start = opening.exec(html);
    if (start === null) break;
    closing.lastIndex = opening.lastIndex;
    const end = closing.exec(html);
    if (end === null) break;
    kept.push(html.slice(at, start.index));
    sheets.push(html.slice(opening.lastIndex, end.index));
    at = closing.lastIndex;
  }
  return { rest: kept.join('') + html.slice(at), sheet: sheets.join('\n') };
}
