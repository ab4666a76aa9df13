'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { LateEntryList } from '@/app/(signed-in)/_entries/late-entry-list';
import type { Project } from '@/lib/contracts/project';

/** Folded, because the page is about tasks first; what is folded is not asked for. */
export function ProjectTime({ project }: { project: Project }) {
  const [isOpen, setIsOpen] = useState(false);
  const { id, name, color, archivedAt } = project;
  // An archived project takes no time on itself alone.
  const draft = archivedAt === null ? { subject: { task: null, project: { id, name, color } } } : {};
  return (
    <details className="group mb-4" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="flex min-h-8 w-fit list-none items-center gap-1.5 rounded-md font-semibold text-base text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
        Latest time
      </summary>
      {isOpen && (
        <div className="mt-2 flex flex-col gap-3">
          <LateEntryList of={{ projectId: id }} list="project" draft={draft}>
            <Link
              href={`/reports?project=${id}`}
              className="underline decoration-line underline-offset-2 hover:text-ink"
            >
              Report of this project
            </Link>
          </LateEntryList>
        </div>
      )}
    </details>
  );
}
