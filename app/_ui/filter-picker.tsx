'use client';

import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button';
import type { FilterField } from './filter-field';
import { OptionList } from './option-list';

export type FilterPickerProps = {
  fields: readonly FilterField[];
  onChange: (field: FilterField, value: readonly string[]) => void;
};

/** First the fields, then the values of one: the same in the popover and in the sheet. */
export function FilterPicker({ fields, onChange }: FilterPickerProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const box = useTypingFocus(openId);
  const open = fields.find(({ id }) => id === openId);
  return (
    <div ref={box}>
      {open ? (
        <FieldValues field={open} onChange={onChange} onBack={() => setOpenId(null)} />
      ) : (
        <OptionList
          label="Filter by"
          options={fields.map(({ id, label, icon, value }) => ({
            value: id,
            label,
            icon,
            count: value.length > 0 ? value.length : undefined,
          }))}
          isSelected={(id) => fields.some((field) => field.id === id && field.value.length > 0)}
          onSelect={(id) => setOpenId(fields.find((field) => field.id === id)?.id ?? null)}
        />
      )}
    </div>
  );
}

type FieldValuesProps = Pick<FilterPickerProps, 'onChange'> & { field: FilterField; onBack: () => void };

function FieldValues({ field, onChange, onBack }: FieldValuesProps) {
  const { value, isMultiple, options, label, onType } = field;
  function select(chosen: string) {
    const others = value.filter((each) => each !== chosen);
    if (value.includes(chosen)) onChange(field, others);
    else onChange(field, isMultiple ? [...value, chosen] : [chosen]);
  }
  return (
    <>
      <Button variant="ghost" size="sm" block className="justify-start" onClick={onBack}>
        <ChevronLeft aria-hidden />
        <span className="sr-only">Back from</span> {label}
      </Button>
      <OptionList
        label={`Filter by ${label.startsWith('Linear') ? label : label.toLowerCase()}`}
        options={options}
        isSelected={(each) => value.includes(each)}
        onSelect={select}
        multiple={isMultiple}
        onType={onType}
      />
    </>
  );
}

/** Each step begins in its search field, but not on touch, where that would bring up the keyboard. */
function useTypingFocus(step: string | null) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (!window.matchMedia('(pointer: coarse)').matches) box.current?.querySelector('input')?.focus();
  }, [step]);
  return box;
}
