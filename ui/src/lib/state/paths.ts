/** The addresses of the screens. */
export const paths = {
  articles: '#/articles',
  article: (id: string) => `#/articles/${encodeURIComponent(id)}`,
  pictures: '#/pictures',
  picture: (id: string) => `#/pictures/${encodeURIComponent(id)}`,
  practice: '#/practice',
  bin: '#/bin',
};
