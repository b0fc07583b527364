import { counted } from './counted';

export const exporting = {
  button: 'Export site',
  changes: (count: number) => counted(count, 'change'),
  where: 'Where should the site go?',
  whereLead: 'Pamphlet puts the finished website in this folder, and uses it again next time.',
  elsewhere:
    'This website’s folder was moved or copied since the last export. If it is a copy, choose another folder, so that the finished site stays as it is.',
  replace: 'Replace that site',
  folder: 'Folder',
  folderChoose: 'Choose a folder for the finished site',
  folderNeeded: 'Please choose a folder.',
  here: 'Export here',
  otherFolder: 'Choose another folder…',
  running: 'Making your site',
  progress: (done: number, total: number) =>
    total === 0 ? 'Getting ready…' : `${done.toLocaleString('en-US')} of ${counted(total, 'file')}`,
  stop: 'Stop',
  stopping: 'Stopping…',
  stopped: 'Export stopped',
  stoppedText: 'The site in the folder is as it was before.',
  finished: 'Export finished',
  ready: 'Your site is ready.',
  /** Nothing is online yet: how it gets there. */
  offline:
    'Your website is now a folder on this computer. Patients will see it once the folder is online: give it to whoever looks after your website, or upload it to your web host.',
  counts: (added: number, changed: number, removed: number) =>
    `${counted(added, 'new page')}, ${changed} changed, ${removed} removed.`,
  nothingChanged: 'Nothing had changed since the last time.',
  noneReady: 'No article is marked as ready, so the site has only its front page for now.',
  view: 'View site',
  reveal: 'Open folder',
  stayed: (count: number) => `${counted(count, 'draft')} stayed here`,
  stayedLead: 'Drafts are not on the site. Mark the ones that are finished:',
  markReady: 'Mark as ready and export again',
  markReadyOf: (title: string) => `Mark as ready and export again: “${title}”`,
  lacks: {
    title: 'has no title yet',
    text: 'has no text yet',
    both: 'has no title and no text yet',
  },
  lost: (count: number) =>
    count === 1
      ? '1 link leads to an article that is not on the site'
      : `${counted(count, 'link')} lead to articles that are not on the site`,
  lostLead:
    'Patients see the words without the link. Open an article to change its link, or mark the draft as ready:',
  lostTo: {
    draft: 'links to the draft',
    /** It became ready meanwhile. */
    site: 'will link, after the next export, to',
    bin: (title: string) => `links to “${title}”, which is in the bin`,
    gone: 'links to an article that is no longer here',
  },
  moreLinks: (count: number) => `and ${counted(count, 'more link')}`,
  more: (count: number) => `and ${counted(count, 'more draft')}`,
  failed: 'The site was not exported',
  notSavedFirst: {
    message: 'Something you typed is not saved yet, so the site was not exported.',
    hint: 'The site in the folder is as it was before. Put this right, then export again:',
  },
};
