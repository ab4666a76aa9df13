'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { menuItemStyles } from '@/app/_ui/menu-styles';
import { OptionList } from '@/app/_ui/option-list';
import type { FilterField } from './filter-fields';

export type FilterPickerProps = {
  fields: readonly FilterField[];
  onChange: (field: FilterField, value: readonly string[]) => void;
};

/** First the fields, then the values of one: the same in the popover and in the sheet. */
export function FilterPicker({ fields, onChange }: FilterPickerProps) {
  const [openId, setOpenId] = useState<FilterField['id'] | null>(null);
  const open = fields.find(({ id }) => id === openId);
  if (open) return <FieldValues field={open} onChange={onChange} onBack={() => setOpenId(null)} />;
  return (
    <ul aria-label="Filter by">
      {fields.map((field) => (
        <li key={field.id}>
          <button
            type="button"
            onClick={() => setOpenId(field.id)}
            className={`${menuItemStyles} w-full text-left hover:bg-hover`}
          >
            {field.icon}
            <span className="flex-1">{field.label}</span>
            {field.value.length > 0 && (
              <span className="figures rounded-sm bg-accent-subtle px-1 text-accent-text text-xs">
                {field.value.length}
                <span className="sr-only"> chosen</span>
              </span>
            )}
            <ChevronRight aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

type FieldValuesProps = Pick<FilterPickerProps, 'onChange'> & { field: FilterField; onBack: () => void };

function FieldValues({ field, onChange, onBack }: FieldValuesProps) {
  const { value, isMultiple, options, label } = field;
  function select(chosen: string) {
    if (value.includes(chosen))
      onChange(
        field,
        value.filter((each) => each !== chosen),
      );
    else onChange(field, isMultiple ? [...value, chosen] : [chosen]);
  }
  return (
    <div>
      <Button variant="ghost" size="sm" block className="justify-start" onClick={onBack}>
        <ChevronLeft aria-hidden />
        <span className="sr-only">Back to all filters, from </span>
        {label}
      </Button>
      <OptionList
        label={`Find ${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label === 'Linear state' ? label : label.toLowerCase()}`}
        options={options}
        isSelected={(each) => value.includes(each)}
        onSelect={select}
        multiple={isMultiple}
      />
    </div>
  );
}
