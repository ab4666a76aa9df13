const floating = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
/** Whatever was to be opened does not come any more: the keyboard is given back. */
const longestMilliseconds = 10_000;

/**
 * From now on what is typed is kept, and goes into the field that gets the focus in what is being opened. Until then no
 * letter is a shortcut, and Enter does not press what has the focus still. Answers how to stop.
 */
export function keepTyped(): () => void {
  let text = '';
  const openedFrom = document.activeElement?.closest(floating) ?? null;

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    // Whoever goes elsewhere types there.
    if (key === 'Escape' || key === 'Tab') return stop();
    if (key.length === 1) text += key;
    else if (key === 'Backspace') text = text.slice(0, -1);
    else if (key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
  }
  function onFocusIn({ target }: FocusEvent) {
    if (!(target instanceof Element)) return;
    const box = target.closest(floating);
    if (box === null || box === openedFrom) return;
    stop();
    // Radix selects what a field holds right after giving it the focus: what was typed comes after that.
    queueMicrotask(() => typeInto(target, text));
  }
  function stop() {
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('focusin', onFocusIn, true);
    window.removeEventListener('pointerdown', stop, true);
    clearTimeout(timer);
  }
  const timer = setTimeout(stop, longestMilliseconds);
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('focusin', onFocusIn, true);
  window.addEventListener('pointerdown', stop, true);
  return stop;
}

/** As if it were typed there now, so that whoever listens to the field hears of it. */
function typeInto(target: Element, text: string): void {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  // Fields of dates and numbers have no place to type at; one that is only to be read may have the focus too.
  if (text === '' || !isField || target.selectionStart === null || target.readOnly || target.disabled) return;
  target.setRangeText(text, target.selectionStart, target.selectionEnd ?? target.selectionStart, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
