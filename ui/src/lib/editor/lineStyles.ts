// What a whole line is: heading, quotation, item of a list, code. Only for the lines that can be seen.

import { syntaxTree } from '@codemirror/language';
import { type Extension, type Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const kinds: Record<string, Decoration> = {
  Blockquote: Decoration.line({ class: 'cm-quotation' }),
  FencedCode: Decoration.line({ class: 'cm-code' }),
};
for (const level of [1, 2, 3, 4, 5, 6])
  kinds[`ATXHeading${level}`] = Decoration.line({ class: 'cm-heading' });
const item = Decoration.line({ class: 'cm-item' });

function decorate(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const ranges: Range<Decoration>[] = [];
  const seen = new Set<string>();
  const add = (at: number, decoration: Decoration, kind: string) => {
    const key = `${at} ${kind}`;
    if (!seen.has(key)) ranges.push(decoration.range(at));
    seen.add(key);
  };
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter({ name, from: start, to: end }) {
        const kind = kinds[name];
        if (name === 'ListItem') add(doc.lineAt(start).from, item, name);
        if (kind === undefined) return;
        for (let line = doc.lineAt(Math.max(start, from)); ; line = doc.line(line.number + 1)) {
          add(line.from, kind, name);
          if (line.to >= Math.min(end, to) || line.number === doc.lines) break;
        }
      },
    });
  }
  return Decoration.set(ranges, true);
}

class LineStyles {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update(update: ViewUpdate): void {
    const parsed = syntaxTree(update.state) !== syntaxTree(update.startState);
    if (update.docChanged || update.viewportChanged || parsed) this.decorations = decorate(update.view);
  }
}

export const lineStyles: Extension = ViewPlugin.fromClass(LineStyles, {
  decorations: (plugin) => plugin.decorations,
});
