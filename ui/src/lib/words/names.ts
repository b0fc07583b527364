import { counted } from './counted';

export const names = {
  name: 'Name',
  showArticles: 'Show the articles',
  delete: 'Move to bin',
  deleteOf: (name: string) => `Move “${name}” to the bin`,
  notSavedFirst: {
    message: 'That was not done, because the last changes of an article could not be saved.',
    hint: 'Nothing is lost. Try again when nothing is left to save.',
  },
};

export const topics = {
  title: 'Topics',
  search: 'Search topics',
  none: 'No topics yet',
  noneLead: 'Open an article, press “Details”, and add a topic there. It is listed here from then on.',
  notFound: 'No topic is called like that',
  notFoundLead: 'Try fewer letters, or show all topics again.',
  showAll: 'Show all topics',
  found: (count: number) => counted(count, 'topic'),
  panel: 'About this topic',
  nameHint: 'All pages of the site follow.',
  articles: (count: number) => (count === 0 ? 'No articles' : counted(count, 'article')),
  articlesOf: (count: number, name: string) => `${counted(count, 'article')} about “${name}”`,
  deleteHint: 'Articles go on without it. It comes back to all of them when you put it back from the bin.',
  removeText: 'The articles that had it stay. It can’t be given back to them any more.',
  gone: 'This topic is not there any more.',
  goneHint: 'If it was deleted, it is in the bin and can be put back from there.',
  done: {
    deleteName: (name: string) => `delete topic “${name}”`,
    putBackName: (name: string) => `put back topic “${name}”`,
    changeName: { name: 'rename topic' } as Record<string, string>,
    isIn: (name: string, articles: number) =>
      articles === 0
        ? `“${name}” is in the bin.`
        : `“${name}” is in the bin. ${counted(articles, 'article')} ${articles === 1 ? 'goes' : 'go'} on without it.`,
    joined: (name: string) => `Put back. There was a new topic “${name}” meanwhile, so the two are one now.`,
    notSaved: (name: string) => `The name of the topic “${name}” is not saved`,
  },
};

export const people = {
  title: 'People',
  search: 'Search people',
  add: 'New person',
  addTitle: 'New person',
  addButton: 'Add person',
  addName: (name: string) => `add “${name}”`,
  none: 'Nobody here yet',
  noneLead: 'Add those who write for your site. Whoever you name as an article’s author is listed here, too.',
  notFound: 'Nobody is called like that',
  notFoundLead: 'Try fewer letters, or show everybody again.',
  showAll: 'Show everybody',
  found: (count: number) => counted(count, 'person', 'people'),
  panel: 'About this person',
  nameHint: 'Stands above their articles.',
  credentials: 'Credentials',
  credentialsPlaceholder: 'MD',
  credentialsHint: 'What stands after the name, such as “MD” or “PT, DPT”.',
  articles: (count: number) => (count === 0 ? 'No articles' : counted(count, 'article')),
  articlesOf: (count: number, name: string) => `${counted(count, 'article')} by ${name}`,
  deleteHint:
    'Their articles go on without an author, until you name another one or put this one back from the bin.',
  removeText: 'Their articles stay, without an author. The name can’t be given back to them any more.',
  gone: 'This person is not there any more.',
  goneHint: 'If they were deleted, they are in the bin and can be put back from there.',
  done: {
    deleteName: (name: string) => `delete “${name}”`,
    putBackName: (name: string) => `put back “${name}”`,
    changeName: { name: 'change name', credentials: 'change credentials' } as Record<string, string>,
    isIn: (name: string, articles: number) =>
      articles === 0
        ? `“${name}” is in the bin.`
        : `“${name}” is in the bin. ${counted(articles, 'article')} ${articles === 1 ? 'has' : 'have'} no author now.`,
    joined: (name: string) =>
      `Put back. There was somebody new called “${name}” meanwhile, so the two are one now.`,
    notSaved: (name: string) => `What you changed about “${name}” is not saved`,
  },
};
