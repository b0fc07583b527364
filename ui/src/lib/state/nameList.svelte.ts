// The topics of a library, or its people: what they are called, and the way to the bin and back.

import { SvelteMap } from 'svelte/reactivity';

import { type BroughtBack, type Door, Refusal } from '../api';
import { words } from '../words';
import type { Articles } from './articles.svelte';
import type { Bin } from './bin.svelte';
import type { History } from './history.svelte';
import { NameForm } from './nameForm.svelte';
import type { NotSaved } from '../saving';

export interface Named {
  id: string;
  name: string;
  /** How many articles have it. */
  articles: number;
}

/** What the host is asked, and what the window says. */
export interface NameKind<Row extends Named, Fields extends { name: string }> {
  list: (door: Door) => Promise<Row[]>;
  fieldsOf: (row: Row) => Fields;
  /** Rejects when the name can't be. */
  add: (door: Door, fields: Fields) => Promise<Row>;
  save: (door: Door, id: string, patch: Partial<Fields>) => Promise<unknown>;
  delete: (door: Door, id: string) => Promise<unknown>;
  restore: (door: Door, id: string) => Promise<BroughtBack>;
  part: (door: Door, id: string, articles: string[]) => Promise<{ id: string }>;
  remove: (door: Door, id: string) => Promise<unknown>;
  /** The filter of the list of articles that names it. */
  filter: 'topic' | 'author';
  path: (id: string) => string;
  say: NameWords;
}

/** What is said of topics or of people, without the form. */
export interface NameWords {
  addName: (name: string) => string;
  deleteName: (name: string) => string;
  putBackName: (name: string) => string;
  changeName: Record<string, string>;
  isIn: (name: string, articles: number) => string;
  joined: (name: string) => string;
  notSaved: (name: string) => string;
}

/** The rest of the library, as far as names touch it. */
export interface AroundNames {
  articles: Articles;
  bin: Bin;
  history: History;
  /** Told before the window says that one is in the bin: nobody can go on writing in it. */
  left: (id: string) => void;
}

export class NameList<Row extends Named, Fields extends { name: string }> {
  /** By name; nothing before the first answer. */
  rows: Row[] | null = $state.raw(null);
  /** The one whose deletion was just undone: the list turns to it. */
  undone: string | null = $state(null);

  #door: Door;
  #around: AroundNames;
  #kind: NameKind<Row, Fields>;
  #open = new SvelteMap<string, NameForm<Fields>>();
  // Nobody has to be told what is under way.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #underWay = new Set<string>();
  #questions = 0;

  constructor(door: Door, kind: NameKind<Row, Fields>, around: AroundNames) {
    this.#door = door;
    this.#kind = kind;
    this.#around = around;
  }

  async load(): Promise<void> {
    this.#questions += 1;
    const question = this.#questions;
    const rows = await this.#kind.list(this.#door);
    if (question !== this.#questions) return;
    this.rows = rows;
    for (const row of rows) this.#open.get(row.id)?.become(this.#kind.fieldsOf(row));
  }

  /** One of them, ready to be changed. */
  async open(id: string): Promise<NameForm<Fields>> {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    if (this.rows === null) await this.load();
    const row = this.row(id);
    if (row === null) throw new Refusal({ code: 'not_found', message: '', hint: '' });
    const keeper = {
      save: (patch: Partial<Fields>) => this.#save(id, patch),
      named: (field: string) => this.#kind.say.changeName[field] ?? field,
    };
    const form = new NameForm(id, this.#kind.fieldsOf(row), keeper, this.#around.history);
    this.#open.set(id, form);
    return form;
  }

  /** The person turned to something else. What could not be kept is found again. */
  leave(form: NameForm<Fields>): void {
    form.left();
    this.#around.history.settle();
    // While somebody types, nothing in the list changes its place.
    void this.load().catch(() => undefined);
  }

  row(id: string): Row | null {
    return this.rows?.find((row) => row.id === id) ?? null;
  }

  /** The list of articles shows those that have this one, and no others. */
  showArticles(row: Row): void {
    this.#around.articles.list.only({ [this.#kind.filter]: row.name });
  }

  /** One that no article has yet. Rejects when the name can't be. */
  async add(fields: Fields): Promise<Row> {
    const row = await this.#kind.add(this.#door, fields);
    await Promise.all([this.load(), this.#around.articles.loadNames()]).catch(() => undefined);
    const way = this.#way(row.id);
    this.#around.history.done({
      name: this.#kind.say.addName(row.name),
      undo: () => way.putIn(),
      redo: async () => {
        await way.takeOut();
      },
    });
    return row;
  }

  /** Resolves to whether it is in the bin now. */
  delete({ id, name, articles }: Row): Promise<boolean> {
    return this.#attempt(id, async () => {
      const way = this.#way(id);
      await way.putIn();
      const undo = async () => {
        this.undone = await way.takeOut();
      };
      const action = { name: this.#kind.say.deleteName(name), undo, redo: () => way.putIn() };
      this.#around.history.done(action, this.#kind.say.isIn(name, articles));
    });
  }

  /** Resolves to whether it is out of the bin again. */
  putBack({ id, name }: { id: string; name: string }): Promise<boolean> {
    return this.#attempt(id, async () => {
      const way = this.#way(id);
      await way.takeOut();
      const action = {
        name: this.#kind.say.putBackName(name),
        undo: () => way.putIn(),
        redo: async () => {
          await way.takeOut();
        },
      };
      this.#around.history.done(action, way.joined ? this.#kind.say.joined(name) : words.bin.isBack(name));
    });
  }

  /** Resolves to whether it is gone. */
  removeForEver({ id, name }: { id: string; name: string }): Promise<boolean> {
    return this.#attempt(id, async () => {
      await this.#kind.remove(this.#door, id);
      await this.#around.bin.load();
      this.#around.history.say(words.bin.isRemoved(name));
    });
  }

  get unsaved(): boolean {
    return this.#forms.some(({ saver }) => saver.unsaved);
  }

  get notSaved(): NotSaved[] {
    const failed = this.#forms.filter(({ status }) => status.kind === 'failed');
    return failed.map(({ id, fields }) => ({
      what: this.#kind.say.notSaved(this.row(id)?.name ?? fields.name),
      path: this.#kind.path(id),
      seek: () => undefined,
    }));
  }

  async flush(): Promise<boolean> {
    const kept = await Promise.all(this.#forms.map(({ saver }) => saver.flush()));
    return kept.every(Boolean);
  }

  /** The library is left: nothing is sent any more. */
  async end(): Promise<void> {
    await Promise.all(this.#forms.map(({ saver }) => saver.end()));
  }

  get #forms(): NameForm<Fields>[] {
    return [...this.#open.values()];
  }

  /** There and back, whatever it is known by meanwhile: out of the bin it may join another one of its name. */
  #way(id: string) {
    let now = id;
    let joined: string[] | null = null;
    return {
      get joined() {
        return joined !== null;
      },
      putIn: async () => {
        if (joined === null) await this.#putIn(now);
        else now = (await this.#kind.part(this.#door, now, joined)).id;
        joined = null;
        await this.#changed();
      },
      takeOut: async () => {
        ({ id: now, joined } = await this.#kind.restore(this.#door, now));
        await this.#changed();
        return now;
      },
    };
  }

  async #putIn(id: string): Promise<void> {
    await this.#settle();
    const form = this.#open.get(id);
    // A name that can't be kept is no reason to keep all of it.
    await form?.saver.flush();
    await this.#kind.delete(this.#door, id);
    form?.forget();
    this.#around.left(id);
  }

  /** What was typed into articles and is not kept yet would make the name anew when it is. */
  async #settle(): Promise<void> {
    if (await this.#around.articles.flush()) return;
    throw new Refusal({ code: 'disk', ...words.names.notSavedFirst });
  }

  async #save(id: string, patch: Partial<Fields>): Promise<void> {
    await this.#settle();
    await this.#kind.save(this.#door, id, patch);
    const before = this.row(id)?.name;
    const put = (row: Row) => (row.id === id ? { ...row, ...patch } : row);
    this.rows = this.rows?.map(put) ?? null;
    const { list } = this.#around.articles;
    const filter = this.#kind.filter;
    if (patch.name !== undefined && list.filters[filter] === before) list.filter({ [filter]: patch.name });
    await this.#around.articles.namesChanged().catch(() => undefined);
  }

  /** What was done is done: that a list can't be read now is no reason to say otherwise. */
  async #changed(): Promise<void> {
    const { articles, bin } = this.#around;
    await Promise.all([this.load(), bin.load(), articles.namesChanged()]).catch(() => undefined);
  }

  async #attempt(id: string, work: () => Promise<void>): Promise<boolean> {
    if (this.#underWay.has(id)) return false;
    this.#underWay.add(id);
    try {
      await work();
    } catch (thrown) {
      this.#around.history.fail(Refusal.from(thrown, words.errors.host));
      return false;
    } finally {
      this.#underWay.delete(id);
    }
    return true;
  }
}
