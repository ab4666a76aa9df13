'use client';

import { late } from '@/app/_ui/late';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useLate } from '@/app/_ui/use-late';
import type { Connection } from '@/lib/contracts/connection';

const timePanel = late(async () => (await import('./time-panel')).TimePanel);

/** What issues at Linear are told of their time. It is below what is seen at first, so it comes when the page rests. */
export function TimeOnIssues({ connection }: { connection: Connection }) {
  const TimePanel = useLate(timePanel, false);
  return (
    <Section title="Time on issues" description="Tells issues in Linear how much time is on them, and by whom.">
      {TimePanel ? (
        <TimePanel connection={connection} />
      ) : (
        <SkeletonRows rows={3} label="Loading time on issues" className="rounded-md border border-line" />
      )}
    </Section>
  );
}
