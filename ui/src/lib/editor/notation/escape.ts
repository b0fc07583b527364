/** Words as they are, where brackets would end a link or the description of a picture. */
export function escapeBrackets(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\[\]]/g, '\\$&');
}

/** The same for words of a text, whose escapes stand already. */
export function protectBrackets(source: string): string {
  return source
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/\\[!-/:-@[-`{-~]|[\\[\]]/g, (found) => (found.length > 1 ? found : `\\${found}`));
}

/** An address as it is, where spaces and brackets would end it. */
export function escapeDestination(destination: string): string {
  return destination
    .trim()
    .replaceAll(
      /[\s<>()\\]/g,
      (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
    );
}

/** Words as they are, where a quotation mark would end them. */
export function escapeTitle(text: string): string {
  return text.replaceAll(/["\\]/g, '\\$&');
}

/** The words that somebody reads where these stand. */
export function withoutEscapes(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The text of a title without its quotation marks. */
export function titleText(written: string): string {
  return withoutEscapes(written.slice(1, -1));
}
