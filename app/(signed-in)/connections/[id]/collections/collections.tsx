'use client';

import { ButtonLink } from '@/app/_ui/button-link';
import { late } from '@/app/_ui/late';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useLate } from '@/app/_ui/use-late';
import type { Connection } from '@/lib/contracts/connection';

const collectionsPanel = late(async () => (await import('./collections-panel')).CollectionsPanel);

/** What is read from Linear, and what of it can be had as files. */
export function Collections({ connection }: { connection: Connection }) {
  const CollectionsPanel = useLate(collectionsPanel, false);
  return (
    <Section
      title="What is read"
      description="Chosen here, each is copied from Linear and kept up to date: to browse, for reports, the API, SQL and files."
      actions={
        <ButtonLink href="/linear" prefetch={false}>
          Browse
        </ButtonLink>
      }
    >
      {CollectionsPanel ? (
        <CollectionsPanel connection={connection} />
      ) : (
        <SkeletonRows rows={14} label="Loading what is read" className="rounded-md border border-line" />
      )}
    </Section>
  );
}
