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
  articleGone: 'This article is not there any more. Choose another one, or remove the link.',
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
