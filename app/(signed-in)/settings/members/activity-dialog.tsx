'use client';

import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import type { Member } from '@/lib/contracts/person';
import { useChangeMember } from './use-members';

/** Asks before a member is deactivated or let in again. */
export function ActivityDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const change = useChangeMember();
  const { id: memberId, name } = member;
  const active = member.state === 'deactivated';
  const text = active ? reactivation : deactivation;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${text.verb} ${name}?`}
      description={text.description}
      confirmLabel={text.verb}
      danger={!active}
      loading={change.isPending}
      onConfirm={() =>
        change.mutate(
          { memberId, active },
          {
            onSuccess: () => toast.success(`${name} ${text.done}`),
            onError: (error) => toastError(`${name} ${text.failed}`, error),
            onSettled: onClose,
          },
        )
      }
    />
  );
}

const deactivation = {
  verb: 'Deactivate',
  description: 'They are signed out everywhere and cannot sign in. Their API tokens are revoked. Their time is kept.',
  done: 'is deactivated.',
  failed: 'could not be deactivated.',
};
const reactivation = {
  verb: 'Reactivate',
  description: 'They can sign in again with their password. API tokens have to be made anew.',
  done: 'can sign in again.',
  failed: 'could not be reactivated.',
};
