// Moments, in the words in which people speak of them.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const thisYear = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric' });
const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const otherYear = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric' });

/** "just now", "5 minutes ago", "yesterday", "June 15". */
export function whenChanged(moment: string, now: Date): string {
  const then = new Date(moment);
  if (Number.isNaN(then.getTime())) return '';
  const seconds = (now.getTime() - then.getTime()) / 1000;
  if (seconds < MINUTE) return 'just now';
  if (seconds < HOUR) return relative.format(-Math.floor(seconds / MINUTE), 'minute');
  const days = Math.round((startOfDay(now) - startOfDay(then)) / (DAY * 1000));
  if (days === 0) return relative.format(-Math.floor(seconds / HOUR), 'hour');
  if (days < 7) return relative.format(-days, 'day');
  return dayNear(then, now);
}

/** "December 23", with the year if it is not this one. */
export function whichDay(moment: string, now: Date): string {
  const then = new Date(moment);
  return Number.isNaN(then.getTime()) ? '' : dayNear(then, now);
}

/** The day of a moment, as a heading: "Today", "Yesterday", "Monday, November 16", "June 15, 2025". */
export function dayHeading(moment: string, now: Date): string {
  const then = new Date(moment);
  if (Number.isNaN(then.getTime())) return '';
  const days = Math.round((startOfDay(now) - startOfDay(then)) / (DAY * 1000));
  if (days <= 1) return days === 1 ? 'Yesterday' : 'Today';
  return (then.getFullYear() === now.getFullYear() ? weekday : otherYear).format(then);
}

/** "yesterday, 2:32 PM", "Monday, November 16, 2:32 PM". */
export function whichMoment(moment: string, now: Date): string {
  const day = dayHeading(moment, now);
  const within = day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : day;
  return day === '' ? '' : `${within}, ${timeOfDay(moment)}`;
}

/** "2:32 PM". */
export function timeOfDay(moment: string): string {
  const then = new Date(moment);
  // Some browsers put a narrow no-break space here, and some a plain one.
  return Number.isNaN(then.getTime()) ? '' : clock.format(then).replace(/\s/u, '\u00a0');
}

/** A day such as `2026-06-15`: "June 15, 2026". */
export function dayInWords(day: string): string {
  const date = new Date(`${day}T12:00:00`);
  return Number.isNaN(date.getTime()) ? day : otherYear.format(date);
}

function dayNear(then: Date, now: Date): string {
  return (then.getFullYear() === now.getFullYear() ? thisYear : otherYear).format(then);
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
