'use client';

import { Button } from './button';
import { FilterChip } from './filter-chip';
import { type FilterField, optionLabel } from './filter-field';
import type { FilterPickerProps } from './filter-picker';

type FilterChipsProps = FilterPickerProps & { onClear: () => void };

/** Every chosen value, each with its way out. */
export function FilterChips({ fields, onChange, onClear }: FilterChipsProps) {
  const chosen = fields.flatMap((field) => field.value.map((value) => ({ field, value })));
  if (chosen.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {chosen.map(({ field, value }) => (
        <FilterChip
          key={`${field.id} ${value}`}
          label={field.label}
          value={optionLabel(field, value)}
          onRemove={() => onChange(field, without(field, value))}
        />
      ))}
      <Button variant="ghost" size="sm" onClick={onClear}>
        Clear filters
      </Button>
    </div>
  );
}

function without(field: FilterField, value: string): string[] {
  return field.value.filter((each) => each !== value);
}
