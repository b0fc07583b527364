import { counted } from './counted';

export const articles = {
  title: 'Articles',
  create: 'New article',
  search: 'Search articles',
  untitled: 'Untitled',
  none: 'No articles yet',
  noneLead: 'Write the first one: a question that patients ask you every week is a good beginning.',
  allInBin: 'No articles here',
  allInBinLead: (count: number) =>
    count === 1
      ? 'The one that you deleted is in the bin. You can put it back.'
      : `The ${counted(count, 'article')} that you deleted are in the bin. You can put them back.`,
  openBin: 'Open the bin',
  notFound: (query: string) => `No articles found for “${query}”`,
  notFoundHint: 'Titles, summaries and texts were searched. Try fewer or different words.',
  clear: 'Clear the search',
  found: (count: number) => counted(count, 'article'),
  /** Where an article stands between here and the site. */
  standing: {
    draft: 'Draft',
    ready: 'Ready',
    'on-site': 'On the site',
    changed: 'Changed since export',
    leaving: 'Leaves the site',
  },
  /** The same, said in full. */
  standingMeans: {
    draft: 'Stays on this computer',
    ready: 'Will be on the site after the next export',
    'on-site': 'On the site, with your last changes',
    changed: 'On the site without your last changes. The next export adds them.',
    leaving: 'Still on the site. The next export takes it off.',
  },
  filters: {
    name: 'Which articles',
    standing: 'Status',
    topic: 'Topic',
    author: 'Author',
    changed: 'Changed',
    anyStanding: 'Any status',
    anyTopic: 'Any topic',
    anyAuthor: 'Any author',
    anyTime: 'Any time',
    noTopic: 'Without a topic',
    noAuthor: 'Without an author',
    periods: {
      today: 'Today',
      week: 'In the last 7 days',
      month: 'In the last 30 days',
      year: 'In the last 12 months',
      older: 'More than a year ago',
    },
    remove: (name: string, value: string) => `Remove “${name}: ${value}”`,
    sort: 'Sort',
    orders: {
      fit: 'Best match',
      changed: 'Last change',
      title: 'Title',
      published: 'Published',
    },
    shown: (count: number, total: number) =>
      `${count.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`,
    clear: 'Show all articles',
    nothing: 'No articles match',
    nothingHint: 'Remove one of the filters above, or show all articles.',
    nothingFoundHint: 'Only some of the articles were searched. Remove a filter above, or show all articles.',
  },
  select: (title: string) => `Select “${title}”`,
  duplicate: 'Duplicate article',
  duplicateOf: (title: string) => `Duplicate “${title}”`,
  delete: 'Delete article',
  deleteOf: (title: string) => `Delete “${title}”`,
};

/** What is done to several articles at once. */
export const several = {
  name: 'Selected articles',
  selected: (count: number) => `${count.toLocaleString('en-US')} selected`,
  selectAll: 'Select all',
  none: 'Select none',
  addTopic: 'Add topic…',
  addTopicTitle: (count: number) => `Add a topic to ${counted(count, 'article')}`,
  addTopicButton: 'Add topic',
  removeTopic: 'Remove topic…',
  removeTopicTitle: (count: number) => `Remove a topic from ${counted(count, 'article')}`,
  removeTopicButton: 'Remove topic',
  removeTopicHint: 'The articles stay as they are otherwise, and the topic stays among your topics.',
  noTopicToRemove: 'The selected articles have no topics',
  topic: 'Topic',
  topicNeeded: 'Please write or choose a topic.',
  ready: 'Mark as ready',
  readyLong: 'Goes on the site with the next export',
  draft: 'Mark as draft',
  draftLong: 'Stays on this computer',
  delete: 'Delete',
  copyOf: (title: string) => `Copy of ${title}`,
  statusName: { ready: 'mark as ready', draft: 'mark as draft' },
  addTopicName: (topic: string) => `add topic “${topic}”`,
  removeTopicName: (topic: string) => `remove topic “${topic}”`,
  deleteName: 'delete articles',
  duplicateName: 'duplicate article',
  nowStatus: {
    ready: (count: number) => `${counted(count, 'article')} ${count === 1 ? 'is' : 'are'} ready now.`,
    draft: (count: number) =>
      count === 1 ? '1 article is a draft now.' : `${counted(count, 'article')} are drafts now.`,
  },
  alreadyStatus: { ready: 'They were ready already.', draft: 'They were drafts already.' },
  nowTopic: (topic: string, count: number) => `“${topic}” was added to ${counted(count, 'article')}.`,
  topicGone: (topic: string, count: number) => `“${topic}” was removed from ${counted(count, 'article')}.`,
  hadNoTopic: (topic: string) => `None of them had the topic “${topic}”.`,
  alreadyTopic: (topic: string) => `They had the topic “${topic}” already.`,
  /** Titles of articles that were to become ready. */
  unready: (titles: string[]) => {
    const [first = '', ...others] = titles;
    const which = others.length === 0 ? `“${first}”` : `“${first}” and ${counted(others.length, 'other')}`;
    const [stay, need] = others.length === 0 ? ['stays a draft', 'It needs'] : ['stay drafts', 'They need'];
    return `${which} ${stay}. ${need} a title and some text first.`;
  },
  deleted: (count: number) => `${counted(count, 'article')} ${count === 1 ? 'is' : 'are'} in the bin.`,
  notSavedFirst: {
    message: 'Nothing was done, because the last changes of an article could not be saved.',
    hint: 'Nothing is lost. Try again when it says “Saved”.',
  },
};
