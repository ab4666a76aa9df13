'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { type ComboboxOption, OptionList } from './option-list';
import { Popover } from './popover';

type FilterComboboxProps = {
  /** What it filters by: "Status". */
  label: string;
  icon?: ReactNode;
  options: readonly ComboboxOption[];
  value: readonly string[];
  onChange: (value: string[]) => void;
};

/** Any of many; each option can carry a count. */
export function FilterCombobox({ label, icon, options, value, onChange }: FilterComboboxProps) {
  function toggle(each: string) {
    onChange(value.includes(each) ? value.filter((other) => other !== each) : [...value, each]);
  }
  const only = value.length === 1 ? options.find((option) => option.value === value[0]) : undefined;
  return (
    <Popover
      label={`Filter by ${label.toLowerCase()}`}
      className="w-64 p-1"
      trigger={
        <Button>
          {icon}
          {label}
          {value.length > 0 && (
            <span className="figures max-w-32 truncate rounded-sm bg-accent-subtle px-1 text-accent-text text-xs">
              {only?.label ?? value.length}
            </span>
          )}
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      }
    >
      <OptionList
        label={`Filter by ${label.toLowerCase()}`}
        options={options}
        isSelected={(each) => value.includes(each)}
        onSelect={toggle}
        multiple
      />
      {value.length > 0 && (
        <div className="mt-1 border-line border-t pt-1">
          <Button variant="ghost" size="sm" block onClick={() => onChange([])}>
            Clear
          </Button>
        </div>
      )}
    </Popover>
  );
}
