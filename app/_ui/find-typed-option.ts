import type { SelectOption } from './select';

/** The next option that begins with the letters typed so far. */
export function findTypedOption<Value extends string>(
  options: readonly SelectOption<Value>[],
  value: Value | undefined,
  text: string,
): Value | undefined {
  const current = options.findIndex((option) => option.value === value);
  // The same letter again and again goes through all that begin with it.
  const isOneLetter = [...text].every((letter) => letter === text[0]);
  const search = isOneLetter ? text.charAt(0) : text;
  const from = isOneLetter ? current + 1 : Math.max(current, 0);
  return [...options.slice(from), ...options.slice(0, from)].find(
    ({ label, disabled }) => !disabled && label.toLowerCase().startsWith(search),
  )?.value;
}
