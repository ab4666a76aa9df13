'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';
import { useFieldControl } from './field-context';
import { late } from './late';
import type { ComboboxOption } from './option-list';
import { Popover } from './popover';
import { useLate } from './use-late';

const optionList = late(async () => (await import('./option-list')).OptionList);

type ComboboxProps = {
  options: readonly ComboboxOption[];
  value: string | null;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  /** In the list's own field: "Find a project". */
  searchLabel?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined | undefined;
  id?: string | undefined;
};

/** One of many, with a search; for a handful of options use Select. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, placeholder = 'Choose', searchLabel = 'Search' } = props;
  const [isOpen, setIsOpen] = useState(false);
  const OptionList = useLate(optionList, isOpen);
  const control = useFieldControl({ id: props.id });
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label={searchLabel}
      isReady={OptionList !== null}
      className="w-(--radix-popover-trigger-width) min-w-56 p-1"
      trigger={
        <button
          {...control}
          type="button"
          role="combobox"
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          disabled={props.disabled}
          className={cn(controlStyles, 'flex h-8 items-center justify-between gap-2 text-left', props.className)}
        >
          {chosen?.icon}
          <span className={cn('flex-1 truncate', !chosen && 'text-faint')}>{chosen?.label ?? placeholder}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      {OptionList && (
        <OptionList
          label={searchLabel}
          options={options}
          isSelected={(each) => each === value}
          onSelect={(next) => {
            onChange(next);
            setIsOpen(false);
          }}
        />
      )}
    </Popover>
  );
}
