'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/app/_ui/badge';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { ErrorState } from '@/app/_ui/error-state';
import { IconButton } from '@/app/_ui/icon-button';
import { RelativeTime } from '@/app/_ui/relative-time';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { useNow } from '@/app/_ui/use-now';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { ReportShare } from '@/lib/contracts/report';
import { useReportShares, useRevokeShare } from './use-report-shares';

/** The links that are out, each with its end. */
export function ShareList() {
  const shares = useReportShares();
  const [doomed, setDoomed] = useState<ReportShare | null>(null);
  const revoke = useRevokeShare();
  if (shares.isPending) return <SkeletonRows rows={2} label="Loading the links" />;
  if (shares.isError) {
    return (
      <ErrorState
        title="The links could not be loaded."
        error={shares.error}
        onRetry={() => shares.refetch()}
        isRetrying={shares.isFetching}
        className="py-4"
      />
    );
  }
  if (shares.data.length === 0) return null;
  return (
    <section aria-label="Links">
      <h3 className="font-medium text-ink text-sm">Links</h3>
      <ul className="mt-1 border-line border-t">
        {shares.data.map((share) => (
          <ShareRow key={share.id} share={share} onRevoke={() => setDoomed(share)} />
        ))}
      </ul>
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(open) => !open && setDoomed(null)}
        title={`Revoke the link to ${doomed?.name ?? 'this report'}?`}
        description="Whoever has it sees nothing from now on. This cannot be undone."
        confirmLabel="Revoke link"
        danger
        loading={revoke.isPending}
        onConfirm={() =>
          doomed &&
          revoke.mutate(doomed.id, {
            onSuccess: () => toast.success('Link revoked.'),
            onError: (error) => toastError('The link could not be revoked.', error),
            onSettled: () => setDoomed(null),
          })
        }
      />
    </section>
  );
}

function ShareRow({ share, onRevoke }: { share: ReportShare; onRevoke: () => void }) {
  const { name, showsMoney, lastOpenedAt, createdBy } = share;
  const { name: ownName } = usePerson();
  return (
    <li className="flex items-center gap-3 border-line border-b py-1.5">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-ink text-sm">
          {name}
        </p>
        <p className="text-muted text-xs">
          {lastOpenedAt ? (
            <>
              Last opened <RelativeTime at={lastOpenedAt} />
            </>
          ) : (
            'Never opened'
          )}
          {showsMoney && ', with amounts'}
          {createdBy !== ownName && `, by ${createdBy}`}
        </p>
      </div>
      <span className="text-muted text-xs">
        <Expiry expiresAt={share.expiresAt} />
      </span>
      <IconButton size="sm" label={`Revoke the link to ${name}`} icon={<Trash2 aria-hidden />} onClick={onRevoke} />
    </li>
  );
}

function Expiry({ expiresAt }: { expiresAt: string | null }) {
  const now = useNow();
  if (expiresAt === null) return 'Never expires';
  if (Date.parse(expiresAt) <= now) return <Badge tone="warning">Expired</Badge>;
  return (
    <>
      Until <RelativeTime at={expiresAt} />
    </>
  );
}
