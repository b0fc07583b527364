export const find = {
  name: 'Find and replace',
  find: 'Find',
  replaceWith: 'Replace with',
  showReplace: 'Replace words',
  next: 'Next',
  previous: 'Previous',
  matchCase: 'Match case',
  wholeWords: 'Whole words',
  replace: 'Replace',
  replaceAll: 'Replace all',
  none: 'Not found',
  replaced: (count: number) => `${count.toLocaleString('en-US')} replaced`,
  replacedLast: 'Replaced, no more',
  found: (total: string) => `${total} found`,
  of: (current: number, total: string) => `${current} of ${total}`,
  /** What is read out, by the names that the editor has for it. */
  announced: {
    'current match': 'Found',
    'on line': 'in line',
    'replaced match on line $': 'Replaced in line $',
    'replaced $ matches': 'Replaced in $ places',
  } as Record<string, string>,
};
