'use client';

import { ButtonLink } from '@/app/_ui/button-link';
import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useConnection } from '@/app/(signed-in)/connections/use-connection';
import { ConnectionView } from './connection-view';

export function ConnectionScreen({ connectionId }: { connectionId: string }) {
  const { data, error, isPending, isFetching, refetch } = useConnection(connectionId);
  if (data) return <ConnectionView connection={data} />;
  return (
    <PageBody>
      {isPending && <SkeletonRows rows={8} label="Loading the connection" />}
      {error && (
        <ErrorState
          title="The connection could not be loaded."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
          action={<ButtonLink href="/connections">See connections</ButtonLink>}
        />
      )}
    </PageBody>
  );
}
