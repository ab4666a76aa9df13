let prefix = '';
let observer: MutationObserver | null = null;

/** Puts something before the title of whatever page is open, for as long as it is not empty. */
export function setTitlePrefix(next: string): void {
  const title = ownTitle();
  prefix = next;
  setOwnTitle(title);
  observer?.disconnect();
  observer = null;
  if (prefix === '') return;
  // Each page writes a title of its own.
  observer = new MutationObserver(() => setOwnTitle(ownTitle()));
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
}

/** The page's own part of the tab's title. */
export function setOwnTitle(title: string): void {
  if (document.title !== prefix + title) document.title = prefix + title;
}

function ownTitle(): string {
  return document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title;
}
