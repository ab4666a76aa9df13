/**
 * The column `search_text`: what a search looks through. Identifier, old identifiers and title, folded by `foldText`,
 * so that the stored text and the words typed by a person meet in one spelling.
 */
export function searchText(task: {
  identifier: string | null;
  previousIdentifiers: readonly string[];
  title: string;
}): string {
  return foldText([task.identifier ?? '', ...task.previousIdentifiers, task.title].join(' '));
}

/** The column `label_text`: "|bug|ui|". With no label "|". */
export function labelText(labelNames: readonly string[]): string {
  const keys = new Set(labelNames.map(labelKey));
  return `|${[...keys].map((key) => `${key}|`).join('')}`;
}

/** One label as it stands between the bars of `label_text`. */
export function labelKey(labelName: string): string {
  return foldText(labelName).replaceAll('|', '¦');
}

/** Lower case, without accents, with compatible forms made one ("ﬁ" is "fi") and single spaces. */
export function foldText(text: string): string {
  return (
    text
      .toLowerCase()
      // It would end the pattern of a LIKE, and so match everything.
      .replaceAll('\0', '')
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
