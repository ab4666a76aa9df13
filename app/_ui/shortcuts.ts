export type Shortcut = {
  /** "?" or "j", "g d" (one after the other), "mod+k" (Ctrl, or Cmd on a Mac; works while typing too). */
  keys: string;
  /** What it does, for the help dialog: "Go to tasks". */
  label: string;
  group?: string | undefined;
  run: () => void;
};

type Source = { current: readonly Shortcut[] };

const sequenceMilliseconds = 1000;
const sources: Source[] = [];
let prefix = '';
let prefixUntil = 0;

/** All that work right now; of two for the same keys, the one that came last. */
export function listShortcuts(): Shortcut[] {
  const byKeys = new Map<string, Shortcut>();
  for (const source of sources) {
    for (const shortcut of source.current) byKeys.set(shortcut.keys, shortcut);
  }
  return [...byKeys.values()];
}

/**
 * One listener for the whole page. Each screen listening by itself would fire "s" (start the timer) at the end of
 * "g s" (go to the timesheet).
 */
export function addShortcuts(source: Source): () => void {
  if (sources.length === 0) window.addEventListener('keydown', onKeyDown);
  sources.push(source);
  return () => {
    sources.splice(sources.indexOf(source), 1);
    if (sources.length === 0) window.removeEventListener('keydown', onKeyDown);
  };
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const stroke = strokeOf(event);
  if (!stroke || (!stroke.startsWith('mod+') && isBusyElsewhere(event.target, stroke))) return;

  const shortcuts = listShortcuts();
  const sequence = prefix && event.timeStamp < prefixUntil ? `${prefix} ${stroke}` : stroke;
  const match = shortcuts.find(({ keys }) => keys === sequence);
  const isPrefix = !match && shortcuts.some(({ keys }) => keys.startsWith(`${stroke} `));
  const wasSequence = sequence !== stroke;
  prefix = isPrefix ? stroke : '';
  prefixUntil = event.timeStamp + sequenceMilliseconds;
  if (match && (!event.repeat || !wasSequence)) {
    event.preventDefault();
    match.run();
  }
}

function strokeOf(event: KeyboardEvent): string | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? `mod+shift+${key}` : `mod+${key}`;
  const named: Record<string, string> = {
    Enter: 'enter',
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
    Escape: 'esc',
    Delete: 'delete',
    // Mac keyboards call this one Delete.
    Backspace: 'delete',
  };
  return named[key] ?? (key.length === 1 && key !== ' ' ? key : null);
}

/** Someone is typing, or a menu or a dialog has the keyboard, or Enter is about to press what has the focus. */
function isBusyElsewhere(target: EventTarget | null, stroke: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select';
  const floating = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
  const pressed = stroke === 'enter' ? ', a, button, summary' : '';
  return target.isContentEditable || target.closest(`${typing}, ${floating}${pressed}`) !== null;
}
