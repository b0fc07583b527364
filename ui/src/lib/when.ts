// Moments, in the words in which people speak of them.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const thisYear = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric' });
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
  return (then.getFullYear() === now.getFullYear() ? thisYear : otherYear).format(then);
}

/** A day such as `2026-06-15`: "June 15, 2026". */
export function dayInWords(day: string): string {
  const date = new Date(`${day}T12:00:00`);
  return Number.isNaN(date.getTime()) ? day : otherYear.format(date);
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
