export const errors = {
  host: {
    message: 'Pamphlet did not answer.',
    hint: 'What you wrote is still here. Wait a moment and try again; if it stays like this, close Pamphlet and open it again.',
  },
  noSuchArticle: {
    message: 'This article is no longer here.',
    hint: 'If it was deleted, you can put it back from the bin. Your other articles are safe.',
  },
};
