import { counted } from './counted';

export const bin = {
  title: 'Bin',
  lead: 'What you delete stays here for 30 days.',
  empty: 'The bin is empty',
  emptyLead: 'Deleted articles, pictures, people and topics stay here for 30 days.',
  kinds: { article: 'Article', picture: 'Picture', person: 'Person', topic: 'Topic' },
  /** What comes back to so many articles. */
  kindsOf: {
    person: (articles: number) => `Author of ${counted(articles, 'article')}`,
    topic: (articles: number) => `Topic of ${counted(articles, 'article')}`,
  },
  isIn: (title: string) => `“${title}” is in the bin.`,
  isBack: (title: string) => `“${title}” is back.`,
  isRemoved: (title: string) => `“${title}” was deleted forever.`,
  deleted: (when: string) => `Deleted ${when}`,
  keptUntil: (day: string) => `Kept until ${day}`,
  putBack: 'Put back',
  putBackOf: (title: string) => `Put back “${title}”`,
  remove: 'Delete forever',
  removeOf: (title: string) => `Delete forever: “${title}”`,
  removeTitle: (title: string) => `Delete “${title}” forever?`,
  removeText: 'Its text and all its versions will be gone. This can’t be undone.',
  notSavedFirst: {
    message: 'The article was not deleted, because its last changes could not be saved.',
    hint: 'Nothing is lost. Try again when it says “Saved”.',
  },
};
