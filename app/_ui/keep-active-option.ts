'use client';

/**
 * For the `ref` of a Command. cmdk 1.1 looks for the active option before the list has followed a search, so screen
 * readers are told of one that may be gone by then: its `aria-activedescendant` is put right when the list has settled.
 */
export function keepActiveOption(root: HTMLElement | null): (() => void) | undefined {
  if (!root) return undefined;
  const observer = new MutationObserver(() => tellActiveOption(root));
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributeFilter: ['aria-selected', 'aria-activedescendant'],
  });
  return () => observer.disconnect();
}

function tellActiveOption(root: HTMLElement): void {
  const active = root.querySelector('[cmdk-item][aria-selected="true"]')?.id ?? null;
  for (const element of root.querySelectorAll('[cmdk-input], [cmdk-list]')) {
    if (element.getAttribute('aria-activedescendant') === active) continue;
    if (active === null) element.removeAttribute('aria-activedescendant');
    else element.setAttribute('aria-activedescendant', active);
  }
}
