'use client';

import Link from 'next/link';
import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useConnection } from '@/app/(signed-in)/connections/use-connection';
import { DeleteSection } from './delete-section';
import { KeySection } from './key-section';
import { SettingsFields } from './settings-fields';

export function SettingsScreen({ connectionId }: { connectionId: string }) {
  const { data: connection, error, isPending, isFetching, refetch } = useConnection(connectionId);
  return (
    <PageBody width="narrow">
      <PageHeader
        title="Connection settings"
        back={
          <span className="flex gap-1">
            <Link href="/connections" className="hover:text-ink hover:underline">
              Connections
            </Link>
            {connection && (
              <>
                <span aria-hidden>/</span>
                <Link href={`/connections/${connectionId}`} className="hover:text-ink hover:underline">
                  {connection.name}
                </Link>
              </>
            )}
          </span>
        }
      />
      {!connection && isPending && <SkeletonRows rows={8} label="Loading the connection" />}
      {!connection && error && (
        <ErrorState
          title="The connection could not be loaded."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      )}
      {connection && (
        <div className="flex flex-col gap-10">
          <KeySection connection={connection} />
          <SettingsFields key={connection.id} connection={connection} />
          <DeleteSection connection={connection} />
        </div>
      )}
    </PageBody>
  );
}
