import { counted } from './counted';

export const sections = {
  name: 'Sections',
  articles: 'Articles',
  pictures: 'Pictures',
  people: 'People',
  topics: 'Topics',
  practice: 'Practice',
  bin: 'Bin',
  leave: 'Other website…',
  leaveLong: 'Close this website and open another one',
};

export const menu = {
  name: 'Menu',
  nameLong: 'Menu (F10)',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  help: 'Help',
  newArticle: 'New article',
  exportSite: 'Export site',
  otherWebsite: 'Other website…',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste without formatting',
  selectAll: 'Select all',
  find: 'Find',
  preview: 'Preview',
  larger: 'Larger text',
  smaller: 'Smaller text',
  focusMode: 'Focus on one paragraph',
  focusModeOff: 'Show all paragraphs alike',
  shortcuts: 'Keyboard shortcuts',
  everywhere: 'Everywhere',
  inText: 'In the text',
  indent: 'Move a list item further in',
  outdent: 'Move a list item back out',
  lineBreak: 'New line, same paragraph',
  leaveText: 'Leave the text',
  leaveTextKeys: 'Esc, Tab',
  replace: 'Find and replace',
};

export const dropped = {
  imported: (count: number, title: string) =>
    count === 1 ? `“${title}” is a new draft.` : `${count.toLocaleString('en-US')} new drafts were made.`,
  picturesMissing: 'The file’s pictures are not included. You can add them in the article.',
  action: (count: number, title: string) =>
    count === 1 ? `import “${title}”` : `import ${counted(count, 'article')}`,
  noArticle: {
    message: 'A picture goes into an article.',
    hint: 'Open the article first and drop the picture on it, or drop it on the Pictures screen to keep it for later.',
  },
  unknown: (name: string) => ({
    message: `Pamphlet can’t use “${name}”.`,
    hint: 'Drop text files (.txt or .md) to make articles of them, or pictures onto an open article.',
  }),
};

export const problem = {
  titles: {
    library_open_elsewhere: 'This website is already open',
    library_newer: 'This website needs a newer Pamphlet',
    library_not_a_library: 'There is no website in this folder',
    library_damaged: 'This website can’t be opened',
    library_missing: 'The folder of this website is missing',
  } as Partial<Record<string, string>>,
  lost: 'The website’s file is missing from this folder',
  other: 'That did not work',
  first: 'Go to the start screen',
  copies: {
    lead: (when: string) => `Pamphlet kept a copy of everything that was written here until ${when}.`,
    hint: 'Open it to go on from there. What is there now is kept in the folder “put-aside”, and pictures stay as they are.',
    open: (when: string) => `Open the copy of ${when}`,
    earlier: 'Earlier copies',
    holds: (articles: number, pictures: number) =>
      `${counted(articles, 'article')}, ${counted(pictures, 'picture')}`,
    lastChange: (when: string) => `last change ${when}`,
    beforeUpdate: 'before Pamphlet was updated',
    damaged: (when: string) => `The copy of ${when} is damaged, too.`,
  },
  damage: {
    message: 'The file of this website is damaged, so nothing more can be saved in it.',
    hint: 'What you typed is still here. Open a copy of the website, and Pamphlet puts it in there.',
    open: 'Open a copy…',
    title: 'Open a copy of the website',
    carried: 'What you typed is in this copy now.',
    waits:
      'What you typed last is still here, and goes into the website as soon as it is open. Please do not close Pamphlet.',
  },
};

/** A screen that a mistake of ours keeps from being shown. */
export const broken = {
  message: 'This part of Pamphlet could not be shown.',
  hint: 'What you typed is safe: Pamphlet keeps it and goes on saving. Try again, or go on with another article.',
};
