import { type Door, type ListedPicture, type Picture, Refusal } from '../api';
import { type ConvertPicture, convertPicture } from '../convertPicture';
import { words } from '../words';
import type { Articles } from './articles.svelte';
import type { Bin, Titled } from './bin.svelte';
import { Held, problemOf } from './held.svelte';
import type { History } from './history.svelte';
import type { NotSaved } from '../saving';
import { paths } from './paths';
import { OpenPicture } from './picture.svelte';

/** The rest of the library, as far as pictures touch it. */
export interface Around {
  articles: Articles;
  bin: Bin;
  history: History;
  /** What the site shows may have changed. */
  changed: () => void;
  /** Told before the window says that a picture is in the bin: nobody can go on describing it. */
  left: (id: string) => void;
}

/** Every picture that was ever inserted. */
export class Pictures {
  /** The last added first; nothing before the first answer. */
  rows: ListedPicture[] | null = $state.raw(null);
  /** The picture whose deletion was just undone: the grid turns to it. */
  undone: string | null = $state(null);

  #door: Door;
  #around: Around;
  #convert: ConvertPicture;
  #ended = false;
  #open: Held<OpenPicture>;

  constructor(door: Door, around: Around, convert: ConvertPicture = convertPicture) {
    this.#convert = convert;
    this.#door = door;
    this.#around = around;
    this.#open = new Held((id) => this.#load(id));
  }

  async load(): Promise<void> {
    const { pictures } = await this.#door.call('pictures_list', {});
    this.rows = pictures;
  }

  /** The picture, ready to be described until `leave`. */
  async open(id: string): Promise<OpenPicture> {
    const known = this.#open.find(id);
    await known?.follow();
    return this.#open.open(id);
  }

  /** The person turned to something else. */
  leave(picture: OpenPicture): Promise<void> {
    return this.#open.leave(picture);
  }

  /** Keeps a picture of this computer. */
  async add(file: File): Promise<Picture> {
    const picture = await this.#keep(file);
    await this.load();
    void this.#around.bin.load().catch(() => undefined);
    return picture;
  }

  /** What is known of a picture here, without asking. */
  known(id: string): Picture | null {
    return this.rows?.find(({ picture }) => picture.id === id)?.picture ?? null;
  }

  /** Notes what a picture shows, where nobody has said so yet. Only an offer for the next time: it may fail. */
  async learn(id: string, alt: string): Promise<void> {
    if (this.known(id)?.alt !== '' || alt.trim() === '') return;
    const asked = this.#door.call('picture_describe', { id, alt });
    await asked.then((known) => this.#follow(known)).catch(() => undefined);
  }

  /** Brings the words to every article that has others. */
  describeEverywhere(picture: OpenPicture): Promise<boolean> {
    const { id, alt } = picture;
    // The words of articles are not taken away by saying none.
    if (alt.trim() === '') {
      this.#around.history.fail(new Refusal({ code: 'invalid', ...words.pictures.describeFirst }));
      return Promise.resolve(false);
    }
    return this.#everywhere({
      name: words.pictures.done.describe,
      say: words.pictures.isDescribed,
      ask: () => this.#door.call('picture_describe_everywhere', { id, alt }),
    });
  }

  /**
   * Shows another picture, described by `alt`, wherever this one is shown. `shows` is told before the window says so: who is
   * led elsewhere then still sees it.
   */
  replace(
    id: string,
    replacement: Picture,
    alt: string,
    shows: () => void = () => undefined,
  ): Promise<boolean> {
    return this.#everywhere({
      name: words.pictures.done.replace,
      say: words.pictures.isReplaced,
      ask: () => this.#door.call('picture_replace', { id, with: replacement.id, alt }),
      shows,
    });
  }

  delete(picture: Picture, name: string): Promise<boolean> {
    const { id } = picture;
    return this.#attempt(async () => {
      await this.#putInBin(id);
      this.#around.history.done(
        {
          name: words.pictures.done.delete,
          undo: async () => {
            await this.#takeOut(id);
            this.undone = id;
          },
          redo: () => this.#putInBin(id),
        },
        words.pictures.isIn(name),
      );
    });
  }

  putBack({ id, title }: Titled): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#takeOut(id);
      this.#around.history.done(
        {
          name: words.pictures.done.putBack,
          undo: () => this.#putInBin(id),
          redo: () => this.#takeOut(id),
        },
        words.bin.isBack(title),
      );
    });
  }

  removeForEver({ id, title }: Titled): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#door.call('picture_remove', { id });
      await this.#around.bin.load();
      this.#around.history.say(words.bin.isRemoved(title));
    });
  }

  get unsaved(): boolean {
    return this.#open.unsaved;
  }

  get notSaved(): NotSaved[] {
    const failed = this.#open.all.filter(({ saver }) => saver.status.kind === 'failed');
    return failed.map(({ id }) => ({
      what: words.save.pictureNotSaved,
      path: paths.picture(id),
      seek: () => undefined,
    }));
  }

  flush(): Promise<boolean> {
    return this.#open.flush();
  }

  /** The library is left: nothing is sent any more. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#open.all.map(({ saver }) => saver.end()));
  }

  async #load(id: string): Promise<OpenPicture> {
    const details = await this.#door.call('picture_details', { id });
    const { history } = this.#around;
    const kept = (now: Picture) => this.#follow(now);
    const picture = new OpenPicture(this.#door, details, history, kept, (alt) => this.#putBack(id, alt));
    if (this.#ended) void picture.saver.end();
    return picture;
  }

  /** Gives a picture the words that it had, wherever the person is meanwhile. */
  #putBack(id: string, alt: string): Promise<void> {
    return this.#open.inPassing(id, async (picture) => {
      picture.put(alt);
      const kept = await picture.saver.flush();
      // Of a picture that a person sees, or wrote about, the window says whether it is kept.
      if (!kept && !picture.held.seen) throw problemOf(picture);
    });
  }

  /** What the library can't read, the window's own decoders may. */
  async #keep(file: File): Promise<Picture> {
    try {
      return await this.#door.addPicture(file, file.name || 'picture');
    } catch (thrown) {
      const foreign = thrown instanceof Refusal && thrown.code === 'picture_foreign';
      const converted = foreign ? await this.#convert(file) : null;
      if (converted === null) throw thrown;
      return this.#door.addPicture(converted, converted.name);
    }
  }

  #everywhere({ name, say, ask, shows }: Everywhere): Promise<boolean> {
    return this.#attempt(async () => {
      const changed = await this.#asked(ask);
      let { undo } = changed;
      shows?.();
      this.#around.history.done(
        {
          name,
          undo: async () => {
            const { ids } = await this.#door.call('pictures_undo', { undo });
            await this.#refresh(ids);
          },
          redo: async () => {
            ({ undo } = await this.#asked(ask));
          },
        },
        say(changed.articles.length),
      );
    });
  }

  /** What was typed and is not kept yet would be changed back by its saving. */
  async #asked(ask: Everywhere['ask']): Promise<ChangedEverywhere> {
    const kept = [await this.#around.articles.flush(), await this.flush()];
    if (!kept.every(Boolean)) throw new Refusal({ code: 'disk', ...words.pictures.notSavedFirst });
    const changed = await ask();
    await this.#refresh(changed.articles);
    return changed;
  }

  /** These articles are not what they were, and neither is what is known of pictures. */
  async #refresh(articles: string[]): Promise<void> {
    this.#around.changed();
    if (articles.length > 0) await this.#around.articles.changedElsewhere();
    await Promise.all([this.load(), this.#open.follow()]);
  }

  async #putInBin(id: string): Promise<void> {
    const opened = this.#open.find(id);
    if (opened && !(await opened.saver.flush())) {
      throw new Refusal({ code: 'disk', ...words.pictures.notSavedFirst });
    }
    await this.#door.call('picture_delete', { id });
    this.#open.drop(id);
    this.#around.left(id);
    await this.#binChanged();
  }

  async #takeOut(id: string): Promise<void> {
    await this.#door.call('picture_restore', { id });
    await this.#binChanged();
  }

  /** What was done is done: that a list can't be read now is no reason to say otherwise. */
  async #binChanged(): Promise<void> {
    this.#around.changed();
    await Promise.all([this.load(), this.#around.bin.load()]).catch(() => undefined);
  }

  #follow(picture: Picture): void {
    this.#around.changed();
    const same = (row: ListedPicture) => (row.picture.id === picture.id ? { ...row, picture } : row);
    this.rows = this.rows?.map(same) ?? null;
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
    } catch (thrown) {
      this.#around.history.fail(Refusal.from(thrown, words.errors.host));
      return false;
    }
    return true;
  }
}

interface Everywhere {
  name: string;
  say: (articles: number) => string;
  ask: () => Promise<ChangedEverywhere>;
  shows?: () => void;
}

interface ChangedEverywhere {
  undo: number;
  articles: string[];
}
