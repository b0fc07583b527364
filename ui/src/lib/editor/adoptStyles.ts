// CodeMirror hands its styles to style-mod, which writes them into a <style> element; the content security policy of our
// windows refuses those. Style sheets that are adopted by the document are code, not markup, and are welcome.

import { StyleModule } from 'style-mod';

const sheets = new Map<StyleModule, CSSStyleSheet>();

function sheetOf(module: StyleModule): CSSStyleSheet {
  const known = sheets.get(module);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(module.getRules());
  sheets.set(module, sheet);
  return sheet;
}

/** Once, before the first editor is made. */
export function adoptStyles(): void {
  StyleModule.mount = (root: Document | ShadowRoot, modules: readonly StyleModule[] | StyleModule) => {
    const wanted = [modules].flat().map((module) => sheetOf(module));
    // Later ones win, as they do in style-mod.
    const others = root.adoptedStyleSheets.filter((sheet) => !wanted.includes(sheet));
    root.adoptedStyleSheets = [...others, ...wanted];
  };
}
