// The panel for finding and replacing: our own looks around CodeMirror's search.

import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import { EditorSelection, type EditorState } from '@codemirror/state';
import { type Command, EditorView, type Panel, runScopeHandlers, type ViewUpdate } from '@codemirror/view';

import { words } from '../../words';
import { button, check, element, iconButton, textField } from './elements';
import { MOST, occurrences, position } from './position';
import { replacing, setReplacing } from './replacing';
import { isWholeWord } from './wholeWords';

const say = words.find;

export class FindPanel implements Panel {
  readonly dom: HTMLElement;
  readonly top = true;
  readonly #view: EditorView;
  readonly #find = textField(say.find);
  readonly #replace = textField(say.replaceWith);
  readonly #capitals = check(say.matchCase);
  readonly #whole = check(say.wholeWords);
  readonly #count = element('span', 'cm-find-count');
  /** What replacing came to, for as long as nothing else was done. */
  #outcome: string | null = null;
  readonly #more: HTMLButtonElement;
  readonly #replaceRow: HTMLElement;

  constructor(view: EditorView) {
    this.#view = view;
    this.#count.setAttribute('role', 'status');
    this.#find.setAttribute('main-field', 'true');
    this.#more = iconButton('more', say.showReplace, () => this.#toggle());
    this.#replaceRow = element('div', 'cm-find-row', [
      this.#replace,
      button(say.replace, () => this.#replaceOne()),
      button(say.replaceAll, () => this.#replaceAll()),
    ]);
    this.dom = element('div', 'cm-find', [this.#more, element('div', 'cm-find-rows', this.#rows())]);
    this.dom.setAttribute('role', 'search');
    this.dom.setAttribute('aria-label', say.name);
    this.dom.addEventListener('keydown', (event) => this.#keydown(event));
    for (const input of [this.#find, this.#capitals.input, this.#whole.input]) {
      input.addEventListener('input', () => this.#commit(true));
    }
    this.#replace.addEventListener('input', () => this.#commit(false));
    this.#adopt(getSearchQuery(view.state));
    this.#show();
  }

  mount(): void {
    this.#find.select();
  }

  update(update: ViewUpdate): void {
    const { state, startState } = update;
    if (update.docChanged || update.selectionSet) this.#outcome = null;
    const query = getSearchQuery(state);
    if (!query.eq(getSearchQuery(startState))) this.#adopt(query);
    const asked = state.field(replacing) !== startState.field(replacing);
    if (update.docChanged || update.selectionSet || asked || !query.eq(getSearchQuery(startState)))
      this.#show();
  }

  #rows(): HTMLElement[] {
    const close = iconButton('close', words.close, () => closeSearchPanel(this.#view));
    const row = element('div', 'cm-find-row', [
      element('div', 'cm-find-field', [this.#find, this.#count]),
      iconButton('previous', say.previous, () => this.#run(findPrevious)),
      iconButton('next', say.next, () => this.#run(findNext)),
      element('div', 'cm-find-checks', [this.#capitals.label, this.#whole.label]),
      close,
    ]);
    return [row, this.#replaceRow];
  }

  #run(command: Command): void {
    this.#commit(false);
    command(this.#view);
  }

  #replaceOne(): void {
    const before = this.#view.state.doc;
    this.#run(replaceNext);
    const { state } = this.#view;
    const last = state.doc !== before && position(state, getSearchQuery(state)).total === 0;
    if (last) this.#tell(say.replacedLast);
  }

  #replaceAll(): void {
    this.#commit(false);
    const { state } = this.#view;
    const found = occurrences(state, getSearchQuery(state));
    replaceAll(this.#view);
    if (found > 0) this.#tell(say.replaced(found));
  }

  #tell(outcome: string): void {
    this.#outcome = outcome;
    this.#show();
  }

  /** What stands in the fields becomes what is looked for; `go` selects the first match from the cursor on. */
  #commit(go: boolean): void {
    const query = new SearchQuery({
      search: this.#find.value,
      replace: this.#replace.value,
      caseSensitive: this.#capitals.input.checked,
      ...(this.#whole.input.checked && { test: isWholeWord }),
      literal: true,
    });
    if (query.eq(getSearchQuery(this.#view.state))) return;
    if (go) this.#outcome = null;
    this.#view.dispatch({ effects: setSearchQuery.of(query) });
    if (go) goToFirst(this.#view, query);
  }

  #adopt(query: SearchQuery): void {
    // A value that is set anew moves the cursor of its field.
    if (this.#find.value !== query.search) this.#find.value = query.search;
    if (this.#replace.value !== query.replace) this.#replace.value = query.replace;
    this.#capitals.input.checked = query.caseSensitive;
    this.#whole.input.checked = query.test === isWholeWord;
  }

  #show(): void {
    const { state } = this.#view;
    const shown = state.field(replacing);
    this.#replaceRow.hidden = !shown;
    this.#more.setAttribute('aria-expanded', String(shown));
    const text = this.#outcome ?? this.#found(state);
    if (this.#count.textContent !== text) this.#count.textContent = text;
    this.#count.classList.toggle('cm-find-none', text === say.none);
  }

  #found(state: EditorState): string {
    return this.#find.value === '' ? '' : inWords(position(state, getSearchQuery(state)));
  }

  #toggle(): void {
    const shown = !this.#view.state.field(replacing);
    this.#view.dispatch({ effects: setReplacing.of(shown) });
    (shown ? this.#replace : this.#find).focus();
  }

  #keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const enter = event.key === 'Enter';
    if (runScopeHandlers(this.#view, event, 'search-panel')) event.preventDefault();
    else if (enter && event.target === this.#find) this.#run(event.shiftKey ? findPrevious : findNext);
    else if (enter && event.target === this.#replace) this.#replaceOne();
    else return;
    event.preventDefault();
  }
}

function goToFirst(view: EditorView, query: SearchQuery): void {
  const { from } = view.state.selection.main;
  if (!query.valid) return;
  const after = query.getCursor(view.state, from).next();
  const match = after.done ? query.getCursor(view.state).next() : after;
  if (match.done) return;
  const selection = EditorSelection.single(match.value.from, match.value.to);
  view.dispatch({
    selection,
    effects: EditorView.scrollIntoView(selection.main, { y: 'nearest', yMargin: 96 }),
    userEvent: 'select.search',
  });
}

function inWords({ current, total }: { current: number; total: number }): string {
  if (total === 0) return say.none;
  const all = total > MOST ? `${MOST}+` : String(total);
  return current === 0 ? say.found(all) : say.of(current, all);
}
