import { expect, test } from 'vitest';
import { findTypedOption } from '@/app/_ui/find-typed-option';

const options = ['Monday', 'Saturday', 'Sunday', 'Someday'].map((label) => ({ value: label.toLowerCase(), label }));

test('finds the option that begins with the typed letters', () => {
  expect(findTypedOption(options, 'monday', 'su')).toBe('sunday');
  expect(findTypedOption(options, undefined, 'mo')).toBe('monday');
});

test('goes on to the next with the same letter again', () => {
  expect(findTypedOption(options, 'monday', 's')).toBe('saturday');
  expect(findTypedOption(options, 'saturday', 'ss')).toBe('sunday');
  expect(findTypedOption(options, 'someday', 's')).toBe('saturday');
});

test('keeps what is chosen while it still begins with what is typed', () => {
  expect(findTypedOption(options, 'sunday', 'su')).toBe('sunday');
});

test('leaves out what cannot be chosen', () => {
  const some = options.map((option) => ({ ...option, disabled: option.value === 'saturday' }));
  expect(findTypedOption(some, 'monday', 's')).toBe('sunday');
  expect(findTypedOption(some, 'monday', 'x')).toBeUndefined();
});
