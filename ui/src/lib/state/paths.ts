/** The addresses of the screens. */
export const paths = {
  articles: '#/articles',
  article: (id: string) => `#/articles/${encodeURIComponent(id)}`,
  pictures: '#/pictures',
  picture: (id: string) => `#/pictures/${encodeURIComponent(id)}`,
  people: '#/people',
  person: (id: string) => `#/people/${encodeURIComponent(id)}`,
  topics: '#/topics',
  topic: (id: string) => `#/topics/${encodeURIComponent(id)}`,
  practice: '#/practice',
  bin: '#/bin',
};
