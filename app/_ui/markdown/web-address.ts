/** An address that may be followed from a text of somebody else's: of the web, or of a mailbox. */
export function webAddress(target: string | null): string | null {
  return target !== null && /^(https?:\/\/|mailto:)/i.test(target) && URL.canParse(target) ? target : null;
}

/** "ENG-42" for the address of an issue, as Linear shows it; any other address as it is. */
export function linkName(href: string): string {
  const issue = /^https:\/\/linear\.app\/[^/]+\/issue\/([A-Z][A-Z0-9_]*-\d+)(?:\/[^/#?]*)?$/i.exec(href);
  return issue?.[1]?.toUpperCase() ?? href.replace(/^mailto:/i, '');
}
