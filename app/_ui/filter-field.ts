import type { ReactNode } from 'react';
import type { ComboboxOption } from './option-list';

/** One thing to filter by, with what it offers and what is chosen. */
export type FilterField<Id extends string = string> = {
  id: Id;
  label: string;
  icon: ReactNode;
  options: readonly ComboboxOption[];
  /** More than one can be chosen at once. */
  isMultiple: boolean;
  value: readonly string[];
  /** For more options than can be listed: they are looked for by what is typed. */
  onType?: ((text: string) => void) | undefined;
};

/** What the URL holds for a field, with this chosen. */
export function filterChange(field: FilterField, value: readonly string[]) {
  const chosen = field.isMultiple ? value : (value.at(-1) ?? null);
  return { [field.id]: value.length === 0 ? null : chosen };
}

export function optionLabel(field: FilterField, value: string): string {
  return field.options.find((option) => option.value === value)?.label ?? value;
}
