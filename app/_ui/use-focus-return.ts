'use client';

import { useMemo } from 'react';

const floating = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** What last had the focus on the page itself. */
let lastOnPage: HTMLElement | null = null;

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest(floating)) lastOnPage = target;
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    // To nowhere: a click on the page. But not when a whole window loses the focus.
    if (target === lastOnPage && relatedTarget === null && document.hasFocus()) lastOnPage = null;
  });
}

/**
 * Gives the focus back when a dialog closes. Radix does so only for a dialog that has a trigger; ours are opened from
 * menus, by shortcuts and by one another, so what opened them is often gone by then.
 */
export function useFocusReturn() {
  return useMemo(() => {
    let opener: HTMLElement | null = null;
    return {
      onOpenAutoFocus: () => {
        opener = openerOf(document.activeElement);
      },
      onCloseAutoFocus: (event: Event) => {
        event.preventDefault();
        const target = [opener, lastOnPage].find((element) => element?.isConnected);
        target?.focus();
      },
    };
  }, []);
}

export type FocusReturn = ReturnType<typeof useFocusReturn>;

/** An item of a menu is gone when the dialog closes; the menu's own button is not. */
function openerOf(active: Element | null): HTMLElement | null {
  const menuButtonId = active?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  const opener = menuButtonId ? document.getElementById(menuButtonId) : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
