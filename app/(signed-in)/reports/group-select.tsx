'use client';

import { Select } from '@/app/_ui/select';
import type { ReportGroup } from '@/lib/contracts/report';
import { reportGroupNames } from '@/lib/contracts/report-group-names';
import { reportGroups } from '@/lib/contracts/values';

type GroupSelectProps = { groupBy: [ReportGroup, ReportGroup?]; onChange: (groupBy: ReportGroup[]) => void };

const options = reportGroups.map((value) => ({ value, label: reportGroupNames[value] }));
const none = { value: 'none' as const, label: 'Nothing' };

/** By what the rows are made, and by what their own rows. */
export function GroupSelect({ groupBy: [outer, inner], onChange }: GroupSelectProps) {
  return (
    <div className="flex min-w-0 items-center gap-1.5 text-muted text-sm max-md:w-full">
      <span className="whitespace-nowrap">Group by</span>
      <Select
        aria-label="Group by"
        options={options}
        value={outer}
        onChange={(next) => onChange(inner && inner !== next ? [next, inner] : [next])}
        className="w-auto min-w-0 border-line text-sm pointer-coarse:text-sm max-md:flex-1"
      />
      <span>then</span>
      <Select
        aria-label="Then by"
        options={[none, ...options.filter(({ value }) => value !== outer)]}
        value={inner ?? 'none'}
        onChange={(next) => onChange(next === 'none' ? [outer] : [outer, next])}
        className="w-auto min-w-0 border-line text-sm pointer-coarse:text-sm max-md:flex-1"
      />
    </div>
  );
}
