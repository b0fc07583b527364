/** The addresses of the screens. */
export const paths = {
  articles: '#/articles',
  article: (id: string) => `#/articles/${encodeURIComponent(id)}`,
  practice: '#/practice',
  bin: '#/bin',
};
