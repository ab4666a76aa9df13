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
import type { AccessLink } from '@/lib/contracts/person';
import { useRevokeInvite } from './use-invites';

export function InvitesTable({ invites }: { invites: readonly AccessLink[] }) {
  const [doomed, setDoomed] = useState<AccessLink | null>(null);
  const revoke = useRevokeInvite();
  return (
    <>
      <Table label="Open invites">
        <TableHead>
          <Th className="w-full">E-mail</Th>
          <Th className="hidden sm:table-cell">Role</Th>
          <Th>Expires</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </TableHead>
        <tbody>
          {invites.map((invite) => (
            <InviteRow key={invite.id} invite={invite} onRevoke={() => setDoomed(invite)} />
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(open) => !open && setDoomed(null)}
        title="Revoke this invite?"
        description={`The link for ${doomed?.email ?? 'them'} stops working. You can invite them again.`}
        confirmLabel="Revoke invite"
        danger
        loading={revoke.isPending}
        onConfirm={() =>
          doomed &&
          revoke.mutate(doomed.id, {
            onSuccess: () => toast.success('Invite revoked.'),
            onError: (error) => toastError('The invite could not be revoked.', error),
            onSettled: () => setDoomed(null),
          })
        }
      />
    </>
  );
}

function InviteRow({ invite, onRevoke }: { invite: AccessLink; onRevoke: () => void }) {
  const now = useNow();
  const { email, role, expiresAt } = invite;
  const isExpired = new Date(expiresAt).getTime() <= now;
  return (
    <Tr>
      <Td className="max-w-0 truncate" title={email}>
        {email}
      </Td>
      <Td className="hidden sm:table-cell">
        <Badge tone={role === 'admin' ? 'accent' : 'neutral'}>{role === 'admin' ? 'Admin' : 'Member'}</Badge>
      </Td>
      <Td className="whitespace-nowrap text-muted">
        {isExpired ? <Badge tone="warning">Expired</Badge> : <RelativeTime at={expiresAt} />}
      </Td>
      <Td className="text-right">
        <IconButton
          size="sm"
          label={`Revoke the invite for ${email}`}
          icon={<Trash2 aria-hidden />}
          onClick={onRevoke}
        />
      </Td>
    </Tr>
  );
}
