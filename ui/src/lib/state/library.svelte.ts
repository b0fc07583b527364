import type { Door, OpenLibrary, Place, Practice } from '../api';
import { isDamage, type Typed } from './typed';
import { Articles } from './articles.svelte';
import { Bin } from './bin.svelte';
import { Exporting } from './exporting.svelte';
import { History } from './history.svelte';
import type { NotSaved } from '../saving';
import { People } from './people.svelte';
import { Pictures } from './pictures.svelte';
import { PracticeFacts } from './practice.svelte';
import { address, paths } from './route.svelte';
import { Several } from './several.svelte';
import { Topics } from './topics.svelte';

/** The library that is open: one website. */
export class Library {
  readonly door: Door;
  readonly folder: string;
  name = $state('');
  /** What was done outside the text. */
  readonly history = new History();
  /** Where the person is, or was when the library was last open. */
  place: Place | null;
  readonly articles: Articles;
  readonly bin: Bin;
  readonly pictures: Pictures;
  readonly people: People;
  readonly topics: Topics;
  readonly several: Several;
  readonly practice: PracticeFacts;
  readonly exporting: Exporting;
  #ended = false;

  constructor(door: Door, opened: OpenLibrary) {
    this.door = door;
    this.folder = opened.folder;
    this.name = opened.name;
    this.place = opened.place;
    this.exporting = new Exporting(
      door,
      () => this.flush(),
      () => this.notSaved,
      () => void this.articles.standElsewhere(),
    );
    this.articles = new Articles(door, () => this.exporting.changed(), this.history);
    this.bin = new Bin(door, this.articles, leaveArticle, this.history);
    this.pictures = new Pictures(door, {
      articles: this.articles,
      bin: this.bin,
      history: this.history,
      changed: () => this.exporting.changed(),
      left: leavePicture,
    });
    const { articles, bin, history } = this;
    this.people = new People(door, { articles, bin, history, left: (id) => leaveName('people', id) });
    this.topics = new Topics(door, { articles, bin, history, left: (id) => leaveName('topics', id) });
    this.several = new Several(door, articles, bin, history, leaveArticle);
    this.practice = new PracticeFacts(door, (practice) => this.#follow(practice), this.history);
  }

  /** Resolves when there is something to see. The library answers one question at a time: the list comes first. */
  async load(): Promise<void> {
    await Promise.all([this.articles.load(), this.practice.load()]);
    // Only their counts are seen yet; whoever opens the bin or the pictures, or exports, is told what is wrong with them.
    for (const part of [this.exporting, this.bin, this.pictures]) void part.load().catch(() => undefined);
  }

  get unsaved(): boolean {
    return this.#parts.some(({ unsaved }) => unsaved) || this.practice.saver.unsaved;
  }

  /** What could not be kept, each with the way to it. */
  get notSaved(): NotSaved[] {
    return [this.practice, ...this.#parts].flatMap(({ notSaved }) => notSaved);
  }

  /** What was typed could not be kept because the library is damaged. */
  get damaged(): boolean {
    return this.articles.damaged || isDamage(this.practice.saver.status);
  }

  /** What the window has of it, kept or not: a copy may know none of it. */
  get typed(): Typed {
    const { facts, saver } = this.practice;
    return { articles: this.articles.typed, practice: saver.unsaved ? facts : null };
  }

  /** Puts in what was typed when it was damaged. Resolves to where each article is now. */
  async takeUp({ articles, practice }: Typed): Promise<{ before: string; now: string }[]> {
    if (practice !== null) this.practice.change(practice);
    return Promise.all(
      articles.map(async ({ id, patch }) => ({ before: id, now: await this.articles.takeUp(id, patch) })),
    );
  }

  /** Sends everything that is not kept yet. Resolves to whether all of it is kept now. */
  async flush(): Promise<boolean> {
    const parts = [...this.#parts, this.practice.saver];
    const kept = await Promise.all(parts.map((part) => part.flush()));
    return kept.every(Boolean);
  }

  /** It is left, or another one is opened: nothing of it may be sent from now on. Resolves when nothing is under way. */
  async end(): Promise<void> {
    this.#ended = true;
    this.exporting.end();
    this.history.end();
    await Promise.all([...this.#parts, this.practice].map((part) => part.end()));
  }

  /** For the next time. Nothing when the person is in no article. */
  async notePlace(place: Place | null): Promise<void> {
    if (this.#ended) return;
    this.place = place ?? this.place;
    // A convenience: what is not noted is merely not remembered.
    await this.door.call('place_note', { place }).catch(() => undefined);
  }

  get #parts() {
    return [this.articles, this.pictures, this.people, this.topics];
  }

  #follow(practice: Practice): void {
    this.name = practice.name;
    this.exporting.changed();
  }
}

/** Whoever stands in the article goes to the list. */
function leaveArticle(id: string): void {
  const { route } = address;
  if (route.name === 'article' && route.id === id) address.go(paths.articles);
}

function leaveName(section: 'people' | 'topics', id: string): void {
  const { route } = address;
  if (route.name === section && route.id === id) address.go(paths[section]);
}

function leavePicture(id: string): void {
  const { route } = address;
  if (route.name === 'pictures' && route.id === id) address.go(paths.pictures);
}
