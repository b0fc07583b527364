export const errors = {
  host: {
    message: 'Pamphlet did not answer.',
    hint: 'What you wrote is still here. Wait a moment and try again; if it stays like this, close Pamphlet and open it again.',
  },
  noSuchArticle: {
    message: 'This article is not there any more.',
    hint: 'If it was deleted, it is in the bin and can be put back from there. Your other articles are safe.',
  },
};
