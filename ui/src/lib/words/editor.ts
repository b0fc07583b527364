import { counted } from './counted';

export const editor = {
  back: 'All articles',
  /** Where only those are listed that were looked for. */
  backToFound: 'Articles found',
  title: 'Title',
  text: 'Article text',
  placeholder: 'Write here…',
  toolbar: 'Formatting',
  moreTools: 'More tools',
  pictureMissing: 'This picture is no longer here.',
  describedAs: 'Described as:',
  noDescription: 'Decoration, without a description',
  status: 'Status',
  draft: 'Draft',
  /** By where the article stands now. */
  draftMeans: {
    draft: 'stays here',
    ready: 'stays here',
    'on-site': 'leaves the site',
    changed: 'leaves the site',
    leaving: 'leaves the site',
  },
  ready: 'Ready',
  readyMeans: {
    draft: 'goes on the site',
    ready: 'goes on the site',
    'on-site': 'on the site',
    changed: 'will update the site',
    leaving: 'stays on the site',
  },
  notReady: {
    message: 'An article needs a title and some text before it can go on the site.',
    hint: 'It stays a draft until then.',
  },
  showPreview: 'Show the preview',
  hidePreview: 'Hide the preview',
  width: 'Width of the editor',
  details: 'Details',
  summary: 'Summary',
  summaryPlaceholder: 'One or two sentences for lists and search results',
  topics: 'Topics',
  topicsPlaceholder: 'Add a topic…',
  removeTopic: (topic: string) => `Remove topic ${topic}`,
  author: 'Author',
  authorPlaceholder: 'Who wrote it?',
  published: 'Published',
  address: 'Web address',
  hero: 'Picture',
  heroChoose: 'Choose a picture…',
  heroChange: 'Change…',
  heroRemove: 'Remove',
  heroAlt: 'What does the picture show?',
  heroAltHint: 'For people who can’t see it. Leave it empty if it is only decoration.',
  noTopics: 'No topics',
  noAuthor: 'No author',
  noPicture: 'No picture',
  hasPicture: 'Picture',
  use: (name: string) => `Use “${name}”`,
  pasteRefused: {
    message: 'The clipboard could not be read from the menu.',
    hint: 'Click into the text and press Ctrl+Shift+V (⇧⌘V on a Mac) instead.',
  },
  picturesLeftOut: (count: number) =>
    count === 1
      ? '1 picture could not be pasted. Copy it by itself, or use the picture button.'
      : `${counted(count, 'picture')} could not be pasted. Copy them one at a time, or use the picture button.`,
};

export const format = {
  bold: 'Bold',
  italic: 'Italic',
  heading2: 'Heading',
  heading3: 'Smaller heading',
  bulletedList: 'List',
  numberedList: 'Numbered list',
  quotation: 'Quotation',
  link: 'Link',
  picture: 'Picture',
  undo: 'Undo',
  redo: 'Redo',
};

export const callouts = {
  note: 'Note',
  important: 'Important',
  call: 'When to call us',
};

export const counts = {
  /** Where the article stands between here and the site. */
  standing: {
    draft: '',
    ready: 'Goes on the site at the next export',
    'on-site': 'On the site',
    changed: 'Changed since export',
    leaving: 'Leaves the site at the next export',
  },
  minutes: (minutes: number) => `${minutes.toLocaleString('en-US')} min read`,
  selected: (selected: number, words: number) =>
    `${selected.toLocaleString('en-US')} of ${counted(words, 'word')} selected`,
  focus: 'Focus on one paragraph',
  smaller: 'Smaller text',
  larger: 'Larger text',
};
