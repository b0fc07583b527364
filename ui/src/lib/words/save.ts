export const save = {
  name: 'Save status',
  saved: 'Saved',
  saving: 'Saving…',
  failed: (why: string) => `Not saved: ${why}`,
  keepMine: 'Keep what is here',
  takeOther: 'Take the other one',
  unkeptLead: 'Pamphlet keeps what you typed for as long as it is open.',
  articleNotSaved: (title: string) => `“${title}” is not saved`,
  practiceNotSaved: 'What you changed about the practice is not saved',
  /** The name is one of `practice.fields`. */
  fieldNotSaved: (name: string) => `The practice’s ${name} is not saved`,
  pictureNotSaved: 'What you said about a picture is not saved',
  goThere: 'Go there',
  closeTitle: 'Some of your last changes are not saved',
  closeText: 'If you close now, what you wrote in the last moments is lost. Everything before it is safe.',
  closeAnyway: 'Close without saving',
  stay: 'Stay here',
};
