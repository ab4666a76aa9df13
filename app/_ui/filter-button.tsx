'use client';

import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';
import type { FilterPickerProps } from './filter-picker';
import { late } from './late';
import { Popover } from './popover';
import { Sheet } from './sheet';
import { useLate } from './use-late';
import { useMediaQuery } from './use-media-query';
import { useShortcuts } from './use-shortcuts';

const filterPicker = late(async () => (await import('./filter-picker')).FilterPicker);

type FilterButtonProps = FilterPickerProps & {
  /** What is filtered, as "tasks". */
  noun: string;
};

/** A popover at the button; on a phone a sheet. */
export function FilterButton({ noun, fields, onChange }: FilterButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const FilterPicker = useLate(filterPicker, isOpen);
  const isPhone = useMediaQuery('(max-width: 47.99rem)');
  useShortcuts([{ keys: 'f', label: 'Filter', group: 'This page', run: () => setIsOpen(true) }]);
  const count = fields.reduce((sum, { value }) => sum + value.length, 0);
  const label = (
    <>
      <ListFilter aria-hidden />
      Filter
      {count > 0 && <span className="figures rounded-sm bg-accent-subtle px-1 text-accent-text text-xs">{count}</span>}
    </>
  );
  if (isPhone) {
    return (
      <>
        <Button onClick={() => setIsOpen(true)}>{label}</Button>
        <Sheet
          open={isOpen && FilterPicker !== null}
          onOpenChange={setIsOpen}
          title={`Filter ${noun}`}
          footer={
            <Button variant="primary" onClick={() => setIsOpen(false)}>
              Show {noun}
            </Button>
          }
        >
          <div className="[&_[cmdk-list]]:max-h-none">
            {FilterPicker && <FilterPicker fields={fields} onChange={onChange} />}
          </div>
        </Sheet>
      </>
    );
  }
  return (
    <Popover
      label={`Filter ${noun}`}
      open={isOpen}
      onOpenChange={setIsOpen}
      isReady={FilterPicker !== null}
      className="w-72 p-1"
      trigger={<Button>{label}</Button>}
    >
      {FilterPicker && <FilterPicker fields={fields} onChange={onChange} />}
    </Popover>
  );
}
