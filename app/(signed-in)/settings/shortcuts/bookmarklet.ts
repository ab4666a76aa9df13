/**
 * The address of a bookmark that opens the task of the Linear issue in sight: `origin/t/ENG-42`. The issue is in the
 * page's address, or for one that is shown over a list in its title.
 */
export function bookmarklet(origin: string): string {
  const find = String.raw`/\/issue\/(\w+-\d+)/.exec(location.pathname)||/\b([A-Z][A-Z0-9_]*-\d+)\b/.exec(document.title)`;
  const open = `open(${JSON.stringify(`${origin}/t/`)}+issue[1])`;
  return `javascript:(()=>{const issue=${find};issue?${open}:alert("Open a Linear issue first.")})()`;
}
