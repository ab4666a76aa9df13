'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/button';
import { type ComboboxOption, OptionList } from '@/app/_ui/option-list';
import { readError } from '@/app/_ui/read-error';

type PickerListProps = {
  /** "Find a state". */
  label: string;
  choices: readonly ComboboxOption[];
  value: string | readonly string[];
  onChoose: (value: string) => void;
};

/** One of them, or several where the value is a list. */
export function PickerList({ label, choices, value, onChoose }: PickerListProps) {
  const isMultiple = typeof value !== 'string';
  return (
    <OptionList
      label={label}
      options={choices}
      isSelected={(each) => (isMultiple ? value.includes(each) : each === value)}
      onSelect={onChoose}
      multiple={isMultiple}
    />
  );
}

/** When Linear could not be asked what there is to choose from. */
export function PickerTrouble({ queries }: { queries: readonly UseQueryResult[] }): ReactNode {
  const failed = queries.filter(({ isError }) => isError);
  const [first] = failed;
  if (!first) return null;
  return (
    <div role="alert" className="flex flex-col items-start gap-2 p-2 text-sm">
      <p className="text-ink [overflow-wrap:anywhere]">{readError(first.error).message}</p>
      <Button
        size="sm"
        loading={failed.some(({ isFetching }) => isFetching)}
        onClick={() => {
          for (const query of failed) void query.refetch();
        }}
      >
        Try again
      </Button>
    </div>
  );
}
