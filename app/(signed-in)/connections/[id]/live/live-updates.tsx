'use client';

import { late } from '@/app/_ui/late';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useLate } from '@/app/_ui/use-late';
import type { Connection } from '@/lib/contracts/connection';

const livePanel = late(async () => (await import('./live-panel')).LivePanel);

/** What Linear pushes. It is below what is seen at first, so it comes when the page rests. */
export function LiveUpdates({ connection }: { connection: Connection }) {
  const LivePanel = useLate(livePanel, false);
  return (
    <Section
      title="Live updates"
      description="Linear tells of changes within seconds. Without it they come with the schedule."
    >
      {LivePanel ? (
        <LivePanel connection={connection} />
      ) : (
        <SkeletonRows rows={3} label="Loading live updates" className="rounded-md border border-line" />
      )}
    </Section>
  );
}
