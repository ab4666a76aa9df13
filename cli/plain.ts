/**
 * Text of others as a terminal may show it: a title is data, and an escape sequence in it would be a command to the
 * terminal. Line ends become spaces.
 */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}|\p{Cf}/gu, '');
}

/** The same with its lines kept: a description, a comment. */
export function plainLines(text: string): string {
  return text.split(/\r?\n/).map(plain).join('\n');
}

const wide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u;
const segmenter = new Intl.Segmenter();

/** How many columns of a terminal it takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** Cut to a width, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
