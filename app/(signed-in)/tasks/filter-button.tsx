'use client';

import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { late } from '@/app/_ui/late';
import { Popover } from '@/app/_ui/popover';
import { Sheet } from '@/app/_ui/sheet';
import { useLate } from '@/app/_ui/use-late';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import type { FilterPickerProps } from './filter-picker';
import { useMediaQuery } from './use-media-query';

const filterPicker = late(async () => (await import('./filter-picker')).FilterPicker);

/** A popover at the button; on a phone a sheet. */
export function FilterButton({ fields, onChange }: FilterPickerProps) {
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
          title="Filter tasks"
          footer={
            <Button variant="primary" onClick={() => setIsOpen(false)}>
              Show tasks
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
      label="Filter tasks"
      open={isOpen}
      onOpenChange={setIsOpen}
      isReady={FilterPicker !== null}
      className="w-64 p-1"
      trigger={<Button>{label}</Button>}
    >
      {FilterPicker && <FilterPicker fields={fields} onChange={onChange} />}
    </Popover>
  );
}
