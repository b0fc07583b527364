/** The light marks of a text: those of headings and quotations, of strong words, and the addresses of links and pictures. */
const MARKS = /^#{1,6} |^> |\*\*|!?\[(?=[^\]\n]*\]\()|\]\([^()\s]*(?: "[^"\n]*")?\)/gm;

/** A text in pieces: its words, and the marks between them that are to step back. */
export function pieces(text: string): { text: string; mark: boolean }[] {
  const all: { text: string; mark: boolean }[] = [];
  let at = 0;
  for (const found of text.matchAll(MARKS)) {
    if (found.index > at) all.push({ text: text.slice(at, found.index), mark: false });
    all.push({ text: found[0], mark: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) all.push({ text: text.slice(at), mark: false });
  return all;
}
