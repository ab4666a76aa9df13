'use client';

import { Command, useCommandState } from 'cmdk';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { Count } from './count';
import { keepActiveOption } from './keep-active-option';
import { menuItemStyles } from './menu-styles';

export type ComboboxOption = {
  value: string;
  label: string;
  hint?: string | undefined;
  icon?: ReactNode;
  count?: number | undefined;
};

type OptionListProps = {
  label: string;
  options: readonly ComboboxOption[];
  isSelected: (value: string) => boolean;
  onSelect: (value: string) => void;
  /** Draws boxes: more than one can be chosen. */
  multiple?: boolean | undefined;
  /** The options are looked for by what is typed, not narrowed here. */
  onType?: ((text: string) => void) | undefined;
};

/** A searchable list; the inside of Combobox and FilterCombobox. */
export function OptionList({ label, options, isSelected, onSelect, multiple, onType }: OptionListProps) {
  return (
    <Command ref={keepActiveOption} label={label} loop shouldFilter={!onType}>
      <Command.Input
        {...(onType ? { onValueChange: onType } : {})}
        placeholder={label}
        className="h-8 w-full border-line border-b bg-transparent px-2 text-ink text-sm placeholder:text-faint focus-visible:outline-none pointer-coarse:h-11 pointer-coarse:text-lg"
      />
      <Command.List {...(multiple ? { 'aria-multiselectable': true } : {})} className="max-h-72 overflow-y-auto pt-1">
        <Command.Empty className="px-2 py-6 text-center text-muted">
          <Nothing />
        </Command.Empty>
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            keywords={[option.label, option.hint ?? '']}
            onSelect={() => onSelect(option.value)}
            className={menuItemStyles}
          >
            <Mark isSelected={isSelected(option.value)} multiple={multiple ?? false} />
            {option.icon}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.hint && <span className="shrink-0 text-faint text-xs">{option.hint}</span>}
            {option.count !== undefined && <Count value={option.count} />}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

/** With nothing typed a list is empty only where its options are looked for. */
function Nothing() {
  const typed = useCommandState(({ search }) => search);
  return typed === '' ? 'Type to search.' : 'Nothing found.';
}

function Mark({ isSelected, multiple }: { isSelected: boolean; multiple: boolean }) {
  return (
    <span
      className={cn(
        'flex size-4 shrink-0 items-center justify-center',
        multiple && 'rounded-sm border border-control',
        multiple && isSelected && 'border-accent-solid bg-accent-solid text-white',
      )}
    >
      {isSelected && <Check aria-hidden className={multiple ? 'size-3' : 'size-4'} />}
      {isSelected && <span className="sr-only">Chosen</span>}
    </span>
  );
}
