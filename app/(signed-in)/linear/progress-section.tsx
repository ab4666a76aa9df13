'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { collectionWords } from './collection-words';
import { isNotChosen, NotChosen } from './not-chosen';
import { ProgressList } from './progress-list';
import { type ProgressKind, useLinearProgress } from './use-linear-progress';

const descriptions: Record<ProgressKind, string> = {
  cycles: 'Current, next and just ended: tracked time against scope.',
  projects: 'Open and just closed: tracked time against scope.',
};

export function ProgressSection({ of }: { of: ProgressKind }) {
  const { title, noun } = collectionWords[of];
  return (
    <Section
      title={title}
      description={descriptions[of]}
      actions={
        <Link
          href={`/linear/${of}`}
          prefetch={false}
          className="rounded-sm text-accent-text text-sm hover:underline pointer-coarse:py-3.5"
        >
          All {noun}
        </Link>
      }
    >
      <Panel flush>
        <Content of={of} />
      </Panel>
    </Section>
  );
}

function Content({ of }: { of: ProgressKind }): ReactNode {
  const { noun } = collectionWords[of];
  const progress = useLinearProgress(of);
  if (progress.isPending) return <SkeletonRows rows={3} label={`Loading ${noun}`} />;
  if (isNotChosen(progress.error)) return <NotChosen noun={noun} />;
  if (progress.isError)
    return (
      <ErrorState
        title={`The ${noun} could not be loaded.`}
        error={progress.error}
        onRetry={() => progress.refetch()}
        isRetrying={progress.isFetching}
      />
    );
  const { items } = progress.data;
  if (items.length === 0) return <EmptyState title={`No current ${noun}.`} />;
  return <ProgressList of={of} items={items} />;
}
