/** A word of a search and the issue identifier that it names, in Linear's spelling. */
export interface NamedIdentifier {
  word: string;
  identifier: string;
}

const shape = '([a-z][a-z0-9_]{0,19})-([0-9]{1,9})';
// ENG-42 by itself, or with what a branch or an address has around it: ada/eng-42-fix-login, …/issue/ENG-42/fix-login#comment
const inWord = new RegExp(`(?:^|/)${shape}(?=$|[-_/?#.,:;)])`, 'i');
const inTwoWords = /^([a-z][a-z0-9_]{0,19}) +([0-9]{1,9})$/i;

/**
 * Identifiers that a search may mean: "eng-42", "ENG 42", a pasted Linear address, a git branch name. Whether there is such
 * a task is for the caller to see: "utf-8" looks like one too.
 */
export function findIdentifiers(search: string): NamedIdentifier[] {
  const spaced = inTwoWords.exec(search.trim());
  if (spaced) return [{ word: spaced[0], identifier: spelled(spaced) }];
  return search.split(/\s+/).flatMap((word) => {
    const found = inWord.exec(word);
    return found ? [{ word, identifier: spelled(found) }] : [];
  });
}

function spelled([, key = '', number = '']: RegExpExecArray): string {
  return `${key.toUpperCase()}-${Number(number)}`;
}
