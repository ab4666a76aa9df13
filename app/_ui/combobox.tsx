'use client';

import { useState } from 'react';
import { ChoiceButton } from './choice-button';
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
        <ChoiceButton
          {...control}
          isOpen={isOpen}
          icon={chosen?.icon}
          chosen={chosen?.label}
          placeholder={placeholder}
          disabled={props.disabled}
          className={props.className}
        />
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
