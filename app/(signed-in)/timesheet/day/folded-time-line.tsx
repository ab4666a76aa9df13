'use client';

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';

/** On a narrow screen the list comes first, and the line when one wants it. */
export function FoldedTimeLine({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="group" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-md font-medium text-muted text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        Time line
      </summary>
      {/* Not before: what is hidden cannot be scrolled to its first entry. */}
      {isOpen && <div className="mt-2">{children}</div>}
    </details>
  );
}
