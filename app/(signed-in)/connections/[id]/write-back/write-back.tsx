'use client';

import { late } from '@/app/_ui/late';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useLate } from '@/app/_ui/use-late';
import type { Connection } from '@/lib/contracts/connection';

const writeBackPanel = late(async () => (await import('./write-back-panel')).WriteBackPanel);

/** Who may change issues at Linear from here. */
export function WriteBack({ connection }: { connection: Connection }) {
  const WriteBackPanel = useLate(writeBackPanel, false);
  return (
    <Section
      title="Writing to Linear"
      description="State, assignee, labels, comments and the rest of an issue, changed from its task. Off, nothing is ever written."
    >
      {WriteBackPanel ? (
        <WriteBackPanel connection={connection} />
      ) : (
        <SkeletonRows rows={4} label="Loading writing to Linear" className="rounded-md border border-line" />
      )}
    </Section>
  );
}
