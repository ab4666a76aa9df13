import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTyped } from '@/app/_ui/keep-typed';

/** As much of a field in a dialog as the keeper asks for. */
class Field {
  value: string;
  selectionStart: number | null = 0;
  selectionEnd: number | null;
  disabled = false;
  told = 0;
  constructor(
    value: string,
    readonly readOnly = false,
  ) {
    this.value = value;
    this.selectionEnd = value.length;
  }
  closest(): object {
    return dialog;
  }
  setRangeText(text: string, from: number, to: number): void {
    this.value = this.value.slice(0, from) + text + this.value.slice(to);
  }
  dispatchEvent(): void {
    this.told += 1;
  }
}
const dialog = {};

/** Node's own takes no `true` for the capturing phase when a listener is removed. */
class Keyboard extends EventTarget {
  override removeEventListener(type: string, listener: EventListener, capture: boolean): void {
    super.removeEventListener(type, listener, { capture });
  }
}

let stop: () => void;
beforeEach(() => {
  vi.stubGlobal('window', new Keyboard());
  vi.stubGlobal('document', { activeElement: null });
  for (const name of ['Element', 'HTMLInputElement']) vi.stubGlobal(name, Field);
  vi.stubGlobal('HTMLTextAreaElement', class {});
  vi.stubGlobal('InputEvent', Event);
  stop = keepTyped();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

function press(key: string): boolean {
  const event = Object.assign(new Event('keydown', { cancelable: true }), { key });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

async function focus(field: Field): Promise<void> {
  const event = new Event('focusin');
  Object.defineProperty(event, 'target', { value: field });
  window.dispatchEvent(event);
  await Promise.resolve();
}

test('what was typed replaces what the first field holds, and the keys are free again', async () => {
  for (const key of ['a', 'b', 'Backspace', 'c']) expect(press(key)).toBe(true);
  const field = new Field('old');
  await focus(field);
  expect([field.value, field.told]).toEqual(['ac', 1]);
  expect(press('d')).toBe(false);
});

test('a field that is only to be read stays as it is', async () => {
  press('a');
  const field = new Field('a name of Linear', true);
  await focus(field);
  expect([field.value, field.told]).toEqual(['a name of Linear', 0]);
});

test('lets go when whoever types goes elsewhere', async () => {
  press('a');
  expect(press('Escape')).toBe(false);
  expect(press('b')).toBe(false);
  const field = new Field('');
  await focus(field);
  expect(field.value).toBe('');
});
