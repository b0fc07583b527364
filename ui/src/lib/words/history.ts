export const history = {
  /** The name is what was done, such as "remove picture". */
  undo: (name: string) => `Undo ${name}`,
  redo: (name: string) => `Redo ${name}`,
  notice: 'What just happened',
  undoShort: 'Undo',
  redoShort: 'Redo',
  /** While one writes. */
  typing: 'typing',
  change: {
    title: 'change title',
    summary: 'change summary',
    author: 'change author',
    published: 'change date',
  },
  addTopic: (topic: string) => `add topic “${topic}”`,
  removeTopic: (topic: string) => `remove topic “${topic}”`,
  topicRemoved: (topic: string) => `Topic “${topic}” removed.`,
  changeTopics: 'change topics',
  markReady: 'mark as ready',
  markDraft: 'mark as draft',
  choosePicture: 'choose picture',
  changePicture: 'change picture',
  describePicture: 'describe picture',
  removePicture: 'remove picture',
  pictureRemoved: 'Picture removed.',
  deleteArticle: (title: string) => `delete “${title}”`,
  putBack: (title: string) => `put back “${title}”`,
  bringBack: 'bring back a version',
  bringParagraphBack: 'bring back a paragraph',
  /** The name is one of `practice.fields`. */
  changeFact: (name: string) => `change the practice’s ${name}`,
  undone: (name: string) => `Undone: ${name}.`,
  redone: (name: string) => `Done again: ${name}.`,
  notUndone: {
    message: 'That could not be undone.',
    hint: 'Nothing else was changed. Try again in a moment.',
  },
  notRedone: {
    message: 'That could not be done again.',
    hint: 'Nothing else was changed. Try again in a moment.',
  },
};
