/** What people paste: with spaces, line breaks and invisible signs from a mail, quotes from a file, or "Bearer" from an example. */
export function normalizeKey(pasted: string): string {
  return pasted
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .replace(/^authorization:\s*/i, '')
    .replace(/^["'`“”‘’]+|["'`“”‘’]+$/g, '')
    .replace(/^bearer\s+/i, '')
    .replace(/\s+/g, '');
}
