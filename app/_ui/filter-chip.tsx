'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';

type FilterChipProps = {
  /** What is filtered by: "Status". */
  label: string;
  /** What was chosen: "Done". */
  value: string;
  icon?: ReactNode;
  onRemove: () => void;
};

export function FilterChip({ label, value, icon, onRemove }: FilterChipProps) {
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-md border border-line bg-subtle text-xs pointer-coarse:h-11">
      <span className="flex min-w-0 items-center gap-1 pl-2 [&_svg]:size-3.5">
        {icon}
        <span className="text-muted">{label}:</span>
        <span className="truncate font-medium text-ink">{value}</span>
      </span>
      <button
        type="button"
        aria-label={`Remove filter ${label}: ${value}`}
        onClick={onRemove}
        className="flex h-full w-6 shrink-0 items-center justify-center rounded-md text-muted hover:text-ink pointer-coarse:w-11"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
