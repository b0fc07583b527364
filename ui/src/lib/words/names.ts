import { counted } from './counted';

export const names = {
  name: 'Name',
  showArticles: 'Show the articles',
  delete: 'Move to bin',
  deleteOf: (name: string) => `Move “${name}” to the bin`,
  notSavedFirst: {
    message: 'That was not done, because the last changes of an article could not be saved.',
    hint: 'Nothing is lost. Try again when it says “Saved”.',
  },
};

export const topics = {
  title: 'Topics',
  search: 'Search topics',
  add: 'New topic',
  addTitle: 'New topic',
  addButton: 'Add topic',
  none: 'No topics yet',
  noneLead:
    'A topic, such as “Sleep”, brings articles together on a page of its own. You can also add topics under “Details” in an article.',
  notFound: 'No topics found',
  notFoundLead: 'Try fewer letters, or show all topics.',
  showAll: 'Show all topics',
  found: (count: number) => counted(count, 'topic'),
  panel: 'About this topic',
  nameHint: 'If you change it, it changes everywhere on the site.',
  articles: (count: number) => (count === 0 ? 'No articles' : counted(count, 'article')),
  articlesOf: (count: number, name: string) => `${counted(count, 'article')} about “${name}”`,
  deleteHint: 'Its articles stay. If you put the topic back from the bin, they have it again.',
  removeText: 'Its articles stay, without this topic. This can’t be undone.',
  gone: 'This topic is no longer here.',
  goneHint: 'If it was deleted, you can put it back from the bin.',
  done: {
    addName: (name: string) => `add topic “${name}”`,
    deleteName: (name: string) => `delete topic “${name}”`,
    putBackName: (name: string) => `put back topic “${name}”`,
    changeName: { name: 'rename topic' } as Record<string, string>,
    isIn: (name: string, articles: number) =>
      articles === 0
        ? `“${name}” is in the bin.`
        : `“${name}” is in the bin. ${counted(articles, 'article')} no longer ${articles === 1 ? 'has' : 'have'} it.`,
    joined: (name: string) =>
      `“${name}” is back. There was a new topic of that name, so the two are now one.`,
    notSaved: (name: string) => `The name of the topic “${name}” is not saved`,
  },
};

export const people = {
  title: 'People',
  search: 'Search people',
  add: 'New person',
  addTitle: 'New person',
  addButton: 'Add person',
  none: 'Nobody here yet',
  noneLead:
    'Add the people who write for your site. Whoever you name as an author in an article is listed here too.',
  notFound: 'No people found',
  notFoundLead: 'Try fewer letters, or show everyone.',
  showAll: 'Show everyone',
  found: (count: number) => counted(count, 'person', 'people'),
  panel: 'About this person',
  nameHint: 'Shown above their articles.',
  credentials: 'Credentials',
  credentialsPlaceholder: 'MD',
  credentialsHint: 'Shown after the name, such as “MD” or “PT, DPT”.',
  articles: (count: number) => (count === 0 ? 'No articles' : counted(count, 'article')),
  articlesOf: (count: number, name: string) => `${counted(count, 'article')} by ${name}`,
  deleteHint:
    'Their articles stay, without an author. If you put this person back from the bin, they are the author again.',
  removeText: 'Their articles stay, without an author. This can’t be undone.',
  gone: 'This person is no longer here.',
  goneHint: 'If they were deleted, you can put them back from the bin.',
  done: {
    addName: (name: string) => `add “${name}”`,
    deleteName: (name: string) => `delete “${name}”`,
    putBackName: (name: string) => `put back “${name}”`,
    changeName: { name: 'change name', credentials: 'change credentials' } as Record<string, string>,
    isIn: (name: string, articles: number) =>
      articles === 0
        ? `“${name}” is in the bin.`
        : `“${name}” is in the bin. ${counted(articles, 'article')} ${articles === 1 ? 'has' : 'have'} no author now.`,
    joined: (name: string) =>
      `“${name}” is back. There was a new person of that name, so the two are now one.`,
    notSaved: (name: string) => `What you changed about “${name}” is not saved`,
  },
};
