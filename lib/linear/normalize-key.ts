/** What people paste: with spaces and line breaks from a mail, quotes from a file, or "Bearer" from an example. */
export function normalizeKey(pasted: string): string {
  return pasted
    .trim()
    .replace(/^authorization:\s*/i, '')
    .replace(/^["'`]+|["'`]+$/g, '')
    .replace(/^bearer\s+/i, '')
    .replace(/\s+/g, '');
}
