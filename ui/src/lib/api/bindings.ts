// Made by `cargo xtask bindings` from the table of commands in `src-tauri/api`. Do not edit.

/**
 * How a picture is shown, other than as it came.
 */
export type Adjustments = {
  /**
   * Quarter turns clockwise, 0 to 3.
   */
  turns: number;
  crop: Crop;
  focus: Focus;
};

/**
 * What a window is told without having asked.
 */
export type AppEvent =
  | { type: 'exportProgress'; done: number; total: number }
  | { type: 'openFolder'; folder: string }
  | { type: 'menuItem'; id: string };

/**
 * How the app begins.
 */
export type AppStart = {
  version: string;
  /**
   * Whether the menus are shown outside the window.
   */
  menuBar: boolean;
  /**
   * The library that was open last, opened again.
   */
  library: OpenLibrary | null;
  recent: Array<Recent>;
  /**
   * Why the last one could not be opened again.
   */
  problem: LibraryProblem | null;
};

export type Article = {
  id: string;
  revision: number;
  title: string;
  summary: string;
  text: string;
  topics: Array<string>;
  author: string | null;
  hero: Hero | null;
  status: Status;
  standing: Standing;
  /**
   * YYYY-MM-DD.
   */
  published: string | null;
  /**
   * The last part of the page's web address.
   */
  address: string;
  /**
   * RFC 3339, in UTC.
   */
  changed: string;
};

export type ArticleAddress = {
  /**
   * As it stands in the link: `better-sleep`.
   */
  address: string;
};

/**
 * What an article was before it was changed with others.
 */
export type ArticleBefore = {
  id: string;
  status: Status;
  /**
   * YYYY-MM-DD.
   */
  published: string | null;
  topics: Array<string>;
};

export type ArticleDuplicate = {
  id: string;
  /**
   * What the copy is called.
   */
  title: string;
};

export type ArticleId = { id: string };

export type ArticleIds = { ids: Array<string> };

/**
 * Fields that are absent are left alone.
 */
export type ArticlePatch = {
  title?: string;
  summary?: string;
  text?: string;
  topics?: Array<string>;
  author?: string | null;
  hero?: Hero | null;
  status?: Status;
  published?: string | null;
};

/**
 * What a list shows.
 */
export type ArticleRow = {
  id: string;
  title: string;
  summary: string;
  status: Status;
  standing: Standing;
  topics: Array<string>;
  author: string | null;
  /**
   * RFC 3339, in UTC.
   */
  changed: string;
  /**
   * YYYY-MM-DD.
   */
  published: string | null;
};

export type ArticleRows = { articles: Array<ArticleRow> };

export type ArticleSave = {
  id: string;
  /**
   * The revision that the changes were made on.
   */
  baseRevision: number;
  patch: ArticlePatch;
};

export type ArticleSaved = {
  revision: number;
  row: ArticleRow;
  address: string;
  /**
   * YYYY-MM-DD: an article that becomes ready gets a date.
   */
  published: string | null;
};

/**
 * Which articles, and in which order. What is absent leaves all in.
 */
export type ArticlesAsked = {
  /**
   * All of these words are in title, summary or text.
   */
  words: string;
  standing?: Standing;
  /**
   * Empty: those without one.
   */
  topic?: string;
  /**
   * Empty: those without one.
   */
  author?: string;
  /**
   * RFC 3339: changed then or later.
   */
  changedFrom?: string;
  /**
   * RFC 3339: changed before.
   */
  changedBefore?: string;
  order: Order;
  /**
   * No more than so many, the first of the order.
   */
  most?: number;
};

/**
 * Articles that came into sight.
 */
export type ArticlesInSight = {
  ids: Array<string>;
  /**
   * What is looked for.
   */
  words: string;
};

export type ArticlesListed = {
  /**
   * All of them, or as many as were asked for, in the order that was asked for.
   */
  ids: Array<string>;
  /**
   * The first of them, as they are shown.
   */
  first: Array<FoundArticle>;
  /**
   * How many articles there are in all.
   */
  total: number;
};

/**
 * The last first.
 */
export type Bin = {
  articles: Array<BinnedArticle>;
  pictures: Array<BinnedPicture>;
  topics: Array<BinnedName>;
  people: Array<BinnedName>;
};

export type BinnedArticle = {
  id: string;
  title: string;
  /**
   * RFC 3339, in UTC.
   */
  binned: string;
  /**
   * RFC 3339, in UTC: from then on it may be removed for ever.
   */
  until: string;
};

/**
 * A topic or a person in the bin.
 */
export type BinnedName = {
  id: string;
  name: string;
  /**
   * How many articles get it back with it.
   */
  articles: number;
  /**
   * RFC 3339, in UTC.
   */
  binned: string;
  /**
   * RFC 3339, in UTC: from then on it may be removed for ever.
   */
  until: string;
};

export type BinnedPicture = {
  picture: Picture;
  /**
   * RFC 3339, in UTC.
   */
  binned: string;
  /**
   * RFC 3339, in UTC: from then on it may be removed for ever, unless it is needed.
   */
  until: string;
  /**
   * Whether an article or an earlier version of one shows it: it stays for as long as one does.
   */
  needed: boolean;
};

/**
 * A topic or a person that came out of the bin.
 */
export type BroughtBack = {
  /**
   * Its own, or that of the one that it joined.
   */
  id: string;
  /**
   * The articles that it brought along, where it joined another one of its name.
   */
  joined: Array<string> | null;
};

/**
 * What was changed in all articles at once.
 */
export type ChangedEverywhere = {
  /**
   * What `pictures_undo` wants to be told.
   */
  undo: number;
  articles: Array<string>;
};

export type ChosenFolder = {
  /**
   * Nothing if the person changed their mind.
   */
  folder: string | null;
};

/**
 * What a window acts on. A code exists only where something is done about it; for the rest there are words.
 */
export type Code =
  | 'library_open_elsewhere'
  | 'library_newer'
  | 'library_not_a_library'
  | 'library_damaged'
  | 'library_missing'
  | 'folder_not_empty'
  | 'no_library'
  | 'export_folder_needed'
  | 'export_folder_refused'
  | 'export_folder_of_other'
  | 'export_stopped'
  | 'invalid'
  | 'stale'
  | 'not_found'
  | 'picture_refused'
  | 'picture_foreign'
  | 'disk_full'
  | 'disk'
  | 'internal';

/**
 * A paragraph before and now; null on the side that does not have it.
 */
export type ComparedRow = { before: Array<ComparedSpan> | null; now: Array<ComparedSpan> | null };

export type ComparedSpan = {
  text: string;
  /**
   * Whether the other side does not have it.
   */
  changed: boolean;
};

/**
 * An earlier version beside the article as it is saved.
 */
export type Comparison = { title: ComparedRow; summary: ComparedRow; rows: Array<ComparedRow> };

export type CopyOpen = {
  folder: string;
  /**
   * When it was made.
   */
  made: string;
};

/**
 * ISO 3166-1 alpha-2, in their order.
 */
export type Countries = { codes: Array<string> };

/**
 * The part of the turned picture that is shown, in ten-thousandths of its sides.
 */
export type Crop = { left: number; top: number; width: number; height: number };

export type ExportSite = {
  /**
   * Null: the folder of last time.
   */
  folder: string | null;
  /**
   * The site of another practice may be in the folder.
   */
  replaces: boolean;
};

export type ExportState = {
  /**
   * Where the finished site goes, once that was chosen.
   */
  folder: string | null;
  /**
   * Where it could go.
   */
  suggested: string;
  /**
   * That is where it went when the library was somewhere else: this one may be a copy of that one.
   */
  elsewhere: boolean;
  /**
   * Changes since the last export.
   */
  changes: number;
  /**
   * Articles that go on the site.
   */
  ready: number;
  /**
   * Articles that stay here.
   */
  drafts: number;
};

export type Exported = {
  folder: string;
  /**
   * The site's front page.
   */
  index: string;
  pages: number;
  pagesNew: number;
  pagesChanged: number;
  pagesRemoved: number;
  /**
   * Files.
   */
  written: number;
  unchanged: number;
  removed: number;
  /**
   * Articles that stayed here.
   */
  drafts: Array<ArticleRow>;
  /**
   * Of so many links only the words are on the site.
   */
  lostLinks: number;
  /**
   * Where they stand; the first of them.
   */
  lost: Array<LostLinks>;
};

/**
 * What stays in sight of that part, in ten-thousandths of its sides.
 */
export type Focus = { x: number; y: number };

export type Folder = { folder: string };

export type FolderChoose = {
  /**
   * What the dialog is called.
   */
  title: string;
  /**
   * Where it begins.
   */
  start: string | null;
};

export type FoundArticle = {
  row: ArticleRow;
  title: Array<FoundPiece>;
  /**
   * The place in the text that has most of the words.
   */
  place: Array<FoundPiece>;
};

/**
 * The best first.
 */
export type FoundArticles = { articles: Array<FoundArticle> };

/**
 * A piece of a text in which words were looked for.
 */
export type FoundPiece = {
  text: string;
  /**
   * Whether it is a word that was looked for.
   */
  found: boolean;
};

export type Hero = { picture: string; alt: string };

/**
 * What is in a library, but for what is in its bin.
 */
export type Holdings = {
  articles: number;
  pictures: number;
  /**
   * When an article was changed last; RFC 3339.
   */
  lastChange: string | null;
};

/**
 * For each day `09:00-17:00`, or null when closed.
 */
export type Hours = {
  mon: string | null;
  tue: string | null;
  wed: string | null;
  thu: string | null;
  fri: string | null;
  sat: string | null;
  sun: string | null;
};

/**
 * What became of a text file.
 */
export type ImportedArticle = {
  row: ArticleRow;
  /**
   * What of the file was not taken, and why.
   */
  notes: Array<string>;
};

export type LibraryCopies = {
  /**
   * The last first.
   */
  copies: Array<LibraryCopy>;
};

export type LibraryCopy = {
  /**
   * RFC 3339.
   */
  made: string;
  /**
   * Whether it is as an earlier Pamphlet left the library.
   */
  beforeUpdate: boolean;
  /**
   * Nothing if it is damaged.
   */
  holds: Holdings | null;
};

export type LibraryCreate = { folder: string; practiceName: string; town: string; phone: string };

export type LibraryProblem = {
  folder: string;
  code: Code;
  /**
   * What happened.
   */
  message: string;
  /**
   * What is safe, and what to do next.
   */
  hint: string;
  /**
   * Which field of the request is meant, where one is.
   */
  field?: string;
};

export type LibrarySuggest = { practiceName: string };

/**
 * Where a link leads.
 */
export type LinkedArticle = { id: string; title: string; whereabouts: Whereabouts };

export type ListedPicture = {
  picture: Picture;
  /**
   * How many articles show it.
   */
  uses: number;
};

/**
 * The last added first.
 */
export type ListedPictures = { pictures: Array<ListedPicture> };

/**
 * Links in one article to another that is not on the site.
 */
export type LostLinks = {
  /**
   * The article in which they stand.
   */
  from: string;
  title: string;
  /**
   * Null: there is no such article.
   */
  to: LinkedArticle | null;
  links: number;
};

export type Menu = { title: string; items: Array<MenuItem> };

/**
 * "-" is a line; "cut", "copy", "paste" and "selectAll" are what the system makes of them. Any other is said again
 * when it is chosen.
 */
export type MenuItem = {
  id: string;
  label: string;
  /**
   * Its shortcut, such as "CmdOrCtrl+Shift+Z".
   */
  keys: string | null;
  enabled: boolean;
};

/**
 * What the menu bar offers now.
 */
export type Menus = { menus: Array<Menu> };

/**
 * Undoes that one joined another of its name.
 */
export type NamePart = {
  /**
   * The one that was joined.
   */
  id: string;
  articles: Array<string>;
};

export type Names = { topics: Array<string>; people: Array<string> };

/**
 * Nothing to ask, or nothing to answer.
 */
export type Nothing = Record<symbol, never>;

export type OpenLibrary = {
  folder: string;
  /**
   * The practice's name.
   */
  name: string;
  /**
   * Where the person was in it.
   */
  place: Place | null;
};

/**
 * In which order.
 */
export type Order = 'changed' | 'title' | 'published' | 'fit';

/**
 * By name.
 */
export type People = { people: Array<Person> };

export type Person = {
  id: string;
  name: string;
  /**
   * What stands after the name, such as "MD".
   */
  credentials: string;
  /**
   * How many articles they wrote.
   */
  articles: number;
};

/**
 * Which person.
 */
export type PersonId = { id: string };

export type PersonNew = { name: string; credentials: string };

/**
 * Fields that are absent are left alone.
 */
export type PersonPatch = { name?: string; credentials?: string };

export type PersonSave = { id: string; patch: PersonPatch };

export type Picture = {
  id: string;
  /**
   * How a text refers to it: `picture:0123456789abcdef`.
   */
  reference: string;
  fileName: string;
  /**
   * Pixels, as it is shown: turned and cropped.
   */
  width: number;
  /**
   * Pixels.
   */
  height: number;
  /**
   * What it shows, in words, as it was said last; empty if nobody has.
   */
  alt: string;
  /**
   * Where the host serves it as a page shows it, below the preview's base.
   */
  shown: string;
  /**
   * Where the host serves it small.
   */
  thumb: string;
  /**
   * Whether its file moves: only the first picture of it is shown.
   */
  animated: boolean;
  /**
   * "jpeg", "png", "webp" or "gif".
   */
  format: string;
  /**
   * Size of the file as it came.
   */
  bytes: number;
  /**
   * RFC 3339, in UTC.
   */
  added: string;
};

export type PictureAdjust = { id: string; adjustments: Adjustments };

export type PictureDescription = { id: string; alt: string };

export type PictureDetails = {
  picture: Picture;
  uses: Array<PictureUse>;
  /**
   * In how many articles it is described in other words.
   */
  describedOtherwise: number;
  adjustments: Adjustments;
  /**
   * Pixels of the file as it came, upright.
   */
  fullWidth: number;
  fullHeight: number;
  /**
   * Where the host serves all of it, neither turned nor cropped.
   */
  whole: string;
};

export type PictureId = { id: string };

export type PictureReference = { reference: string };

export type PictureReplace = {
  id: string;
  /**
   * The picture that takes its place.
   */
  with: string;
  /**
   * What that one shows. Blank: what is known of it.
   */
  alt: string;
};

/**
 * An article that shows a picture.
 */
export type PictureUse = {
  article: string;
  title: string;
  /**
   * At its top.
   */
  hero: boolean;
  /**
   * In its text.
   */
  text: boolean;
  /**
   * Whether the article is in the bin.
   */
  binned: boolean;
};

export type PicturesUndo = { undo: number };

/**
 * Where somebody is in an article: positions count UTF-16 units of its text.
 */
export type Place = {
  article: string;
  /**
   * Where the text on the screen begins.
   */
  top: number;
  cursor: number;
};

export type PlaceNote = {
  /**
   * Nothing when they are in no article.
   */
  place: Place | null;
};

export type PostalAddress = {
  street: string;
  city: string;
  region: string;
  postalCode: string;
  /**
   * ISO 3166-1 alpha-2: "US"; or empty.
   */
  country: string;
};

/**
 * What the practice says of itself.
 */
export type Practice = {
  name: string;
  tagline: string;
  /**
   * A schema.org type, such as `MedicalClinic`.
   */
  kind: string;
  phone: string;
  email: string;
  bookingUrl: string;
  siteUrl: string;
  address: PostalAddress;
  hours: Hours;
};

export type PracticeForm = { practice: Practice };

export type Preview = {
  revision: number;
  /**
   * Null when the caller has it already.
   */
  frame: PreviewFrame | null;
  body: PreviewChange;
};

/**
 * One element of the body.
 */
export type PreviewBlock = {
  /**
   * The line of the text that it comes from, counted from 0.
   */
  line: number;
  html: string;
};

/**
 * What makes the body's blocks of those that the caller shows: from the block `from` on, `removed` give way to
 * `added`.
 */
export type PreviewChange = {
  /**
   * Names the blocks as they are now.
   */
  key: string;
  /**
   * `added` are all blocks, whatever the caller shows.
   */
  whole: boolean;
  from: number;
  removed: number;
  added: Array<PreviewBlock>;
  /**
   * By how many lines the blocks moved that come after.
   */
  moved: number;
};

/**
 * An article as it stands in the editor.
 */
export type PreviewDraft = {
  title: string;
  summary: string;
  text: string;
  topics: Array<string>;
  author: string | null;
  hero: Hero | null;
  published: string | null;
};

/**
 * The page around the article's body.
 */
export type PreviewFrame = { key: string; html: string };

export type PreviewRequest = {
  article: string;
  /**
   * The caller's own count; it comes back, so that late answers can be told.
   */
  revision: number;
  /**
   * The key of the frame that the caller shows.
   */
  knownFrame: string | null;
  /**
   * The key of the blocks that the caller shows.
   */
  knownBlocks: string | null;
  /**
   * Where the host serves `assets/` and `media/`, with a `/` at the end.
   */
  base: string;
  draft: PreviewDraft;
};

export type Recent = { folder: string; name: string };

export type SearchWords = { words: string };

export type SeveralBefore = { before: Array<ArticleBefore> };

/**
 * One of the three.
 */
export type SeveralChange = { ids: Array<string>; status?: Status; addTopic?: string; removeTopic?: string };

export type SeveralDone = {
  /**
   * What those were that were changed.
   */
  before: Array<ArticleBefore>;
  /**
   * Without title or text: they could not become ready.
   */
  refused: Array<ArticleRow>;
};

/**
 * Where an article stands between here and the finished site.
 */
export type Standing = 'draft' | 'ready' | 'on-site' | 'changed' | 'leaving';

/**
 * Whether the next export takes an article along.
 */
export type Status = 'draft' | 'ready';

export type Topic = {
  id: string;
  name: string;
  /**
   * How many articles have it.
   */
  articles: number;
};

/**
 * Which topic.
 */
export type TopicId = { id: string };

export type TopicNew = { name: string };

export type TopicRename = { id: string; name: string };

/**
 * By name.
 */
export type Topics = { topics: Array<Topic> };

/**
 * An earlier state of an article's words.
 */
export type Version = {
  id: number;
  /**
   * RFC 3339, in UTC.
   */
  kept: string;
  /**
   * "pause", "change", "import", "brought-back", "set-aside" or "named".
   */
  reason: string;
  /**
   * As the person called it.
   */
  name: string | null;
  /**
   * Words that differ from the version before it.
   */
  added: number;
  removed: number;
};

export type VersionBringBack = {
  article: string;
  version: number;
  /**
   * The number of one row of the comparison; null for all of it.
   */
  row: number | null;
  /**
   * The revision that the person sees.
   */
  baseRevision: number;
};

export type VersionName = { article: string; name: string };

export type VersionOf = { article: string; version: number };

export type VersionRename = {
  article: string;
  version: number;
  /**
   * Null or nothing but blanks takes the name away.
   */
  name: string | null;
};

/**
 * Words that do not stand in the article.
 */
export type VersionSetAside = { article: string; title: string; summary: string; text: string };

/**
 * The newest first.
 */
export type Versions = { versions: Array<Version> };

/**
 * What an article is to a link that leads to it.
 */
export type Whereabouts = 'site' | 'draft' | 'bin';

/**
 * What happened, what is safe and what to do next, in words for the person at the desk.
 */
export type WireError = {
  code: Code;
  /**
   * What happened.
   */
  message: string;
  /**
   * What is safe, and what to do next.
   */
  hint: string;
  /**
   * Which field of the request is meant, where one is.
   */
  field?: string;
};

/** A file as the window hands it over. */
export type FileRequest = { bytes: Uint8Array<ArrayBuffer>; fileName: string };

/** What a window can ask: the request and the answer of each command. */
export interface Commands {
  /** How the app begins: opens the library of last time. */
  app_start: { request: Nothing; answer: AppStart };
  /** A sensible new folder for a practice of this name. */
  library_suggest: { request: LibrarySuggest; answer: Folder };
  /** Makes a library and opens it. */
  library_create: { request: LibraryCreate; answer: OpenLibrary };
  /** Opens a library instead of the one that is open. */
  library_open: { request: Folder; answer: OpenLibrary };
  /** Opens the sample practice, made anew if it is not there. */
  library_sample: { request: Nothing; answer: OpenLibrary };
  /** Waits until what the open library holds was looked through. Refused if it is damaged. */
  library_settle: { request: Nothing; answer: Nothing };
  /** Makes a copy of the open library if something was written since the last one and that one is an hour old. */
  library_keep_copy: { request: Nothing; answer: Nothing };
  /** The whole copies of its words that a library's folder has, whatever is wrong with the library. */
  library_copies: { request: Folder; answer: LibraryCopies };
  /** Opens a copy in place of the library, which is put aside. */
  library_open_copy: { request: CopyOpen; answer: OpenLibrary };
  /** Closes the library that is open. */
  library_close: { request: Nothing; answer: Nothing };
  /** Notes where the person is, for the next time. */
  place_note: { request: PlaceNote; answer: Nothing };
  /** Shows these menus in the menu bar. */
  menus_show: { request: Menus; answer: Nothing };
  /** Asks the person for a folder. */
  folder_choose: { request: FolderChoose; answer: ChosenFolder };
  /** The articles that fit, in their order. */
  articles_list: { request: ArticlesAsked; answer: ArticlesListed };
  /** What a list shows of these articles. */
  articles_rows: { request: ArticlesInSight; answer: FoundArticles };
  /** Begins an article. */
  article_create: { request: Nothing; answer: Article };
  /** One article. */
  article_get: { request: ArticleId; answer: Article };
  /** The article that a link with this address leads to, be it one that it had before, or in the bin. */
  article_at: { request: ArticleAddress; answer: LinkedArticle };
  /** The articles that link to one of these. */
  articles_linking: { request: ArticleIds; answer: ArticleRows };
  /** Changes an article. */
  article_save: { request: ArticleSave; answer: ArticleSaved };
  /** Articles that have all of these words. */
  articles_search: { request: SearchWords; answer: FoundArticles };
  /** Begins an article with everything that another one has. */
  article_duplicate: { request: ArticleDuplicate; answer: Article };
  /** Changes several articles at once. */
  articles_change: { request: SeveralChange; answer: SeveralDone };
  /** Undoes a change of several articles. */
  articles_put_back: { request: SeveralBefore; answer: SeveralDone };
  /** Puts several articles in the bin. The answer are those that were not there before. */
  articles_delete: { request: ArticleIds; answer: ArticleIds };
  /** Takes several articles out of the bin. The answer are those that were in it. */
  articles_restore: { request: ArticleIds; answer: ArticleRows };
  /** Puts an article in the bin. */
  article_delete: { request: ArticleId; answer: Nothing };
  /** Takes an article out of the bin. */
  article_restore: { request: ArticleId; answer: ArticleRow };
  /** Removes an article in the bin for ever. */
  article_remove: { request: ArticleId; answer: Nothing };
  /** What is in the bin. */
  bin_list: { request: Nothing; answer: Bin };
  /** The names of all topics and people, for suggestions. */
  names_list: { request: Nothing; answer: Names };
  /** What the practice says of itself. */
  practice_get: { request: Nothing; answer: Practice };
  /** All countries that a practice can be in. */
  countries_list: { request: Nothing; answer: Countries };
  /** Changes what the practice says of itself. */
  practice_save: { request: PracticeForm; answer: PracticeForm };
  /** The picture that a text refers to. */
  picture_get: { request: PictureReference; answer: Picture };
  /** All pictures that were ever inserted. */
  pictures_list: { request: Nothing; answer: ListedPictures };
  /** What is known of a picture, and where it is shown. */
  picture_details: { request: PictureId; answer: PictureDetails };
  /** Keeps in words what a picture shows. */
  picture_describe: { request: PictureDescription; answer: Picture };
  /** The same, and brings these words to every article that has words for it. */
  picture_describe_everywhere: { request: PictureDescription; answer: ChangedEverywhere };
  /** Turns and crops a picture wherever it is shown. */
  picture_adjust: { request: PictureAdjust; answer: PictureDetails };
  /** Shows another picture wherever this one is shown. */
  picture_replace: { request: PictureReplace; answer: ChangedEverywhere };
  /** Undoes what was changed in all articles at once. The answer are those that are other ones now. */
  pictures_undo: { request: PicturesUndo; answer: ArticleIds };
  /** Puts a picture in the bin. */
  picture_delete: { request: PictureId; answer: Nothing };
  /** Takes a picture out of the bin. */
  picture_restore: { request: PictureId; answer: Picture };
  /** Removes a picture in the bin for ever. */
  picture_remove: { request: PictureId; answer: Nothing };
  /** All topics, and how many articles have each. */
  topics_list: { request: Nothing; answer: Topics };
  /** Adds a topic that no article has yet. */
  topic_add: { request: TopicNew; answer: Topic };
  /** Gives a topic another name. */
  topic_rename: { request: TopicRename; answer: Nothing };
  /** Puts a topic in the bin: articles go on without it. */
  topic_delete: { request: TopicId; answer: Nothing };
  /** Takes a topic out of the bin, back to the articles that had it. */
  topic_restore: { request: TopicId; answer: BroughtBack };
  /** Undoes that a topic joined another one of its name when it came out of the bin. */
  topic_part: { request: NamePart; answer: TopicId };
  /** Removes a topic in the bin for ever. */
  topic_remove: { request: TopicId; answer: Nothing };
  /** All people, and how many articles they wrote. */
  people_list: { request: Nothing; answer: People };
  /** Adds a person who has written nothing yet. */
  person_add: { request: PersonNew; answer: Person };
  /** Changes what is known of a person. */
  person_save: { request: PersonSave; answer: Nothing };
  /** Puts a person in the bin: their articles name no author. */
  person_delete: { request: PersonId; answer: Nothing };
  /** Takes a person out of the bin, back to their articles. */
  person_restore: { request: PersonId; answer: BroughtBack };
  /** Undoes that a person joined another one of their name when they came out of the bin. */
  person_part: { request: NamePart; answer: PersonId };
  /** Removes a person in the bin for ever. */
  person_remove: { request: PersonId; answer: Nothing };
  /** The article's finished page, as it stands in the editor. */
  preview: { request: PreviewRequest; answer: Preview };
  /** The earlier versions of an article. */
  versions_list: { request: ArticleId; answer: Versions };
  /** Keeps the article's words as they are under a name. */
  version_name: { request: VersionName; answer: Version };
  /** Gives an earlier version a name, another one, or none. */
  version_rename: { request: VersionRename; answer: Version };
  /** Keeps words that do not stand in the article as a version of it. */
  version_set_aside: { request: VersionSetAside; answer: Version };
  /** What differs between a version and the article as it is saved. */
  version_compare: { request: VersionOf; answer: Comparison };
  /** Makes a version, or one paragraph of it, the article's words again. */
  version_bring_back: { request: VersionBringBack; answer: Article };
  /** What there is to export. */
  export_state: { request: Nothing; answer: ExportState };
  /** Writes the finished site. Progress comes as events. */
  export_site: { request: ExportSite; answer: Exported };
  /** Stops the export that goes on. */
  export_stop: { request: Nothing; answer: Nothing };
  /** Shows the finished site in the browser. */
  site_view: { request: Nothing; answer: Nothing };
  /** Shows the finished site's folder. */
  site_reveal: { request: Nothing; answer: Nothing };
  /** Keeps a picture. */
  picture_add: { request: FileRequest; answer: Picture };
  /** Makes a draft of a text file. */
  article_import: { request: FileRequest; answer: ImportedArticle };
}
