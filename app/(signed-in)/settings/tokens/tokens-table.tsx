'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/app/_ui/badge';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { IconButton } from '@/app/_ui/icon-button';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { useNow } from '@/app/_ui/use-now';
import type { ApiToken } from '@/lib/contracts/token';
import { useRevokeToken } from './use-tokens';

export function TokensTable({ tokens }: { tokens: readonly ApiToken[] }) {
  const [doomed, setDoomed] = useState<ApiToken | null>(null);
  const revoke = useRevokeToken();
  return (
    <>
      <Table label="API tokens">
        <TableHead>
          <Th className="w-full">Name</Th>
          <Th className="hidden sm:table-cell">Scope</Th>
          <Th className="hidden sm:table-cell">Created</Th>
          <Th className="hidden sm:table-cell">Last used</Th>
          <Th>Expires</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </TableHead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => setDoomed(token)} />
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(open) => !open && setDoomed(null)}
        title={`Revoke ${doomed?.name ?? 'the token'}?`}
        description="What uses this token is refused from now on. This cannot be undone."
        confirmLabel="Revoke token"
        danger
        loading={revoke.isPending}
        onConfirm={() =>
          doomed &&
          revoke.mutate(doomed.id, {
            onSuccess: () => toast.success('Token revoked.'),
            onError: (error) => toastError('The token could not be revoked.', error),
            onSettled: () => setDoomed(null),
          })
        }
      />
    </>
  );
}

function TokenRow({ token, onRevoke }: { token: ApiToken; onRevoke: () => void }) {
  const { name, scope, createdAt, lastUsedAt, expiresAt } = token;
  const scopeName = scope === 'write' ? 'Read and write' : 'Read';
  const used = lastUsedAt && <RelativeTime at={lastUsedAt} />;
  return (
    <Tr>
      <Td className="max-w-0">
        <p className="truncate font-medium" title={name}>
          {name}
        </p>
        <p className="truncate text-muted text-xs sm:hidden">
          {scopeName}, {used ? <>last used {used}</> : 'never used'}
        </p>
      </Td>
      <Td className="hidden sm:table-cell">
        <Badge tone={scope === 'write' ? 'accent' : 'neutral'}>{scopeName}</Badge>
      </Td>
      <Td className="hidden text-muted sm:table-cell">
        <RelativeTime at={createdAt} />
      </Td>
      <Td className="hidden whitespace-nowrap text-muted sm:table-cell">{used ?? 'Never'}</Td>
      <Td className="whitespace-nowrap text-muted">
        <Expiry expiresAt={expiresAt} />
      </Td>
      <Td className="text-right">
        <IconButton size="sm" label={`Revoke ${name}`} icon={<Trash2 aria-hidden />} onClick={onRevoke} />
      </Td>
    </Tr>
  );
}

function Expiry({ expiresAt }: { expiresAt: string | null }) {
  const now = useNow();
  if (expiresAt === null) return 'Never';
  if (new Date(expiresAt).getTime() <= now) return <Badge tone="warning">Expired</Badge>;
  return <RelativeTime at={expiresAt} />;
}
