import { counted } from './counted';

export const insert = {
  button: 'Insert',
  table: 'Table',
  quotation: 'Quotation',
  stepsItem: 'Steps',
  question: 'Question and answer',
  callToAction: 'Ways to reach you',
  source: 'Source…',
  video: 'Video…',
  divider: 'Divider',
  help: 'About these marks…',
  steps: { first: 'What to do first.', second: 'What comes next.', how: 'How to do it.' },
  questions: { question: 'What do patients ask?', answer: 'What you answer.' },
  callToActionWords: 'Would you like to talk it through?',
};

export const table = {
  toolbar: 'Table',
  rowAbove: 'Add a row above',
  rowBelow: 'Add a row below',
  columnBefore: 'Add a column before this one',
  columnAfter: 'Add a column after this one',
  addRow: 'Add row',
  addColumn: 'Add column',
  remove: 'Remove',
  removeRow: 'Remove this row',
  removeColumn: 'Remove this column',
  removeTable: 'Remove the table',
};

export const link = {
  title: 'Link',
  where: 'Where does it lead?',
  wherePlaceholder: 'Words of an article, a web address, a phone number…',
  choices: 'Where it can lead',
  nothing: 'None of your articles has these words.',
  words: 'Words',
  kinds: {
    web: 'Web page',
    phone: 'Phone number',
    email: 'Email address',
    practice: 'As on your Practice page',
    article: 'Your article',
    place: 'A place in this article',
  },
  /** What the list says beside one of them. */
  articleIs: { site: 'Your article', draft: 'Draft', bin: 'In the bin' },
  /** Why only the words of a link would be on the site. */
  lost: {
    draft: 'This article is still a draft. Until it is ready, these words are shown without the link.',
    bin: 'This article is in the bin. Unless you put it back, these words are shown without the link.',
    gone: 'This article is no longer here, and these words are shown without the link. Choose another one, or remove the link.',
  },
  /** To so many articles. */
  linkedFrom: (titles: string[], to: number) =>
    `${listed(titles)} ${titles.length === 1 ? 'links' : 'link'} to ${to === 1 ? 'it' : 'them'}. From the next export on, patients see those words without the link.`,
  reach: {
    phone: 'Your phone number',
    email: 'Your email address',
    booking: 'Your page for booking',
    contact: 'Ways to reach you',
  } as Partial<Record<string, string>>,
  addressNeeded: 'Choose one of your articles, or type a web address, a phone number or an email address.',
  insert: 'Set link',
  remove: 'Remove link',
};

export const source = {
  title: 'Source',
  name: 'What is the source?',
  namePlaceholder: 'About Sleep, Centers for Disease Control and Prevention',
  address: 'Web address',
  addressPlaceholder: 'www.cdc.gov/sleep',
  addressHint: 'Leave it empty if it is not on the web.',
  addressWrong: 'This is no web address. Copy it from your browser, or leave the field empty.',
  needed: 'Say what the source is, or give its web address.',
  insert: 'Add source',
};

export const video = {
  title: 'Video',
  address: 'Web address of the video',
  addressPlaceholder: 'https://www.youtube.com/watch?v=…',
  addressHint:
    'Of a video on YouTube or Vimeo. Nothing is loaded from there until somebody follows the link.',
  addressWrong:
    'This is no video on YouTube or Vimeo. Open the video in your browser and copy the address from there.',
  name: 'What does it show?',
  namePlaceholder: 'How to measure your blood pressure',
  nameNeeded: 'Say in a few words what the video shows.',
  insert: 'Add video',
};

/** “One”, “Two”, and 3 more articles. */
function listed(titles: string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  const [named, rest] = titles.length > 3 ? [quoted.slice(0, 2), titles.length - 2] : [quoted, 0];
  const last = rest > 0 ? counted(rest, 'more article') : (named.pop() ?? '');
  const joined = named.length > 1 ? `${named.join(', ')},` : named.join('');
  return joined === '' ? last : `${joined} and ${last}`;
}
