export const common = {
  app: 'Pamphlet',
  cancel: 'Cancel',
  close: 'Close',
  choose: 'Choose…',
  tryAgain: 'Try again',
  loading: 'Loading…',
};
