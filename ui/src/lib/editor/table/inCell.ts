/** Words as a cell can hold them: a row of a table is one line, and bars are its walls. */
export function inCell(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll(/\\?\|/g, '\\|');
}
