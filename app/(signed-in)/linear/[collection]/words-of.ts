/** More than a line of a list has room for. What looks for the ends of brackets takes the square of it. */
const readCharacters = 1_000;

/** The words of a Markdown text for one line of a list, where reading it as Markdown costs more than it says. */
export function wordsOf(markdown: string): string {
  return markdown
    .slice(0, readCharacters)
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)/gm, '')
    .replace(/(\*\*|__|~~|`)(?=\S)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
