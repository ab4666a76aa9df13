'use client';

import { ChartNoAxesColumn } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { formatDays } from './format-days';
import { shiftDays } from './report-range';
import type { ReportFilterState } from './use-report-filters';

export function NoTime({ state }: { state: ReportFilterState }) {
  const { days, today, isFiltered, clear, shift } = state;
  const before = formatDays(shiftDays(days, -1), today);
  return (
    <EmptyState
      icon={<ChartNoAxesColumn aria-hidden />}
      title="No time in this range."
      description={isFiltered ? 'There may be some that the filters leave out.' : undefined}
      action={
        <>
          {isFiltered && <Button onClick={() => void clear()}>Clear filters</Button>}
          <Button onClick={() => void shift(-1)}>Show {before}</Button>
        </>
      }
    />
  );
}
