'use client';

import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { IconButton } from '@/app/_ui/icon-button';
import { late } from '@/app/_ui/late';
import { Popover } from '@/app/_ui/popover';
import { useLate } from '@/app/_ui/use-late';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { formatDays, rangeNames } from './format-days';
import type { ReportFilterState } from './use-report-filters';

const rangeChoice = late(async () => (await import('./range-choice')).RangeChoice);

const group = 'Reports';

/** The days of the report, with the same length before and after them one step away. */
export function RangePicker({ state }: { state: ReportFilterState }) {
  const { days, range, today, shift } = state;
  const [isOpen, setIsOpen] = useState(false);
  const RangeChoice = useLate(rangeChoice, isOpen);
  useShortcuts([
    { keys: 'left', label: 'Days before', group, run: () => void shift(-1) },
    { keys: 'right', label: 'Days after', group, run: () => void shift(1) },
    { keys: 'd', label: 'Choose the days', group, run: () => setIsOpen(true) },
  ]);
  const text = formatDays(days, today);
  return (
    <div className="-ml-2 flex min-w-0 items-center max-md:-mx-2 max-md:w-[calc(100%+1rem)]">
      <IconButton
        label="Days before"
        shortcut="left"
        icon={<ChevronLeft aria-hidden />}
        onClick={() => void shift(-1)}
      />
      <Popover
        label="Choose the days"
        open={isOpen}
        onOpenChange={setIsOpen}
        isReady={RangeChoice !== null}
        className="w-72 p-1"
        trigger={
          <Button className="min-w-0 shrink max-md:flex-1">
            <CalendarDays aria-hidden className="text-muted" />
            {range && <span>{rangeNames[range]}</span>}
            <span className={range ? 'figures truncate font-normal text-muted' : 'figures truncate'}>{text}</span>
          </Button>
        }
      >
        {RangeChoice && <RangeChoice state={state} onDone={() => setIsOpen(false)} />}
      </Popover>
      <IconButton
        label="Days after"
        shortcut="right"
        icon={<ChevronRight aria-hidden />}
        onClick={() => void shift(1)}
      />
      <span role="status" className="sr-only">
        {range ? `${rangeNames[range]}, ${text}` : text}
      </span>
    </div>
  );
}
